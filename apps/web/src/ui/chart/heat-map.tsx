import "../../look/chart.scss";
import "../../look/list.scss";
import { createUniqueId, For } from "solid-js";
import { Heading } from "../content/heading.tsx";
import type { FigureProps } from "./figure-frame.tsx";
import { figure } from "./scale.ts";

export type HeatCell = {
  readonly value: number;
  /** What the cell says, when not the bare number. */
  readonly text?: string | undefined;
  /** Something is missing here: the cell stands out. */
  readonly lack?: boolean | undefined;
  readonly href?: string | undefined;
};

type HeatMapProps = FigureProps & {
  columns: readonly string[];
  rows: readonly { readonly label: string; readonly cells: readonly HeatCell[] }[];
  /** What a row stands for. */
  of: string;
};

/** Five depths of colour, by share of the largest value. */
export function depthOf(value: number, largest: number): number {
  if (value <= 0 || largest <= 0) return 0;
  return Math.min(4, Math.ceil((value / largest) * 4));
}

const lookOf = (cell: HeatCell, largest: number) =>
  `a-heat__cell a-heat__cell--${cell.lack === true ? "lack" : depthOf(cell.value, largest)}`;

/** Two-way counts. It is a table, coloured: the figures are always there to read. */
export function HeatMap(props: HeatMapProps) {
  const id = createUniqueId();
  const largest = () =>
    Math.max(0, ...props.rows.flatMap((row) => row.cells.map((cell) => cell.value)));
  const words = (cell: HeatCell) => cell.text ?? figure(cell.value);
  return (
    <figure class="a-figure" aria-labelledby={id}>
      <Heading level={props.level ?? 3} id={id}>
        {props.finding}
      </Heading>
      <p class="a-figure__about">{props.about}</p>
      <div class="a-table-scroll" role="region" tabindex="0" aria-labelledby={id}>
        <table class="a-heat" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{props.of}</th>
              <For each={props.columns}>{(column) => <th scope="col">{column}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {(row) => (
                <tr>
                  <th scope="row">{row.label}</th>
                  <For each={row.cells}>
                    {(cell) => (
                      <td class={lookOf(cell, largest())}>
                        {cell.href === undefined ? (
                          words(cell)
                        ) : (
                          <a href={cell.href}>{words(cell)}</a>
                        )}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      {props.source}
    </figure>
  );
}
