import type { JSX } from "solid-js";
import { Footer, type FooterLink } from "./footer.tsx";
import { Header, type NavItem } from "./header.tsx";
import { LiveRegion } from "./live-region.tsx";
import { ShellContext, useShell } from "./shell-context.ts";

export type ShellProps = {
  product: string;
  homeHref?: string;
  area?: string | undefined;
  nav?: readonly NavItem[] | undefined;
  /** Usually an `AccountMenu`, or nothing when nobody is signed in. */
  account?: JSX.Element;
  footer: readonly FooterLink[];
  footerLine?: string;
  /** The router's way of going to an address. */
  navigate?: ((address: string) => void) | undefined;
  /** Told when a page stands. */
  onPage?: (() => void) | undefined;
  children: JSX.Element;
};

function skipToMain(event: MouseEvent) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

/** What stands around every page: skip link, header, navigation, main, footer, live region. */
export function Shell(props: ShellProps) {
  const outer = useShell();
  const value = {
    get product() {
      return props.product;
    },
    get area() {
      return props.area;
    },
    navigate: (address: string) => (props.navigate ?? outer.navigate)(address),
    onPage: () => props.onPage?.(),
  };
  return (
    <ShellContext.Provider value={value}>
      <a href="#main" class="govuk-skip-link" onClick={skipToMain}>
        Skip to main content
      </a>
      <Header
        product={props.product}
        homeHref={props.homeHref ?? "/"}
        area={props.area}
        nav={props.nav ?? []}
        account={props.account}
      />
      <main class="a-main" id="main" tabindex="-1">
        <div class="govuk-width-container">{props.children}</div>
      </main>
      <Footer links={props.footer} line={props.footerLine ?? ""} />
      <LiveRegion />
    </ShellContext.Provider>
  );
}
