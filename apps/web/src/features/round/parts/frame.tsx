import "../../../look/round.scss";
import { useLocation } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import { Breadcrumbs, InsetText, Page, SubNavigation } from "../../../ui/index.ts";
import { roundAddress, roundsAddress } from "../addresses.ts";

const pages = [
  ["Overview", ""],
  ["Needs and days", "/needs-and-days"],
  ["Plan", "/plan"],
  ["Compare", "/compare"],
  ["Decisions", "/decisions"],
  ["Panel", "/panel"],
  ["Offers", "/offers"],
  ["How it works", "/method"],
] as const;

/** The pages of one round, each with an address of its own. */
export function RoundFrame(props: {
  area: string;
  round: { readonly id: string; readonly name: string };
  title: string;
  lead?: string | undefined;
  children: JSX.Element;
}) {
  const location = useLocation();
  const items = () =>
    pages.map(([text, below]) => {
      const href = roundAddress(props.area, props.round.id, below);
      const isCurrent =
        below === "" ? location.pathname === href : location.pathname.startsWith(href);
      return { text, href, current: isCurrent };
    });
  const crumbs = () => [
    { text: "Rounds", href: roundsAddress(props.area) },
    { text: props.round.name, href: roundAddress(props.area, props.round.id) },
  ];
  return (
    <Page
      title={props.title}
      caption={props.title === props.round.name ? undefined : props.round.name}
      lead={props.lead}
      before={<Breadcrumbs crumbs={crumbs()} />}
    >
      <SubNavigation label="This round" items={items()} />
      {props.children}
    </Page>
  );
}

/** What went wrong with an act that has no form of its own; says so aloud. */
export function Trouble(props: { words: string }) {
  return (
    <Show when={props.words}>
      {(words) => (
        <div role="alert">
          <InsetText>{words()}</InsetText>
        </div>
      )}
    </Show>
  );
}

export const createTrouble = () => createSignal("");
