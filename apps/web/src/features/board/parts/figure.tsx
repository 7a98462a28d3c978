import {
  all,
  cellOf,
  drawnColumnOf,
  figureWords,
  findingOf,
  partWord,
  valueWords,
  type FigureId,
  type Named,
  type ShownCell,
} from "@alongside/domain/board";
import { createMemo, Match, Show, Switch } from "solid-js";
import {
  Downloads,
  BarChart,
  Details,
  Heading,
  HeatMap,
  Link,
  StackedBar,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { searchOf } from "../address.ts";
import type { Question, ShownFigure } from "../data.ts";

type FigureProps = {
  id: FigureId;
  figure: ShownFigure;
  board: Named;
  question: Question;
  area: string;
  /** A figure that was frozen: there is no file of it as it stood. */
  isKept?: boolean;
};

const isPart = (key: string) => key !== all;

/** A record may stand in several of their parts: parts beside each other would look like a whole that is too large. */
const overlapping: readonly FigureId[] = ["demand", "supply"];

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
      cards={props.figure.rows.length === 1}
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
  const drawn = () => drawnColumnOf(props.figure);
  const drawnWords = () =>
    columns().length > 1 ? `${about()} Drawn here: ${word(drawn()).toLowerCase()}.` : about();
  const bars = () =>
    rows()
      .map((row) => cellOf(props.figure, row, drawn()))
      .map(({ row, value, text }) => ({ label: word(row), value: value ?? 0, text }));
  const isCross = () => props.figure.columns.includes(all) && columns().length > 0;
  return (
    <Switch
      fallback={
        <BarChart
          finding={finding()}
          level={3}
          about={drawnWords()}
          table={<FigureTable {...props} />}
          bars={bars()}
          measure={word(drawn())}
          of={figureWords[props.id].of}
        />
      }
    >
      <Match when={overlapping.includes(props.id) && isCross()}>
        <HeatMap
          finding={finding()}
          level={3}
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
          level={3}
          about={about()}
          table={<FigureTable {...props} />}
          of={figureWords[props.id].of}
          parts={columns().map(word)}
          stacks={rows().map((row) => ({
            label: word(row),
            values: columns().map((column) => cellOf(props.figure, row, column).value ?? 0),
            text: cellOf(props.figure, row, all).text,
          }))}
        />
      </Match>
      <Match when={rows().length === 0}>
        <BarChart
          finding={finding()}
          level={3}
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
  const isSeen = () =>
    props.figure.rows.some((row, at) =>
      row === all ? false : props.figure.cells[at]?.some(({ value }) => (value ?? 0) > 0),
    );
  /** A drawing of numbers that are all hidden says nothing. */
  const isDrawn = createMemo(
    () =>
      (props.figure.rows.length === 1 || isSeen()) &&
      !["load-spread", "neediest-first", "time-to-match", "cost"].includes(props.id),
  );
  /** A table of nothing but hidden numbers is folded: it stands in nobody's way. */
  const isHidden = () =>
    !isSeen() && props.figure.cells.some((row) => row.some((cell) => cell.isHidden));
  return (
    <section
      class="a-board-figure"
      classList={{ "a-board-figure--wide": overlapping.includes(props.id) }}
    >
      <p class="govuk-caption-m">{figureWords[props.id].title}</p>
      <Show
        when={isDrawn()}
        fallback={
          <>
            <Heading level={3} size="m">
              {findingOf(props.id, props.figure, props.board)}
            </Heading>
            <p class="govuk-body a-quiet">{figureWords[props.id].definition}</p>
            <Show when={isHidden()} fallback={<FigureTable {...props} />}>
              <p class="govuk-body">Its parts are small, or would give small ones away: hidden.</p>
              <Details summary="See these figures as a table">
                <FigureTable {...props} />
              </Details>
            </Show>
          </>
        }
      >
        <Drawing {...props} />
      </Show>
      <Show when={props.isKept !== true}>
        <p class="govuk-body a-small">
          <Downloads
            csv={`/files/areas/${props.area}/board/${props.id}.csv${searchOf(props.question)}`}
            about={`of ‘${figureWords[props.id].title}’`}
          />
        </p>
      </Show>
    </section>
  );
}
