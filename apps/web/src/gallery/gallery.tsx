import { createSignal, onCleanup, Show } from "solid-js";
import { AccountMenu, Breadcrumbs, Page, Shell } from "../ui/index.ts";
import { parts } from "./parts.ts";

const account = [
  { text: "Your details", href: "?part=home" },
  { text: "Sign out", onPress: () => undefined },
];

const footer = [
  { text: "Privacy", href: "?part=home" },
  { text: "Accessibility", href: "?part=home" },
  { text: "Help", href: "?part=home" },
];

/** Every component in every state, a part at a time: `gallery.html?part=forms`. */
export function Gallery() {
  const [search, setSearch] = createSignal(window.location.search);
  const navigate = (address: string) => {
    window.history.pushState({}, "", address);
    setSearch(window.location.search);
  };
  const onBack = () => setSearch(window.location.search);
  window.addEventListener("popstate", onBack);
  onCleanup(() => window.removeEventListener("popstate", onBack));
  const key = () => new URLSearchParams(search()).get("part") ?? "home";
  const part = () => parts.find((each) => each.key === key());
  const nav = () =>
    parts.map((each) => ({
      text: each.name,
      href: `?part=${each.key}`,
      current: each.key === key(),
    }));
  return (
    <Shell
      product="Alongside"
      area="Marlshire"
      nav={nav()}
      navigate={navigate}
      account={<AccountMenu name="Ada Oyelaran" items={account} />}
      footer={footer}
      footerLine="An invented area, for demonstration"
    >
      <Show when={part()} keyed>
        {(shown) => (
          <Page
            title={shown.title}
            caption={shown.caption}
            lead={shown.lead}
            before={<Breadcrumbs crumbs={[{ text: "Home", href: "?part=home" }]} />}
          >
            {shown.content({ search })}
          </Page>
        )}
      </Show>
    </Shell>
  );
}
