import "../../look/record.scss";
import { createSignal, createUniqueId, For, type JSX } from "solid-js";

export type Tab = {
  readonly key: string;
  readonly label: string;
  readonly panel: () => JSX.Element;
};

type TabsProps = {
  /** What the tabs are about, for screen readers. */
  label: string;
  tabs: readonly Tab[];
  /** Which is open; leave out to let the tabs remember by themselves. */
  selected?: string | undefined;
  onSelect?: ((key: string) => void) | undefined;
};

/** Where an arrow, Home or End key leads among `count` tabs; undefined for any other key. */
export function tabAfterKey(key: string, index: number, count: number): number | undefined {
  if (key === "ArrowRight") return (index + 1) % count;
  if (key === "ArrowLeft") return (index - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}

/** Parts of one page of which one shows at a time. Arrow keys, Home and End move; the panel comes next. */
export function Tabs(props: TabsProps) {
  const id = createUniqueId();
  const [own, setOwn] = createSignal<string>();
  const open = () => props.selected ?? own() ?? props.tabs[0]?.key;
  const choose = (key: string) => {
    setOwn(key);
    props.onSelect?.(key);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = tabAfterKey(event.key, index, props.tabs.length);
    const tab = next === undefined ? undefined : props.tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    choose(tab.key);
    document.getElementById(`${id}-tab-${tab.key}`)?.focus();
  };
  return (
    <div class="a-tabs">
      <div class="a-tabs__list" role="tablist" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab, index) => (
            <button
              type="button"
              role="tab"
              class="a-tabs__tab"
              id={`${id}-tab-${tab.key}`}
              aria-selected={tab.key === open()}
              aria-controls={`${id}-panel-${tab.key}`}
              tabindex={tab.key === open() ? 0 : -1}
              onClick={() => choose(tab.key)}
              onKeyDown={(event) => onKeyDown(event, index())}
            >
              {tab.label}
            </button>
          )}
        </For>
      </div>
      <For each={props.tabs}>
        {(tab) => (
          <div
            role="tabpanel"
            class="a-tabs__panel"
            data-label={tab.label}
            id={`${id}-panel-${tab.key}`}
            aria-labelledby={`${id}-tab-${tab.key}`}
            tabindex="0"
            hidden={tab.key !== open()}
          >
            {tab.panel()}
          </div>
        )}
      </For>
    </div>
  );
}
