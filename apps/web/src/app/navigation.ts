import type { NavItem } from "../ui/index.ts";
import { inArea } from "./area.ts";

type AreaInSession = {
  readonly slug: string;
  readonly mayAdminister: boolean;
  readonly hasQueue: boolean;
  readonly hasConcerns: boolean;
  readonly hasBoard: boolean;
  readonly readsBodies: boolean;
  readonly hasSchool: boolean;
  readonly hasOffers: boolean;
  readonly hasSupply: boolean;
  readonly mayReadPeople: boolean;
  readonly organisations: readonly string[];
};

/** What stands first for whoever has more than one line of pages: what they go to most. */
const firstOf = (area: AreaInSession): readonly string[] => {
  if (area.mayAdminister)
    return ["Home", "Queue", "Deployments", "Board", "Schools", "People", "Set-up"];
  if (area.hasQueue)
    return ["Home", "Queue", "Rounds", "Capacity", "Deployments", "Board", "Schools"];
  return area.hasSchool
    ? ["Home", "Our needs", "Capacity", "Offers", "Deployments", "Visits", "Schools"]
    : [];
};

/** In the order given, then the others as they stand. */
const ordered = (items: readonly NavItem[], first: readonly string[]): readonly NavItem[] => {
  const place = ({ text }: NavItem) => (first.includes(text) ? first.indexOf(text) : first.length);
  return items.toSorted((one, other) => place(one) - place(other));
};

/** The way around one area: what its reader goes to most, then the rest. */
export const navigationFor = (
  area: AreaInSession | undefined,
  path: string,
): readonly NavItem[] => {
  if (area === undefined) return [];
  const item = (text: string, below: string): NavItem => {
    const href = inArea(area.slug, below);
    const isCurrent = below === "" ? path === href : path.startsWith(href);
    return { text, href, current: isCurrent };
  };
  const queue = item("Queue", "/queue");
  /** Whoever sits in a group and may not see the figures of the area goes to the group itself. */
  const seat = {
    ...item("Board", "/board/bodies"),
    current: path.startsWith(inArea(area.slug, "/board")),
  };
  /** A need's page is reached from the queue by those who have no needs of their own. */
  const isFromQueue = !area.hasSchool && path.startsWith(inArea(area.slug, "/needs"));
  /** Whoever brokers, and the board; the others find their own with their deployments. */
  const readsRegister = area.hasQueue || !(area.hasOffers || area.hasSchool);
  const items = [
    item("Home", ""),
    ...(area.hasQueue ? [{ ...queue, current: queue.current === true || isFromQueue }] : []),
    ...(area.hasQueue ? [item("Rounds", "/rounds")] : []),
    ...(area.hasQueue ? [item("Reviews", "/reviews")] : []),
    ...(area.hasSchool ? [item("Our needs", "/needs")] : []),
    ...area.organisations.slice(0, 1).map((id) => item("Our leaders", `/organisations/${id}`)),
    ...(area.hasSupply ? [item("Capacity", "/capacity")] : []),
    ...(area.hasOffers ? [item("Offers", "/offers")] : []),
    ...(area.hasOffers || area.hasSchool ? [item("Deployments", "/deployments")] : []),
    ...(area.hasOffers || area.hasSchool ? [item("Visits", "/visits")] : []),
    ...(area.hasBoard ? [item("Board", "/board")] : area.readsBodies ? [seat] : []),
    item("Menu", "/menu"),
    item("Schools", "/schools"),
    item("Map", "/map"),
    item("Zones", "/zones"),
    ...(readsRegister ? [item("Conflicts", "/conflicts")] : []),
    ...(area.hasConcerns ? [item("Concerns", "/concerns")] : []),
    ...(area.hasQueue ? [item("Leader alerts", "/leader-alerts")] : []),
    ...(area.mayReadPeople ? [item("People", "/people")] : []),
    ...(area.mayAdminister
      ? [item("Imports", "/imports"), item("Surveys", "/surveys"), item("Set-up", "/set-up")]
      : []),
  ];
  return ordered(items, firstOf(area));
};
