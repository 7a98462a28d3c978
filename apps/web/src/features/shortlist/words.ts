import type { Candidate, Shortlist } from "./data.ts";

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
export const toConditionWords = ({ rank, condition }: Candidate): string =>
  `Would rank ${toPlaceWords(rank)} if ${condition}.`;

const seasons: Readonly<Record<string, string>> = {
  autumn: "Autumn",
  spring: "Spring",
  summer: "Summer",
};

/** `Spring term 2025-26`. */
export const toTermWords = ({ season, academicYear }: Shortlist["term"]): string =>
  `${seasons[season] ?? season} term ${academicYear}`;
