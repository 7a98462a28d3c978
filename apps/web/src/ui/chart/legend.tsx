import { For, Show } from "solid-js";
import { Marker } from "./marker.tsx";

/** The colour class of a series by its place; there are five, then they come again. */
export const seriesPlace = (index: number) => (index % 5) + 1;

type LegendProps = { labels: readonly string[]; marks?: "points" | "bars" };

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
                  <rect width="14" height="14" rx="3" class={`a-fill-${seriesPlace(index())}`} />
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
