import { createSignal, For, Show, type JSX } from "solid-js";
import { Wordmark } from "./wordmark.tsx";

export type NavItem = {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean | undefined;
};

type HeaderProps = {
  product: string;
  homeHref: string;
  area: string | undefined;
  nav: readonly NavItem[];
  account: JSX.Element;
};

/** The product's name and the area's name on every page, then where one can go. */
export function Header(props: HeaderProps) {
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <header class="a-header">
        <div class="govuk-width-container a-header__bar">
          <Wordmark product={props.product} href={props.homeHref} />
          <Show when={props.area}>
            <span class="a-header__area">{props.area}</span>
          </Show>
          <div class="a-header__end">
            <Show when={props.nav.length > 0}>
              <button
                type="button"
                class="a-header__button a-nav__toggle"
                aria-expanded={open()}
                aria-controls="navigation"
                onClick={() => setOpen(!open())}
              >
                Menu
              </button>
            </Show>
            {props.account}
          </div>
        </div>
      </header>
      <Show when={props.nav.length > 0}>
        <nav
          id="navigation"
          class="a-nav"
          classList={{ "a-nav--closed": !open() }}
          aria-label="Main"
          onClick={() => setOpen(false)}
        >
          <ul class="govuk-width-container a-nav__list">
            <For each={props.nav}>
              {(item) => (
                <li>
                  <a
                    class="a-nav__link"
                    href={item.href}
                    aria-current={item.current === true ? "page" : undefined}
                  >
                    {item.text}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </nav>
      </Show>
    </>
  );
}
