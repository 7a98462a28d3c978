import "../../look/chart.scss";
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { createWidth } from "../chart/create-width.ts";
import {
  centredOn,
  onGround,
  onPaper,
  panned,
  viewAround,
  zoomed,
  type Place,
  type View,
} from "./view.ts";

export type MapPoint = Place & {
  readonly id: string;
  readonly label: string;
  /** Which of the five colours, from 1. */
  readonly colour?: 1 | 2 | 3 | 4 | 5 | undefined;
};

export type MapArea = {
  readonly id: string;
  readonly label: string;
  readonly rings: readonly (readonly Place[])[];
  /** A line around the ground, for orientation, with nothing filled in. */
  readonly isQuiet?: boolean;
};

/** A line between two places: somebody goes there. */
export type MapLink = { readonly id: string; readonly from: Place; readonly to: Place };

type SvgMapProps = {
  /** What the map shows, in a sentence, and where the list is: the list is the main thing. */
  label: string;
  points: readonly MapPoint[];
  areas?: readonly MapArea[] | undefined;
  /** Drawn below the points; the list says the same. */
  links?: readonly MapLink[] | undefined;
  selected?: string | undefined;
  /** Begins close to the points, where they are few in a corner of the ground; nought shows it all. */
  near?: boolean;
  onSelect?: ((id: string) => void) | undefined;
  /** A place on the ground was pressed, for drawing. Whoever has no pointer needs another way to the same end. */
  onPlace?: ((place: Place) => void) | undefined;
};

const shape = 4 / 3;

const middleOf = (ring: readonly Place[]): Place => ({
  x: ring.reduce((sum, place) => sum + place.x, 0) / Math.max(ring.length, 1),
  y: ring.reduce((sum, place) => sum + place.y, 0) / Math.max(ring.length, 1),
});

type Sheet = { readonly view: View; readonly width: number };

const ringPath = (ring: readonly Place[], sheet: Sheet) =>
  `${ring
    .map((place, index) => {
      const at = onPaper(sheet.view, place, sheet.width);
      return `${index === 0 ? "M" : "L"}${at.x.toFixed(1)} ${at.y.toFixed(1)}`;
    })
    .join("")}Z`;

function Area(props: { area: MapArea; sheet: Sheet }) {
  const name = () =>
    onPaper(props.sheet.view, middleOf(props.area.rings[0] ?? []), props.sheet.width);
  return (
    <g>
      <path
        class="a-map__area"
        classList={{ "a-map__area--quiet": props.area.isQuiet === true }}
        d={props.area.rings.map((ring) => ringPath(ring, props.sheet)).join("")}
      />
      <text x={name().x} y={name().y} text-anchor="middle" stroke-width="4">
        {props.area.label}
      </text>
    </g>
  );
}

function Point(props: { point: MapPoint; sheet: Sheet; marked: boolean; onPick: () => void }) {
  const at = () => onPaper(props.sheet.view, props.point, props.sheet.width);
  return (
    <g class="a-map__point" onClick={() => props.onPick()}>
      <circle cx={at().x} cy={at().y} r="14" fill="transparent" />
      <circle
        class={`a-edge a-fill-${props.point.colour ?? 1}`}
        cx={at().x}
        cy={at().y}
        r={props.marked ? 11 : 7}
      />
      <title>{props.point.label}</title>
      <Show when={props.marked}>
        <text
          x={at().x}
          y={at().y - 18}
          text-anchor="middle"

          font-weight="700"
          stroke-width="5"
        >
          {props.point.label}
        </text>
      </Show>
    </g>
  );
}

function LinkLine(props: { link: MapLink; sheet: Sheet; marked: boolean }) {
  const at = (place: Place) => onPaper(props.sheet.view, place, props.sheet.width);
  return (
    <line
      class="a-map__link"
      classList={{ "a-map__link--marked": props.marked }}
      x1={at(props.link.from).x}
      y1={at(props.link.from).y}
      x2={at(props.link.to).x}
      y2={at(props.link.to).y}
    />
  );
}

const moves = {
  ArrowLeft: [-0.25, 0],
  ArrowRight: [0.25, 0],
  ArrowUp: [0, 0.25],
  ArrowDown: [0, -0.25],
} as const;

const isMove = (key: string): key is keyof typeof moves => key in moves;

const tools = [
  { key: "-", name: "Zoom out", mark: "−" },
  { key: "ArrowUp", name: "Move up", mark: "↑" },
  { key: "+", name: "Zoom in", mark: "+" },
  { key: "ArrowLeft", name: "Move left", mark: "←" },
  { key: "ArrowDown", name: "Move down", mark: "↓" },
  { key: "ArrowRight", name: "Move right", mark: "→" },
] as const;

/** An extra beside a list: what the eye sees at once. Buttons, arrow keys, + and − move it; no one needs to drag. */
export function SvgMap(props: SvgMapProps) {
  const id = createUniqueId();
  const [box, setBox] = createSignal<HTMLDivElement>();
  const width = createWidth(box);
  const whole = createMemo(() =>
    viewAround(
      [...props.points, ...(props.areas ?? []).flatMap((area) => area.rings.flat())],
      shape,
    ),
  );
  const [moved, setMoved] = createSignal<View>();
  const start = () =>
    props.near === true && props.points.length > 1 ? viewAround(props.points, shape) : whole();
  const view = () => moved() ?? start();
  const sheet = () => ({ view: view(), width: width() });
  const onKey = (key: string) => {
    if (isMove(key)) setMoved(panned(view(), moves[key], whole()));
    else if (key === "+" || key === "=") setMoved(zoomed(view(), 0.6, whole()));
    else if (key === "-") setMoved(zoomed(view(), 1 / 0.6, whole()));
    else if (key === "0") setMoved(whole());
    else return false;
    return true;
  };
  const pick = (point: MapPoint) => {
    if (moved() !== undefined) setMoved(centredOn(view(), point, whole()));
    props.onSelect?.(point.id);
  };
  const press = (event: MouseEvent & { currentTarget: SVGSVGElement }) => {
    const room = event.currentTarget.getBoundingClientRect();
    props.onPlace?.(
      onGround(view(), {
        x: (event.clientX - room.left) / room.width,
        y: (event.clientY - room.top) / room.height,
      }),
    );
  };
  return (
    <div class="a-map" ref={setBox}>
      <svg
        class="a-map__sheet"
        viewBox={`0 0 ${width()} ${width() / shape}`}
        role="img"
        tabindex="0"
        aria-label={props.label}
        aria-describedby={id}
        onClick={press}
        onKeyDown={(event) => onKey(event.key) && event.preventDefault()}
      >
        <For each={props.areas ?? []}>{(area) => <Area area={area} sheet={sheet()} />}</For>
        <For each={props.links ?? []}>
          {(link) => <LinkLine link={link} sheet={sheet()} marked={link.id === props.selected} />}
        </For>
        <For each={props.points}>
          {(point) => (
            <Point
              point={point}
              sheet={sheet()}
              marked={point.id === props.selected}
              onPick={() => pick(point)}
            />
          )}
        </For>
      </svg>
      <div class="a-map__tools" role="group" aria-label="Move the map">
        <For each={tools}>
          {(tool) => (
            <button type="button" aria-label={tool.name} onClick={() => onKey(tool.key)}>
              <span aria-hidden="true">{tool.mark}</span>
            </button>
          )}
        </For>
      </div>
      <p class="govuk-visually-hidden" id={id}>
        Arrow keys move the map, plus and minus zoom, nought shows it all.
      </p>
    </div>
  );
}
