import "../../look/record.scss";
import { For, Show, type JSX } from "solid-js";

export type TimelineItem = {
  readonly title: string;
  /** In words: '3 September 2026, 2:15pm'. */
  readonly when: string;
  /** ISO 8601, for machines. */
  readonly at: string;
  /** Who did it, and for whom. */
  readonly by?: string | undefined;
  readonly body?: JSX.Element;
};

/** What happened, newest first. */
export function Timeline(props: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol class="a-timeline" aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <li class="a-timeline__item">
            <h3>{item.title}</h3>
            <p class="a-timeline__when">
              <time datetime={item.at}>{item.when}</time>
              <Show when={item.by}>{`, by ${item.by}`}</Show>
            </p>
            <Show when={item.body}>
              <div class="a-timeline__body">{item.body}</div>
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}
