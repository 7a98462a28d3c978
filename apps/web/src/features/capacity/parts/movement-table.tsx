import { toMomentWords } from "../../../lib/words.ts";
import { EmptyState, Table, type Column } from "../../../ui/index.ts";
import type { Movement } from "../data.ts";
import { toDayNumber, toMovementWords, toOnBehalf, toTerm } from "../words.ts";

type Row = Movement & { readonly leader?: string };

/** Below nought what leaves the free days; a movement between promises changes none. */
const changeOf = ({ from, to, halfDays }: Row): string => {
  if (to === "published") return `+${toDayNumber(halfDays)}`;
  return from === "published" ? `−${toDayNumber(halfDays)}` : "";
};

const columns: readonly Column<Row>[] = [
  {
    key: "what",
    header: "What",
    rowHeader: true,
    cell: (row) => (
      <>
        {toMovementWords(row)}
        <div class="a-quiet">{row.reason ?? toTerm(row)}</div>
      </>
    ),
  },
  {
    key: "days",
    header: "Days",
    numeric: true,
    cell: (row) => (row.halfDays === 0 ? "" : toDayNumber(row.halfDays)),
  },
  { key: "free", header: "Free", numeric: true, cell: changeOf },
  {
    key: "at",
    header: "When",
    cell: (row) => (
      <>
        {toMomentWords(row.at)}
        <div class="a-quiet">{`by ${row.by}${toOnBehalf(row.onBehalfOf)}`}</div>
      </>
    ),
  },
];

const withLeader: readonly Column<Row>[] = [
  { key: "leader", header: "Leader", cell: (row) => row.leader ?? "" },
  ...columns,
];

/** Every movement of days, the latest first; of one leader, or of all of a home school. */
export function MovementTable(props: { movements: readonly Row[]; isOfSchool?: boolean }) {
  return (
    <Table
      caption="Movements of days"
      captionHidden
      cards
      rows={props.movements.toReversed()}
      columns={props.isOfSchool === true ? withLeader : columns}
      empty={
        <EmptyState title="Nothing has moved yet">
          <p class="govuk-body">Days are written down here from the first yes on.</p>
        </EmptyState>
      }
    />
  );
}
