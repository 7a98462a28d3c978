import type { JSX } from "solid-js";

/** What only some need to read. */
export function Details(props: { summary: string; open?: boolean; children: JSX.Element }) {
  return (
    <details class="govuk-details" open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}
