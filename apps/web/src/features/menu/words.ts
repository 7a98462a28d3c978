import { counted, type TagColour } from "../../ui/index.ts";
import type { Package } from "./data.ts";

export const stateWords: Readonly<Record<Package["state"], string>> = {
  proposed: "Waits for the zone",
  agreed: "In the menu",
  "turned-down": "Turned down",
  withdrawn: "Withdrawn",
};

export const stateColours: Readonly<Record<Package["state"], TagColour>> = {
  proposed: "amber",
  agreed: "green",
  "turned-down": "grey",
  withdrawn: "grey",
};

/** `3 schools have asked`, `Fewer than 6 schools have asked`. */
export const toInterestWords = ({ schools, isExact }: Package["interest"]): string => {
  if (!isExact) return `Fewer than ${schools} schools have asked`;
  if (schools === 0) return "No school has asked yet";
  return `${counted(schools, "school")} ${schools === 1 ? "has" : "have"} asked`;
};

/** `half a day`, `1 day`, `2½ days`. */
export const toDayWords = (halfDays: number): string => {
  if (halfDays === 1) return "half a day";
  const days = `${Math.floor(halfDays / 2)}${halfDays % 2 === 0 ? "" : "½"}`;
  return days === "1" ? "1 day" : `${days} days`;
};
