import { createSignal, onCleanup, Show } from "solid-js";
import { InsetText, NotificationBanner } from "../../../ui/index.ts";

const [said, setSaid] = createSignal<string>();

/** Keeps what was just done for the page that one comes to next. */
export const say = (text: string): void => {
  setSaid(text);
};

export function Said() {
  onCleanup(() => setSaid(undefined));
  return (
    <Show when={said()} keyed>
      {(text) => <NotificationBanner kind="success" title={text} />}
    </Show>
  );
}

export function Trouble(props: { text: string | undefined }) {
  return (
    <Show when={props.text}>
      <div role="alert">
        <InsetText>{props.text}</InsetText>
      </div>
    </Show>
  );
}
