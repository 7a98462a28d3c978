import type { Actor, Grant } from "./actor.ts";
import type { Role } from "./identity.ts";

export const homePages = [
  "school",
  "leader",
  "organisation",
  "queue",
  "board",
  "administration",
  "instance",
] as const;
export type HomePage = (typeof homePages)[number];

/** One of the places that a person can switch between: the part, and the page on which it begins. */
export type Home = Grant & { readonly page: HomePage };

const pages: Readonly<Record<Role, HomePage>> = {
  "zone-coordinator": "queue",
  officer: "queue",
  "partnership-administrator": "administration",
  head: "school",
  "organisation-administrator": "organisation",
  leader: "leader",
  "board-clerk": "board",
  "board-member": "board",
  "school-staff": "school",
  operator: "instance",
};

/** Whoever plays several parts lands where most is waiting for them: in the order of this list. */
const order: readonly string[] = Object.keys(pages);

const toHome = (grant: Grant): Home => ({ page: pages[grant.role], ...grant });

/** All homes of a person, the one to land on first. They only choose a page: rights are those of all grants together. */
export const homesOf = (actor: Actor): readonly Home[] =>
  actor.kind === "person"
    ? actor.grants.map(toHome).toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    : [];

/** Where to go after signing in. */
export type Landing =
  | { readonly page: "sign-in" }
  /** A second factor must be shown, or set up, first. */
  | { readonly page: "second-factor" }
  | { readonly page: "enrolment" }
  /** Signed in, and no part to play: the page says whom to ask. */
  | { readonly page: "no-role" }
  | Home;

export const homeOf = (actor: Actor): Landing => {
  if (actor.kind !== "person") return { page: "sign-in" };
  if (actor.awaits !== undefined) return { page: actor.awaits };
  return homesOf(actor)[0] ?? { page: "no-role" };
};
