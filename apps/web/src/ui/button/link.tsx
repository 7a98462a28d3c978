import { Show, type JSX } from "solid-js";

type LinkProps = {
  href: string;
  about?: string | undefined;
  /** A file to keep rather than a page to read: the router must leave it to the browser. */
  download?: boolean;
  children: JSX.Element;
};

export function Link(props: LinkProps) {
  return (
    <a
      class="govuk-link govuk-link--no-visited-state"
      href={props.href}
      download={props.download === true ? "" : undefined}
    >
      {props.children}
      <Show when={props.about}>
        <span class="govuk-visually-hidden">{` ${props.about}`}</span>
      </Show>
    </a>
  );
}
