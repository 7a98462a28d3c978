import { createSignal, For, Show, type JSX } from "solid-js";
import { createDisclosure } from "./create-disclosure.ts";
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

/** As many as stand in one line of a laptop's screen. */
const mostInLine = 8;

function NavLinks(props: { items: readonly NavItem[] }) {
  return (
    <For each={props.items}>
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
  );
}

/** What there is no room for in the line: behind a button on a wide screen, in the same list on a phone. */
function More(props: { items: readonly NavItem[] }) {
  const menu = createDisclosure();
  const holdsCurrent = () => props.items.some((item) => item.current === true);
  return (
    <li
      class="a-nav__more"
      ref={menu.setBox}
      onKeyDown={menu.onKeyDown}
      onFocusOut={menu.onFocusOut}
    >
      <button
        ref={menu.setButton}
        type="button"
        class="a-nav__link"
        aria-current={holdsCurrent() ? "true" : undefined}
        aria-expanded={menu.open()}
        aria-controls={menu.id}
        onClick={() => menu.setOpen(!menu.open())}
      >
        More
      </button>
      <ul
        class="a-nav__panel"
        classList={{ "a-nav__panel--open": menu.open() }}
        id={menu.id}
        onClick={() => menu.setOpen(false)}
      >
        <NavLinks items={props.items} />
      </ul>
    </li>
  );
}

/** The product's name and the area's name on every page, then where one can go. */
export function Header(props: HeaderProps) {
  const [open, setOpen] = createSignal(false);
  const places = () => (props.nav.length > mostInLine ? mostInLine - 1 : mostInLine);
  const inLine = () => props.nav.slice(0, places());
  const inMore = () => props.nav.slice(places());
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
            <NavLinks items={inLine()} />
            <Show when={inMore().length > 0}>
              <More items={inMore()} />
            </Show>
          </ul>
        </nav>
      </Show>
    </>
  );
}
