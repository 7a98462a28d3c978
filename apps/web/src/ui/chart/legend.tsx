import { For } from "solid-js";

/** The colour class of a series by its place; there are five, then they come again. */
export const seriesPlace = (index: number) => (index % 5) + 1;

export function Legend(props: { labels: readonly string[] }) {
  return (
    <ul class="a-legend">
      <For each={props.labels}>
        {(label, index) => (
          <li>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect width="14" height="14" rx="3" class={`a-fill-${seriesPlace(index())}`} />
            </svg>
            {label}
          </li>
        )}
      </For>
    </ul>
  );
}
