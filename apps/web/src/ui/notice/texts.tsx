import type { JSX } from "solid-js";

/** What may go wrong if one goes on. */
export function WarningText(props: { children: JSX.Element }) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{"Warning: "}</span>
        {props.children}
      </strong>
    </div>
  );
}

/** Set apart from the text around it: a quotation, an example, what others wrote. */
export function InsetText(props: { children: JSX.Element }) {
  return <div class="govuk-inset-text">{props.children}</div>;
}

/** Takes the place of the page's heading when something is done. Give the page no other `h1`. */
export function Panel(props: { title: string; children?: JSX.Element }) {
  return (
    <div class="a-panel">
      <h1 class="govuk-heading-xl">{props.title}</h1>
      <p>{props.children}</p>
    </div>
  );
}
