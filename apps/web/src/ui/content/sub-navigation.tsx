import "../../look/record.scss";
import { For } from "solid-js";

export type SubNavItem = {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
};

/** The pages of one record, each with an address of its own. For parts of one page use `Tabs`. */
export function SubNavigation(props: { label: string; items: readonly SubNavItem[] }) {
  return (
    <nav class="a-tabs__list" aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <a class="a-tabs__tab" href={item.href} aria-current={item.current ? "page" : undefined}>
            {item.text}
          </a>
        )}
      </For>
    </nav>
  );
}
