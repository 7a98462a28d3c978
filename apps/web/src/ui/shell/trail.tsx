import "../../look/trail.scss";
import { For, type JSX } from "solid-js";

export type Crumb = { readonly text: string; readonly href: string };

/** The way down to this page; the page itself is not in it. */
export function Breadcrumbs(props: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label="Breadcrumb">
      <ol class="govuk-breadcrumbs__list">
        <For each={props.crumbs}>
          {(crumb) => (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={crumb.href}>
                {crumb.text}
              </a>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}

export function BackLink(props: { href: string; children?: JSX.Element }) {
  return (
    <a class="govuk-back-link" href={props.href}>
      {props.children ?? "Back"}
    </a>
  );
}
