import "../../look/record.scss";
import { createEffect, For } from "solid-js";

export type SubNavItem = {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
};

/** The pages of one record, each with an address of its own; on a phone the row stands at the current one. For parts of one page use `Tabs`. */
export function SubNavigation(props: { label: string; items: readonly SubNavItem[] }) {
  const links: HTMLAnchorElement[] = [];
  createEffect(() => {
    const link = links[props.items.findIndex(({ current }) => current)];
    const row = link?.parentElement;
    if (link === undefined || row === undefined || row === null) return;
    row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
  });
  return (
    <nav class="a-tabs__list" aria-label={props.label}>
      <For each={props.items}>
        {(item, at) => (
          <a
            ref={(link) => (links[at()] = link)}
            class="a-tabs__tab"
            href={item.href}
            aria-current={item.current ? "page" : undefined}
          >
            {item.text}
          </a>
        )}
      </For>
    </nav>
  );
}
