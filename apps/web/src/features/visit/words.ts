import type { Standing, VisitState } from "@alongside/domain/visit";
import type { TagColour } from "../../ui/index.ts";

export const stateWords: Readonly<Record<VisitState, string>> = {
  planned: "Planned",
  done: "Record awaited",
  noted: "With the head",
  "agreed-accurate": "Agreed accurate",
  "marked-inaccurate": "To be put right",
  amended: "Put right",
  cancelled: "Cancelled",
};

export const stateColours: Readonly<Record<VisitState, TagColour>> = {
  planned: "plum",
  done: "amber",
  noted: "amber",
  "agreed-accurate": "green",
  "marked-inaccurate": "red",
  amended: "green",
  cancelled: "grey",
};

export const standingWords: Readonly<Record<Standing, string>> = {
  ahead: "Ahead",
  "on-course": "On course",
  behind: "Behind",
  "not-looked-at": "Not looked at",
};

const momentWords: Readonly<Record<string, string>> = {
  "visit-planned": "Planned",
  "visit-moved": "Moved",
  "visit-done": "Took place",
  "visit-noted": "Record written",
  "visit-agreed": "Agreed accurate by the head",
  "visit-marked-inaccurate": "Marked inaccurate by the head",
  "visit-amended": "Record put right",
  "visit-cancelled": "Cancelled",
};

export const toMomentTitle = (kind: string): string => momentWords[kind] ?? "Changed";

/** `1 day`, `half a day`, `1.5 days`. */
export const toLength = (halfDays: number): string => {
  if (halfDays === 1) return "half a day";
  return halfDays === 2 ? "1 day" : `${halfDays / 2} days`;
};

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/** `Mon, 16 March 2026`: a visit is on a day of the week. */
export const toVisitDay = (date: string): string => dayFormat.format(new Date(date));

export const toPlaceWords = (place: {
  readonly street: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
}): string =>
  [place.street, place.town, place.postcode]
    .filter((part) => part !== null && part !== "")
    .join(", ");
