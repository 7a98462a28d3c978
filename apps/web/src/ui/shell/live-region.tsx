import { createEffect, createSignal, on } from "solid-js";
import { announced } from "../announce.ts";

/** Reads out what `announce` is given. A moment of silence lets the same words be said twice. */
export function LiveRegion() {
  const [text, setText] = createSignal("");
  createEffect(
    on(
      announced,
      (said) => {
        setText("");
        queueMicrotask(() => setText(said.text));
      },
      { defer: true },
    ),
  );
  return (
    <div class="govuk-visually-hidden" aria-live="polite" aria-atomic="true" id="live-region">
      {text()}
    </div>
  );
}
