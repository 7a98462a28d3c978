import { createSignal, onCleanup, Show } from "solid-js";
import { NotificationBanner } from "../../../ui/index.ts";

const [said, setSaid] = createSignal<string>();

/** Keeps what was just done for the page that one comes to next. */
export const say = (text: string): void => {
  setSaid(text);
};

/** What was just done, once. */
export function Said() {
  onCleanup(() => setSaid(undefined));
  return (
    <Show when={said()} keyed>
      {(text) => <NotificationBanner kind="success" title={text} />}
    </Show>
  );
}
