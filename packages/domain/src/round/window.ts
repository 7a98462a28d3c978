import { halfOf, type TermDates, type Window } from "../calendar/index.ts";
import type { Ask } from "../need/index.ts";

type Dates = Pick<Ask, "earliest" | "wantedBy">;

/** A need belongs to a term's round when its support may begin before the term is over. */
export const isForTerm = ({ earliest }: Dates, { endsOn }: TermDates): boolean =>
  earliest <= endsOn;

/**
 * The half of the term in which the days of a need must lie: the second when support cannot begin before it, the first when the change is
 * wanted before it, either otherwise (Product rules, matching: window).
 */
export const windowOf = ({ earliest, wantedBy }: Dates, term: TermDates): Window => {
  if (halfOf(earliest, term) === "late") return "late";
  return halfOf(wantedBy, term) === "early" ? "early" : "any";
};
