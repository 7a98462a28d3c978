import { createMemo, For, Show } from "solid-js";
import type { DrawingProps } from "./drawing.ts";
import { figureColumns, FigureFrame, type FigureProps } from "./figure-frame.tsx";
import { Legend, partFill } from "./legend.tsx";
import { figure, linearScale } from "./scale.ts";

export type Stack = {
  readonly label: string;
  readonly values: readonly number[];
  /** Said in place of the sum where some parts are not known: what is drawn is then not the whole. */
  readonly text?: string | undefined;
};

type StackedBarProps = FigureProps & {
  /** What the parts are, in the order of each stack's values. */
  parts: readonly string[];
  stacks: readonly Stack[];
  of: string;
  /** The place of the part that is not known: drawn quietly, and alike on every chart. */
  rest?: number | undefined;
};

const row = 54;
const totalOf = (stack: Stack) => stack.values.reduce((sum, value) => sum + value, 0);

const wordsOf = (stack: Stack): string => stack.text ?? figure(totalOf(stack));

type Segment = { readonly start: number; readonly length: number; readonly value: number };

function segmentsOf(stack: Stack, at: (value: number) => number): readonly Segment[] {
  let before = 0;
  return stack.values.map((value) => {
    const start = at(before);
    before += value;
    return { start, length: at(before) - start, value };
  });
}

type RowProps = {
  stack: Stack;
  at: (value: number) => number;
  top: number;
  rest: number | undefined;
};

function Row(props: RowProps) {
  const total = () => totalOf(props.stack);
  return (
    <g transform={`translate(0 ${props.top})`}>
      <text x="0" y="16">
        {props.stack.label}
      </text>
      <For each={segmentsOf(props.stack, props.at)}>
        {(segment, index) => (
          <Show when={segment.value > 0}>
            <rect
              class={`${partFill(index(), props.rest)} a-edge`}
              x={segment.start}
              y="22"
              width={Math.max(segment.length, 1)}
              height="24"
            />
            <Show when={segment.length > 30}>
              <text
                class={index() === props.rest ? undefined : "a-plot__on"}
                x={segment.start + segment.length / 2}
                y="39"
                text-anchor="middle"
              >
                {figure(segment.value)}
              </text>
            </Show>
          </Show>
        )}
      </For>
      <text x={props.at(total()) + 8} y="39" font-weight="700">
        {wordsOf(props.stack)}
      </text>
    </g>
  );
}

function Drawing(props: DrawingProps<StackedBarProps>) {
  const longest = () => Math.max(0, ...props.chart.stacks.map((stack) => wordsOf(stack).length));
  const room = () => Math.max(56, longest() * 9 + 16);
  const scale = createMemo(() =>
    linearScale(props.chart.stacks.map(totalOf), [0, Math.max(props.width - room(), 60)], {
      fromZero: true,
    }),
  );
  const height = () => props.chart.stacks.length * row;
  return (
    <svg
      class="a-plot"
      role="img"
      aria-labelledby={props.labelledBy}
      width={props.width}
      height={height()}
      viewBox={`0 0 ${props.width} ${height()}`}
    >
      <For each={props.chart.stacks}>
        {(stack, index) => (
          <Row stack={stack} at={scale().at} top={index() * row} rest={props.chart.rest} />
        )}
      </For>
    </svg>
  );
}

/** What wholes are made of, side by side. */
export function StackedBar(props: StackedBarProps) {
  const rows = () =>
    props.stacks.map((stack) => [stack.label, ...stack.values.map(figure), wordsOf(stack)]);
  return (
    <FigureFrame
      figure={props}
      legend={<Legend labels={props.parts} rest={props.rest} />}
      tableCaption={props.finding}
      columns={figureColumns([props.of, ...props.parts, "Total"])}
      rows={rows()}
    >
      {(width, labelledBy) => <Drawing chart={props} width={width()} labelledBy={labelledBy} />}
    </FigureFrame>
  );
}
