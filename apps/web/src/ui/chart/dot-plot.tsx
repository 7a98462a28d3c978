import { createMemo, For, Show } from "solid-js";
import type { DrawingProps } from "./drawing.ts";
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

function Reference(props: {
  label: string;
  value: number;
  scale: Scale;
  width: number;
  foot: number;
}) {
  const x = () => props.scale.at(props.value);
  return (
    <>
      <path
        class="a-plot__axis"
        stroke-dasharray="5 4"
        stroke-width="2"
        d={`M${x()} 22V${props.foot}`}
      />
      <text
        class="a-plot__quiet"
        x={x()}
        y="15"
        text-anchor={x() > props.width / 2 ? "end" : "start"}
      >
        {`${props.label}: ${figure(props.value)}`}
      </text>
    </>
  );
}

function Drawing(props: DrawingProps<DotPlotProps>) {
  const values = () => [
    ...props.chart.dots.flatMap((dot) => [dot.value, dot.low ?? dot.value, dot.high ?? dot.value]),
    ...(props.chart.reference === undefined ? [] : [props.chart.reference.value]),
  ];
  const scale = createMemo(() =>
    linearScale(values(), [12, props.width - 12], { fromZero: false }),
  );
  const height = () => top + props.chart.dots.length * row + 26;
  const foot = () => height() - 24;
  return (
    <svg
      class="a-plot"
      role="img"
      aria-labelledby={props.labelledBy}
      width={props.width}
      height={height()}
      viewBox={`0 0 ${props.width} ${height()}`}
    >
      <For each={scale().ticks}>
        {(tick) => (
          <>
            <path class="a-plot__grid" d={`M${scale().at(tick)} ${top}V${foot()}`} />
            <text class="a-plot__quiet" x={scale().at(tick)} y={foot() + 18} text-anchor="middle">
              {figure(tick)}
            </text>
          </>
        )}
      </For>
      <Show when={props.chart.reference}>
        {(line) => <Reference {...line()} scale={scale()} width={props.width} foot={foot()} />}
      </Show>
      <For each={props.chart.dots}>
        {(dot, index) => <OneDot dot={dot} scale={scale()} top={top + index() * row} />}
      </For>
    </svg>
  );
}

const intervalOf = (dot: Dot) =>
  dot.low === undefined || dot.high === undefined
    ? "none"
    : `${figure(dot.low)} to ${figure(dot.high)}`;

/** Figures side by side on one scale, with their intervals: what differs, and what only seems to. */
export function DotPlot(props: DotPlotProps) {
  return (
    <FigureFrame
      figure={props}
      tableCaption={props.finding}
      columns={figureColumns([props.of, props.measure, "Interval"])}
      rows={props.dots.map((dot) => [dot.label, figure(dot.value), intervalOf(dot)])}
    >
      {(width, labelledBy) => <Drawing chart={props} width={width()} labelledBy={labelledBy} />}
    </FigureFrame>
  );
}
