import { createSignal, For, onCleanup, Show } from "solid-js";

/** Stands where something is on its way. It shows after a moment, so that quick answers don't flicker. */
export function Loading(props: { label?: string; lines?: number }) {
  const [shown, setShown] = createSignal(false);
  const wait = setTimeout(() => setShown(true), 150);
  onCleanup(() => clearTimeout(wait));
  const lines = () => Array.from({ length: props.lines ?? 4 }, (_, index) => index);
  return (
    <div class="a-loading" role="status">
      <Show when={shown()}>
        <span class="govuk-visually-hidden">{props.label ?? "Loading"}</span>
        <For each={lines()}>{() => <div class="a-loading__line" />}</For>
      </Show>
    </div>
  );
}
