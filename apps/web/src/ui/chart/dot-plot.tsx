import { For, Show } from "solid-js";
import { figureColumns, FigureFrame, type FigureProps } from "./figure-frame.tsx";
import { figure, linearScale, type Scale } from "./scale.ts";

export type Dot = {
  readonly label: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** This one, among the others. */
  readonly marked?: boolean | undefined;
};

type DotPlotProps = FigureProps & {
  dots: readonly Dot[];
  measure: string;
  of: string;
  /** A line to hold the dots against: the area's or the country's figure. */
  reference?: { readonly label: string; readonly value: number } | undefined;
};

const row = 46;
const top = 30;

function OneDot(props: { dot: Dot; scale: Scale; top: number }) {
  const interval = () => {
    const { low, high } = props.dot;
    return low === undefined || high === undefined ? undefined : { low, high };
  };
  return (
    <g transform={`translate(0 ${props.top})`}>
      <text x="0" y="14" font-weight={props.dot.marked === true ? "700" : undefined}>
        {`${props.dot.label}: ${figure(props.dot.value)}`}
      </text>
      <Show when={interval()}>
        {(ends) => (
          <path
            class={`a-plot__line ${props.dot.marked === true ? "a-stroke-2" : "a-stroke-1"}`}
            d={`M${props.scale.at(ends().low)} 28H${props.scale.at(ends().high)}`}
          />
        )}
      </Show>
      <circle
        class={`a-edge ${props.dot.marked === true ? "a-fill-2" : "a-fill-1"}`}
        cx={props.scale.at(props.dot.value)}
        cy="28"
        r="8"
      />
    </g>
  );
}

/** Figures side by side on one scale, with their intervals: what differs, and what only seems to. */
export function DotPlot(props: DotPlotProps) {
  const values = () => [
    ...props.dots.flatMap((dot) => [dot.value, dot.low ?? dot.value, dot.high ?? dot.value]),
    ...(props.reference === undefined ? [] : [props.reference.value]),
  ];
  const interval = (dot: Dot) =>
    dot.low === undefined || dot.high === undefined
      ? "none"
      : `${figure(dot.low)} to ${figure(dot.high)}`;
  return (
    <FigureFrame
      figure={props}
      tableCaption={props.finding}
      columns={figureColumns([props.of, props.measure, "Interval"])}
      rows={props.dots.map((dot) => [dot.label, figure(dot.value), interval(dot)])}
    >
      {(width, labelledBy) => {
        const scale = linearScale(values(), [12, width - 12], { fromZero: false });
        const height = top + props.dots.length * row + 26;
        return (
          <svg
            class="a-plot"
            role="img"
            aria-labelledby={labelledBy}
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
          >
            <For each={scale.ticks}>
              {(tick) => (
                <>
                  <path class="a-plot__grid" d={`M${scale.at(tick)} ${top}V${height - 24}`} />
                  <text
                    class="a-plot__quiet"
                    x={scale.at(tick)}
                    y={height - 6}
                    text-anchor="middle"
                  >
                    {figure(tick)}
                  </text>
                </>
              )}
            </For>
            <Show when={props.reference}>
              {(line) => (
                <>
                  <path
                    class="a-plot__axis"
                    stroke-dasharray="5 4"
                    stroke-width="2"
                    d={`M${scale.at(line().value)} 22V${height - 24}`}
                  />
                  <text
                    class="a-plot__quiet"
                    x={scale.at(line().value)}
                    y="15"
                    text-anchor={scale.at(line().value) > width / 2 ? "end" : "start"}
                  >
                    {`${line().label}: ${figure(line().value)}`}
                  </text>
                </>
              )}
            </Show>
            <For each={props.dots}>
              {(dot, index) => <OneDot dot={dot} scale={scale} top={top + index() * row} />}
            </For>
          </svg>
        );
      }}
    </FigureFrame>
  );
}
