import "../../look/list.scss";
import { createUniqueId, For, Show, type JSX } from "solid-js";
import { sortAddress, sortOf } from "../address.ts";

export type Column<Row> = {
  /** Names the column in the address when it can be sorted. */
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => JSX.Element;
  readonly sortable?: boolean;
  /** Right-aligned. */
  readonly numeric?: boolean;
  /** The cell that names the row; screen readers say it with every other cell. */
  readonly rowHeader?: boolean;
};

type TableProps<Row> = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The address's query, for sortable columns: `location.search`. */
  search?: string;
  /** How the rows are sorted when the address does not say. */
  sortedBy?: { readonly key: string; readonly direction: "ascending" | "descending" };
  /** Stands in the place of the rows when there are none. */
  empty?: JSX.Element;
  /** The rows are records although they hold figures: they stand as cards on a phone. */
  cards?: boolean;
};

function SortMark(props: { direction: "ascending" | "descending" | "none" }) {
  const idle = (part: "ascending" | "descending") =>
    props.direction === part ? undefined : "a-sort__idle";
  return (
    <svg viewBox="0 0 10 14" aria-hidden="true">
      <path class={idle("ascending")} d="M5 0l5 6H0z" />
      <path class={idle("descending")} d="M5 14L0 8h10z" />
    </svg>
  );
}

function Header<Row>(props: { column: Column<Row>; table: TableProps<Row> }) {
  const now = () => sortOf(props.table.search ?? "") ?? props.table.sortedBy;
  const direction = () => {
    const order = now();
    return order?.key === props.column.key ? order.direction : "none";
  };
  return (
    <th
      scope="col"
      role="columnheader"
      class="govuk-table__header"
      classList={{
        "govuk-table__header--numeric": props.column.numeric === true,
        "a-stack__sort": props.column.sortable === true,
      }}
      aria-sort={props.column.sortable === true ? direction() : undefined}
    >
      <Show when={props.column.sortable} fallback={props.column.header}>
        <a
          class="a-sort"
          href={sortAddress(props.table.search ?? "", props.column.key, now())}
          // The reader stays where the table is.
          attr:noscroll=""
        >
          {props.column.header}
          <SortMark direction={direction()} />
        </a>
      </Show>
    </th>
  );
}

function Cell<Row>(props: { column: Column<Row>; row: Row }) {
  const numeric = () => (props.column.numeric === true ? " govuk-table__cell--numeric" : "");
  return (
    <Show
      when={props.column.rowHeader}
      fallback={
        <td role="cell" data-label={props.column.header} class={`govuk-table__cell${numeric()}`}>
          {props.column.cell(props.row)}
        </td>
      }
    >
      <th scope="row" role="rowheader" class="govuk-table__header">
        {props.column.cell(props.row)}
      </th>
    </Show>
  );
}

/** Records with their names, rather than figures to be compared down a column. */
const isList = <Row,>({ columns, search, cards }: TableProps<Row>): boolean =>
  search !== undefined ||
  cards === true ||
  (columns.some(({ rowHeader }) => rowHeader) && !columns.some(({ numeric }) => numeric));

/**
 * A table that scrolls by itself where it is too wide; its scroll box can be reached by keyboard. A list's rows stand as cards on a phone: a table laid out otherwise loses its meaning for screen readers, so its roles are said.
 */
export function Table<Row>(props: TableProps<Row>) {
  const captionId = createUniqueId();
  return (
    <Show when={props.rows.length > 0 || props.empty === undefined} fallback={props.empty}>
      <div class="a-table-scroll" tabindex="0" role="region" aria-labelledby={captionId}>
        <table role="table" class="govuk-table" classList={{ "a-stack": isList(props) }}>
          <caption
            id={captionId}
            class={
              props.captionHidden === true
                ? "govuk-visually-hidden"
                : "govuk-table__caption govuk-table__caption--m"
            }
          >
            {props.caption}
          </caption>
          <thead role="rowgroup" class="govuk-table__head">
            <tr role="row" class="govuk-table__row">
              <For each={props.columns}>{(column) => <Header column={column} table={props} />}</For>
            </tr>
          </thead>
          <tbody role="rowgroup" class="govuk-table__body">
            <For each={props.rows}>
              {(row) => (
                <tr role="row" class="govuk-table__row">
                  <For each={props.columns}>{(column) => <Cell column={column} row={row} />}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
}
