import { For } from "solid-js";

export type FooterLink = { readonly text: string; readonly href: string };

export function Footer(props: { links: readonly FooterLink[]; line: string }) {
  return (
    <footer class="a-footer">
      <div class="govuk-width-container a-footer__inner">
        <ul class="a-footer__links">
          <For each={props.links}>
            {(link) => (
              <li>
                <a class="govuk-link govuk-link--no-visited-state" href={link.href}>
                  {link.text}
                </a>
              </li>
            )}
          </For>
        </ul>
        <span>{props.line}</span>
      </div>
    </footer>
  );
}
