import "../../look/chart.scss";
import { createSignal, createUniqueId, Show, type Accessor, type JSX } from "solid-js";
import { Details } from "../content/details.tsx";
import { Heading, type Level } from "../content/heading.tsx";
import { Table, type Column } from "../list/table.tsx";
import { createWidth } from "./create-width.ts";

/** What every chart says in words besides its drawing. */
export type FigureProps = {
  /** The finding, as a sentence: not 'Days by zone' but 'The north has twice the days of the south'. */
  finding: string;
  level?: Level | undefined;
  /** What is drawn, in words, for those who cannot see the drawing and those who want to be sure. */
  about: string;
  /** Stands in the place of the drawing's own table: one whose numbers lead somewhere. */
  table?: JSX.Element;
  /** Usually a `SourceNote`. */
  source?: JSX.Element;
};

type FrameProps = {
  figure: FigureProps;
  legend?: JSX.Element;
  tableCaption: string;
  columns: readonly Column<readonly string[]>[];
  rows: readonly (readonly string[])[];
  /** Draws for a width in CSS pixels, so that words keep their size on a phone. */
  children: (width: Accessor<number>, labelledBy: string) => JSX.Element;
};

/** Columns for rows of plain words: the first names the row, the others are figures. */
export function figureColumns(headers: readonly string[]): readonly Column<readonly string[]>[] {
  return headers.map((header, index) => ({
    key: header,
    header,
    cell: (row) => row[index] ?? "",
    rowHeader: index === 0,
    numeric: index > 0,
  }));
}

/** The finding, what is drawn, the drawing, and its table. */
export function FigureFrame(props: FrameProps) {
  const id = createUniqueId();
  const [box, setBox] = createSignal<HTMLDivElement>();
  const width = createWidth(box);
  return (
    <figure class="a-figure" aria-labelledby={id}>
      <Heading level={props.figure.level ?? 3} id={id}>
        {props.figure.finding}
      </Heading>
      <p class="a-figure__about" id={`${id}-about`}>
        {props.figure.about}
      </p>
      {props.legend}
      <div ref={setBox}>{props.children(width, `${id} ${id}-about`)}</div>
      <Details summary="See these figures as a table">
        <Show
          when={props.figure.table}
          fallback={
            <Table
              caption={props.tableCaption}
              captionHidden
              columns={props.columns}
              rows={props.rows}
            />
          }
        >
          {props.figure.table}
        </Show>
      </Details>
      <Show when={props.figure.source}>{props.figure.source}</Show>
    </figure>
  );
}
