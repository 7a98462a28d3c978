/** How a list of leaders is shown to the head who is to rank it. */
export const shortlistForms = ["anonymised", "named"] as const;
export type ShortlistForm = (typeof shortlistForms)[number];

/** At least two, for there to be a choice; no more than a head can weigh. */
export const fewestListed = 2;
export const mostListed = 6;

/** `A`, `B`, `C`: what a leader is called on an anonymised list. */
export const letterOf = (index: number): string => String.fromCodePoint(65 + index);

const bands = [
  [5, "Within 5 km"],
  [10, "5 to 10 km away"],
  [20, "10 to 20 km away"],
  [40, "20 to 40 km away"],
] as const;

/** A distance that names no school: the nearest of a few bands. */
export const toDistanceBand = (km: number | null): string =>
  km === null
    ? "Distance not known"
    : (bands.find(([most]) => km <= most)?.[1] ?? "More than 40 km away");

/**
 * What a head is shown of a leader in order to rank. Without a name go also the school, the exact distance and past work, for each would name
 * the leader (Product rules, §3: graded disclosure).
 */
export type ShortlistCard = {
  readonly letter: string;
  readonly named: {
    readonly name: string;
    readonly homeSchool: string;
    readonly km: number | null;
    readonly hasSupported: boolean;
  } | null;
  /** In words, as the partnership's lists have them. */
  readonly kind: string;
  readonly distance: string;
  readonly isSameZone: boolean;
  readonly areas: readonly { readonly label: string; readonly level: number }[];
  readonly modes: readonly string[];
  readonly freeHalfDays: number;
};

type CardFacts = Omit<ShortlistCard, "named" | "distance"> & NonNullable<ShortlistCard["named"]>;

/** The card of a leader in the form in which the list is sent (Product rules, §3: graded disclosure). */
export const toCard = (form: ShortlistForm, facts: CardFacts): ShortlistCard => {
  const { name, homeSchool, km, hasSupported, ...open } = facts;
  const named = form === "named" ? { name, homeSchool, km, hasSupported } : null;
  return { ...open, named, distance: toDistanceBand(km) };
};
