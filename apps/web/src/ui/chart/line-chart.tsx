import { createMemo, For, Show } from "solid-js";
import type { DrawingProps } from "./drawing.ts";
import { figureColumns, FigureFrame, type FigureProps } from "./figure-frame.tsx";
import { Legend, seriesPlace } from "./legend.tsx";
import { Marker } from "./marker.tsx";
import { lineParts, placeLabels, type LinePoint } from "./line-path.ts";
import { figure, linearScale, type Scale } from "./scale.ts";

export type Line = { readonly label: string; readonly points: readonly LinePoint[] };

type LineChartProps = FigureProps & {
  /** The places along the foot, in order: '2022 to 2023'. */
  steps: readonly string[];
  lines: readonly Line[];
  /** What is measured, with its unit. */
  measure: string;
  of: string;
};

const height = 280;
const foot = height - 32;

type Room = { readonly scale: Scale; readonly x: (index: number) => number };

function OneLine(props: { line: Line; place: number; room: Room }) {
  const parts = () => lineParts(props.line.points, props.room.x, props.room.scale.at);
  return (
    <g>
      <For each={parts().bands}>
        {(band) => <path class={`a-plot__band a-fill-${props.place}`} d={band} />}
      </For>
      <For each={parts().lines}>
        {(line) => <path class={`a-plot__line a-stroke-${props.place}`} d={line} />}
      </For>
      <For each={parts().dots}>{(dot) => <Marker place={props.place} x={dot.x} y={dot.y} />}</For>
    </g>
  );
}

/** About as wide as a character of the foot is drawn. */
const characterWidth = 8;

/** Under its place; a long label at the right end stays inside the drawing. */
const labelAt = (step: string, x: number, width: number) =>
  x + (step.length * characterWidth) / 2 > width
    ? ({ x: width, "text-anchor": "end" } as const)
    : ({ x, "text-anchor": "middle" } as const);

function Axes(props: { room: Room; steps: readonly string[]; width: number }) {
  return (
    <g>
      <For each={props.room.scale.ticks}>
        {(tick) => (
          <>
            <path class="a-plot__grid" d={`M44 ${props.room.scale.at(tick)}H${props.width}`} />
            <text class="a-plot__quiet" x="36" y={props.room.scale.at(tick) + 5} text-anchor="end">
              {figure(tick)}
            </text>
          </>
        )}
      </For>
      <For each={props.steps}>
        {(step, index) => (
          <Show when={placeLabels(props.steps, props.width - 60).includes(index())}>
            <text
              class="a-plot__quiet"
              {...labelAt(step, props.room.x(index()), props.width)}
              y={height - 8}
            >
              {step}
            </text>
          </Show>
        )}
      </For>
    </g>
  );
}

function cellText(point: LinePoint | undefined): string {
  if (point?.value === undefined) return "not known";
  return point.low === undefined || point.high === undefined
    ? figure(point.value)
    : `${figure(point.value)} (${figure(point.low)} to ${figure(point.high)})`;
}

function roomFor(chart: LineChartProps, width: number): Room {
  const values = chart.lines.flatMap((line) =>
    line.points.flatMap((point) => [point.value, point.low, point.high]),
  );
  const known = values.filter((value) => value !== undefined);
  const gap = (width - 44 - 60) / Math.max(chart.steps.length - 1, 1);
  return {
    scale: linearScale(known.length === 0 ? [0] : known, [foot, 12], { fromZero: false }),
    x: (index) => 74 + index * gap,
  };
}

function Drawing(props: DrawingProps<LineChartProps>) {
  const room = createMemo(() => roomFor(props.chart, props.width));
  return (
    <svg
      class="a-plot"
      role="img"
      aria-labelledby={props.labelledBy}
      width={props.width}
      height={height}
      viewBox={`0 0 ${props.width} ${height}`}
    >
      <Axes room={room()} steps={props.chart.steps} width={props.width} />
      <For each={props.chart.lines}>
        {(line, index) => <OneLine line={line} place={seriesPlace(index())} room={room()} />}
      </For>
    </svg>
  );
}

/** Change over time, with the interval where there is one. A missing figure is a gap, not a guess. */
export function LineChart(props: LineChartProps) {
  return (
    <FigureFrame
      figure={props}
      legend={<Legend marks="points" labels={props.lines.map((line) => line.label)} />}
      tableCaption={`${props.finding} (${props.measure})`}
      columns={figureColumns([props.of, ...props.lines.map((line) => line.label)])}
      rows={props.steps.map((step, index) => [
        step,
        ...props.lines.map((line) => cellText(line.points[index])),
      ])}
    >
      {(width, labelledBy) => <Drawing chart={props} width={width()} labelledBy={labelledBy} />}
    </FigureFrame>
  );
}
