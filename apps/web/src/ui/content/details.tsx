import "../../look/fold.scss";
import { onCleanup, untrack, type JSX } from "solid-js";

/** What was open when it was taken away a moment ago: what is drawn anew in the same breath, after an update, comes back as it was. */
const leftOpen = new Set<string>();

/** What only some need to read. */
export function Details(props: { summary: string; open?: boolean; children: JSX.Element }) {
  let element: HTMLDetailsElement | undefined;
  const wasOpen = untrack(() => leftOpen.delete(props.summary));
  onCleanup(() => {
    const summary = untrack(() => props.summary);
    if (element?.open !== true) return;
    leftOpen.add(summary);
    setTimeout(() => leftOpen.delete(summary));
  });
  return (
    <details class="govuk-details" open={wasOpen || props.open} ref={element}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}
