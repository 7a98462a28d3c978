import { createEffect, on, Show } from "solid-js";
import { toNumberWords } from "../../../lib/words.ts";
import { announce, ProgressBar } from "../../../ui/index.ts";
import type { HowFar } from "../send.ts";

/** How far long work is; a screen reader hears its beginning, the page shows the rest. */
export function Progress(props: { active: boolean; label: string; far: HowFar | undefined }) {
  createEffect(
    on(
      () => props.active,
      (active) => active && announce(props.label),
      { defer: true },
    ),
  );
  return (
    <Show when={props.active}>
      <ProgressBar
        label={props.label}
        value={props.far?.linesRead}
        max={props.far?.lines}
        text={
          props.far === undefined
            ? undefined
            : `${toNumberWords(props.far.linesRead)} of ${toNumberWords(props.far.lines)} lines`
        }
      />
    </Show>
  );
}
