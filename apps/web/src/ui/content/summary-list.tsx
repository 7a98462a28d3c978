import "../../look/record.scss";
import { For, Show, type JSX } from "solid-js";

export type SummaryRow = {
  readonly term: string;
  readonly value: JSX.Element;
  /** Where the answer can be changed. The term is added for screen readers. */
  readonly changeHref?: string | undefined;
  readonly action?: JSX.Element;
};

/** Answers to check before they are sent, or the facts of a record. */
export function SummaryList(props: { rows: readonly SummaryRow[] }) {
  const hasActions = () =>
    props.rows.some((row) => row.changeHref !== undefined || row.action !== undefined);
  return (
    <dl class="govuk-summary-list">
      <For each={props.rows}>
        {(row) => (
          <div
            class="govuk-summary-list__row"
            classList={{
              "govuk-summary-list__row--no-actions":
                hasActions() && row.changeHref === undefined && row.action === undefined,
            }}
          >
            <dt class="govuk-summary-list__key">{row.term}</dt>
            <dd class="govuk-summary-list__value">{row.value}</dd>
            <Show when={row.changeHref !== undefined || row.action !== undefined}>
              <dd class="govuk-summary-list__actions">
                {row.action}
                <Show when={row.changeHref}>
                  <a class="govuk-link govuk-link--no-visited-state" href={row.changeHref}>
                    Change
                    <span class="govuk-visually-hidden">{` ${row.term.toLowerCase()}`}</span>
                  </a>
                </Show>
              </dd>
            </Show>
          </div>
        )}
      </For>
    </dl>
  );
}
