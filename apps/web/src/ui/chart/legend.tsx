import { For, Show } from "solid-js";
import { Marker } from "./marker.tsx";

/** The colour class of a series by its place; there are five, then they come again. */
export const seriesPlace = (index: number) => (index % 5) + 1;

/** The class of a part by its place; the rest, when there is one, stands last and is drawn quietly. */
export const partFill = (index: number, rest: number | undefined): string =>
  index === rest ? "a-fill-quiet" : `a-fill-${seriesPlace(index)}`;

type LegendProps = {
  labels: readonly string[];
  marks?: "points" | "bars";
  /** The place of what is not known, drawn quietly. */
  rest?: number | undefined;
};

export function Legend(props: LegendProps) {
  return (
    <ul class="a-legend">
      <For each={props.labels}>
        {(label, index) => (
          <li>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <Show
                when={props.marks === "points"}
                fallback={
                  <rect width="14" height="14" rx="3" class={partFill(index(), props.rest)} />
                }
              >
                <Marker place={seriesPlace(index())} x={7} y={7} />
              </Show>
            </svg>
            {label}
          </li>
        )}
      </For>
    </ul>
  );
}
