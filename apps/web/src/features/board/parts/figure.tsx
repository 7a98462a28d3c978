import {
  all,
  cellOf,
  figureWords,
  findingOf,
  partWord,
  valueWords,
  type FigureId,
  type ShownCell,
} from "@alongside/domain/board";
import { createMemo, Match, Show, Switch } from "solid-js";
import {
  BarChart,
  Details,
  HeatMap,
  Link,
  StackedBar,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { searchOf } from "../address.ts";
import type { Board, Question, ShownFigure } from "../data.ts";

type FigureProps = {
  id: FigureId;
  figure: ShownFigure;
  board: Board;
  question: Question;
  area: string;
};

const isPart = (key: string) => key !== all;

function Number(props: { cell: ShownCell; given: FigureProps }) {
  const href = () => {
    const { id, area, question } = props.given;
    const { row, column } = props.cell;
    return `/areas/${area}/board/records${searchOf(question, { figure: id, row, column })}`;
  };
  return (
    <Show when={props.cell.hasRecords} fallback={<>{props.cell.text}</>}>
      <Link href={href()}>{props.cell.text}</Link>
    </Show>
  );
}

/** The table of a figure: every number of which its reader may see the records leads to them. */
function FigureTable(props: FigureProps) {
  const word = (part: string) => partWord(part, props.board);
  const columns = (): readonly Column<string>[] => [
    { key: "of", header: figureWords[props.id].of, rowHeader: true, cell: word },
    ...props.figure.columns.map((column) => ({
      key: column,
      header: word(column),
      numeric: true,
      cell: (row: string) => <Number cell={cellOf(props.figure, row, column)} given={props} />,
    })),
  ];
  return (
    <Table
      caption={figureWords[props.id].title}
      captionHidden
      search=""
      rows={props.figure.rows}
      columns={columns()}
    />
  );
}

function Drawing(props: FigureProps) {
  const about = () => figureWords[props.id].definition;
  const finding = () => findingOf(props.id, props.figure, props.board);
  const word = (part: string) => partWord(part, props.board);
  const rows = () => props.figure.rows.filter(isPart);
  const columns = () => props.figure.columns.filter(isPart);
  const bars = () => {
    const [only = all] = columns().length > 0 ? columns() : [all];
    const lines = rows().length > 0 ? rows() : [];
    return lines
      .map((row) => cellOf(props.figure, row, props.figure.columns.includes(all) ? all : only))
      .map(({ row, value, text }) => ({ label: word(row), value: value ?? 0, text }));
  };
  const isCross = () => props.figure.columns.includes(all) && columns().length > 0;
  return (
    <Switch
      fallback={
        <BarChart
          finding={finding()}
          about={about()}
          table={<FigureTable {...props} />}
          bars={bars()}
          measure={word(columns()[0] ?? all)}
          of={figureWords[props.id].of}
        />
      }
    >
      <Match when={props.id === "demand" && isCross()}>
        <HeatMap
          finding={finding()}
          about={about()}
          of={figureWords[props.id].of}
          columns={columns().map(word)}
          rows={rows().map((row) => ({
            label: word(row),
            cells: columns().map((column) => {
              const { value, text } = cellOf(props.figure, row, column);
              return { value: value ?? 0, text };
            }),
          }))}
        />
        <Details summary="See these figures as a table">
          <FigureTable {...props} />
        </Details>
      </Match>
      <Match when={isCross()}>
        <StackedBar
          finding={finding()}
          about={about()}
          table={<FigureTable {...props} />}
          of={figureWords[props.id].of}
          parts={columns().map(word)}
          stacks={rows().map((row) => ({
            label: word(row),
            values: columns().map((column) => cellOf(props.figure, row, column).value ?? 0),
          }))}
        />
      </Match>
      <Match when={rows().length === 0}>
        <BarChart
          finding={finding()}
          about={about()}
          table={<FigureTable {...props} />}
          measure={figureWords[props.id].of}
          of={figureWords[props.id].of}
          bars={columns().map((column, at) => {
            const { value } = cellOf(props.figure, all, column);
            const unit = props.figure.units[at] ?? "count";
            return { label: word(column), value: value ?? 0, text: valueWords(value ?? 0, unit) };
          })}
        />
      </Match>
    </Switch>
  );
}

/** One figure: what it finds, how it is defined, its drawing where one helps, its table and its file. */
export function BoardFigure(props: FigureProps) {
  const isDrawn = createMemo(
    () => !["load-spread", "neediest-first", "time-to-match", "cost"].includes(props.id),
  );
  return (
    <section class="a-board-figure">
      <h2 class="govuk-heading-m">{figureWords[props.id].title}</h2>
      <Show
        when={isDrawn()}
        fallback={
          <>
            <p class="govuk-body">
              <strong>{findingOf(props.id, props.figure, props.board)}</strong>
            </p>
            <p class="govuk-body a-quiet">{figureWords[props.id].definition}</p>
            <FigureTable {...props} />
          </>
        }
      >
        <Drawing {...props} />
      </Show>
      <p class="govuk-body a-small">
        <Link
          href={`/files/areas/${props.area}/board/${props.id}.csv${searchOf(props.question)}`}
          download
        >
          {`Download ‘${figureWords[props.id].title}’ as CSV`}
        </Link>
      </p>
    </section>
  );
}
