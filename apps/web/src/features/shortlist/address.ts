import { pageIn, sortOf, type FilterGroup } from "../../ui/index.ts";
import type { Question, Shortlist } from "./data.ts";

export const pageSize = 20;
const mostPicked = 6;

const sorts = ["fit", "distance", "days", "level", "fresh", "name"] as const;
export type Sort = (typeof sorts)[number];

export const sortWords: Readonly<Record<Sort, string>> = {
  fit: "Fit",
  distance: "Distance",
  days: "Days left",
  level: "Level",
  fresh: "Confirmed last",
  name: "Name",
};

export const sortIn = (search: string): Sort =>
  sorts.find((sort) => sort === sortOf(search)?.key) ?? "fit";

const numberIn = (params: URLSearchParams, name: string): number | undefined => {
  const text = params.get(name) ?? "";
  return text === "" || !Number.isFinite(Number(text)) ? undefined : Number(text);
};

/** The question that the address of a shortlist asks. */
export const questionOf = (
  given: { readonly area: string; readonly needId: string },
  search: string,
): Question => {
  const params = new URLSearchParams(search);
  const level = numberIn(params, "level");
  const days = numberIn(params, "days");
  const fold = params.get("left-out");
  return {
    ...given,
    termId: params.get("term") || undefined,
    zones: params.getAll("zone"),
    kinds: params.getAll("kind"),
    mostKm: numberIn(params, "km"),
    leastHalfDays: days === undefined ? undefined : Math.ceil(days * 2),
    leastLevel: level === 1 || level === 2 || level === 3 ? level : undefined,
    sort: sortIn(search),
    isDescending: sortOf(search)?.direction === "descending",
    offset: (pageIn(search) - 1) * pageSize,
    limit: pageSize,
    open: foldOf(fold),
  };
};

type Fold = Shortlist["excluded"][number]["fold"];

/** The fold that the address opens. The server knows which there are; any other opens none. */
const foldOf = (text: string | null): Fold | undefined => (text ?? undefined) as Fold | undefined;

const choice = (value: string, label: string) => ({ value, label });

/** Every filter of a shortlist. */
export const filtersOf = (choices: Shortlist["choices"]): readonly FilterGroup[] => [
  { kind: "many", name: "zone", label: "Zone of the home school", choices: choices.zones },
  { kind: "many", name: "kind", label: "Kind of leader", choices: choices.kinds },
  {
    kind: "one",
    name: "km",
    label: "Distance",
    choices: ["5", "10", "20", "40"].map((km) => choice(km, `Up to ${km} km`)),
  },
  {
    kind: "one",
    name: "days",
    label: "Days left",
    choices: ["2", "5", "10", "15"].map((days) => choice(days, `${days} days or more`)),
  },
  {
    kind: "one",
    name: "level",
    label: "Level in the main area",
    choices: [choice("2", "2 or 3"), choice("3", "3 only")],
  },
];

/** The leaders who are picked in an address, in the order in which they were. */
export const picksIn = (search: string): readonly string[] => [
  ...new Set(new URLSearchParams(search).getAll("pick")),
];

export const mayPickMore = (search: string): boolean => picksIn(search).length < mostPicked;

/** The address with one leader more picked, or one fewer; the page and everything else stay. */
export const togglePick = (search: string, leader: string): string => {
  const params = new URLSearchParams(search);
  const picked = picksIn(search);
  params.delete("pick");
  for (const each of picked) if (each !== leader) params.append("pick", each);
  if (!picked.includes(leader)) params.append("pick", leader);
  const text = params.toString();
  return text === "" ? "?" : `?${text}`;
};

/** The part of an address that the pages of one shortlist share: the term and who is picked. */
export const sharedSearch = (search: string): string => {
  const params = new URLSearchParams(search);
  const kept = new URLSearchParams();
  const term = params.get("term");
  if (term !== null) kept.set("term", term);
  for (const pick of picksIn(search)) kept.append("pick", pick);
  const text = kept.toString();
  return text === "" ? "" : `?${text}`;
};
