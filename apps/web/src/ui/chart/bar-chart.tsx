import { createMemo, For, Show } from "solid-js";
import type { DrawingProps } from "./drawing.ts";
import { figureColumns, FigureFrame, type FigureProps } from "./figure-frame.tsx";
import { figure, linearScale } from "./scale.ts";

export type Bar = {
  readonly label: string;
  readonly value: number;
  /** In words where the bare number is not enough: 'fewer than 6'. */
  readonly text?: string | undefined;
  /** Drawn quietly beside the others: a comparison. */
  readonly quiet?: boolean | undefined;
};

type BarChartProps = FigureProps & {
  bars: readonly Bar[];
  /** What the bars measure: 'Days', 'Pupils at the expected standard (%)'. */
  measure: string;
  /** What a bar stands for: 'Zone'. */
  of: string;
};

const row = 48;
const wordsOf = (bar: Bar) => bar.text ?? figure(bar.value);

function Drawing(props: DrawingProps<BarChartProps>) {
  const values = () => props.chart.bars.map((bar) => bar.value);
  const scale = createMemo(() =>
    linearScale(values(), [0, Math.max(props.width - 76, 60)], { fromZero: true }),
  );
  const zero = () => scale().at(0);
  const height = () => props.chart.bars.length * row + 2;
  return (
    <svg
      class="a-plot"
      role="img"
      aria-labelledby={props.labelledBy}
      width={props.width}
      height={height()}
      viewBox={`0 0 ${props.width} ${height()}`}
    >
      <For each={props.chart.bars}>
        {(bar, index) => (
          <g transform={`translate(0 ${index() * row})`}>
            <text x="0" y="16">
              {bar.label}
            </text>
            <rect
              class={bar.quiet === true ? "a-fill-quiet" : "a-fill-1"}
              x={Math.min(zero(), scale().at(bar.value))}
              y="22"
              width={Math.max(Math.abs(scale().at(bar.value) - zero()), 1)}
              height="18"
              rx="3"
            />
            <text x={Math.max(zero(), scale().at(bar.value)) + 8} y="36" font-weight="700">
              {wordsOf(bar)}
            </text>
          </g>
        )}
      </For>
      <Show when={values().some((value) => value < 0)}>
        <path class="a-plot__axis" d={`M${zero()} 0V${height()}`} />
      </Show>
    </svg>
  );
}

/** Lying bars, label above each, so that long names keep their words at any width. */
export function BarChart(props: BarChartProps) {
  return (
    <FigureFrame
      figure={props}
      tableCaption={props.finding}
      columns={figureColumns([props.of, props.measure])}
      rows={props.bars.map((bar) => [bar.label, wordsOf(bar)])}
    >
      {(width, labelledBy) => <Drawing chart={props} width={width()} labelledBy={labelledBy} />}
    </FigureFrame>
  );
}
