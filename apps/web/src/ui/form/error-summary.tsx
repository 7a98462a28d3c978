import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { Problem } from "./create-form.ts";

type ErrorSummaryProps = {
  problems: readonly Problem[];
  /** Any value that changes with each failed submit: the summary then takes the focus. */
  turn: unknown;
};

/** Focuses the field with this id, or the first thing that can be focused in it (radios, a date). */
export function focusField(id: string): void {
  const place = document.getElementById(id);
  const isField = place?.matches("input, select, textarea, button") === true;
  const field = isField
    ? place
    : place?.querySelector<HTMLElement>("input, select, textarea, button");
  place?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

function ProblemLine(props: { problem: Problem }) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    if (props.problem.name !== undefined) focusField(props.problem.name);
  };
  return (
    <Show when={props.problem.name} fallback={props.problem.message}>
      <a href={`#${props.problem.name}`} onClick={onClick}>
        {props.problem.message}
      </a>
    </Show>
  );
}

/** Everything that is wrong, at the top, each line leading to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const [box, setBox] = createSignal<HTMLDivElement>();
  createEffect(
    on(
      () => props.turn,
      () => props.problems.length > 0 && box()?.focus(),
      { defer: true },
    ),
  );
  return (
    <Show when={props.problems.length > 0}>
      <div class="govuk-error-summary" tabindex="-1" ref={setBox}>
        <div role="alert">
          <h2 class="govuk-error-summary__title">There is a problem</h2>
          <div class="govuk-error-summary__body">
            <ul class="govuk-list govuk-error-summary__list">
              <For each={props.problems}>
                {(problem) => (
                  <li>
                    <ProblemLine problem={problem} />
                  </li>
                )}
              </For>
            </ul>
          </div>
        </div>
      </div>
    </Show>
  );
}
