import { For, Show } from "solid-js";
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

/** Lying bars, label above each, so that long names keep their words at any width. */
export function BarChart(props: BarChartProps) {
  const scaleFor = (width: number) =>
    linearScale(
      props.bars.map((bar) => bar.value),
      [0, Math.max(width - 76, 60)],
      { fromZero: true },
    );
  const negative = () => props.bars.some((bar) => bar.value < 0);
  return (
    <FigureFrame
      figure={props}
      tableCaption={props.finding}
      columns={figureColumns([props.of, props.measure])}
      rows={props.bars.map((bar) => [bar.label, wordsOf(bar)])}
    >
      {(width, labelledBy) => {
        const scale = scaleFor(width);
        const zero = scale.at(0);
        return (
          <svg
            class="a-plot"
            role="img"
            aria-labelledby={labelledBy}
            width={width}
            height={props.bars.length * row + 2}
            viewBox={`0 0 ${width} ${props.bars.length * row + 2}`}
          >
            <For each={props.bars}>
              {(bar, index) => (
                <g transform={`translate(0 ${index() * row})`}>
                  <text x="0" y="16">
                    {bar.label}
                  </text>
                  <rect
                    class={bar.quiet === true ? "a-fill-quiet" : "a-fill-1"}
                    x={Math.min(zero, scale.at(bar.value))}
                    y="22"
                    width={Math.max(Math.abs(scale.at(bar.value) - zero), 1)}
                    height="18"
                    rx="3"
                  />
                  <text x={Math.max(zero, scale.at(bar.value)) + 8} y="36" font-weight="700">
                    {wordsOf(bar)}
                  </text>
                </g>
              )}
            </For>
            <Show when={negative()}>
              <path class="a-plot__axis" d={`M${zero} 0V${props.bars.length * row}`} />
            </Show>
          </svg>
        );
      }}
    </FigureFrame>
  );
}
