import type { BriefCandidate, Fold, SentList } from "./data.ts";

/** `½ day`, `1 day`, `2½ days`, from half-days. */
export const toDayWords = (halfDays: number): string => {
  if (halfDays === 1) return "½ day";
  const days = `${Math.floor(halfDays / 2)}${halfDays % 2 === 0 ? "" : "½"}`;
  return days === "1" ? "1 day" : `${days} days`;
};

export const toKmWords = (km: number | null): string => {
  if (km === null) return "Not known";
  return `${km < 10 ? km.toFixed(1) : Math.round(km)} km`;
};

const ends: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };
const ordinals = new Intl.PluralRules("en-GB", { type: "ordinal" });

/** `1st`, `2nd`, `12th`. */
export const toPlaceWords = (place: number): string =>
  `${place}${ends[ordinals.select(place)] ?? "th"}`;

/** `Would rank 2nd if 3 days more were free.` */
export const toConditionWords = ({
  rank,
  condition,
}: Pick<BriefCandidate, "rank" | "condition">): string =>
  `Would rank ${toPlaceWords(rank)} if ${condition}.`;

/** What keeps the leaders of a fold out, as its heading. */
export const foldWords: Readonly<Record<Fold["fold"], string>> = {
  designation: "No designation in force",
  current: "Days not confirmed, or out of date",
  days: "Not enough days left",
  schools: "No room for one more school",
  phase: "Another phase",
  expertise: "Do not cover the main area",
  distance: "Too far away",
  "different-school": "At the school itself",
  "different-trust": "Of the same trust",
  "no-conflict": "Conflict of interest",
  "not-excluded": "The head would rather not",
  "not-declined": "Said no to this need",
  "home-release": "The home school does not let them go now",
  several: "More than one rule",
};

export const formWords: Readonly<Record<SentList["form"], string>> = {
  anonymised: "without names",
  named: "with names",
};

/** What the head said of one leader. */
export const toVerdictWords = ({
  place,
  isAvoided,
}: Pick<SentList["leaders"][number], "place" | "isAvoided">): string => {
  if (isAvoided) return "rather not";
  return place === null ? "no place" : `${toPlaceWords(place)} choice`;
};
