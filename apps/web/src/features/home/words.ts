import { toTermWords } from "@alongside/domain/calendar";
import { toDateWords } from "../../lib/words.ts";
import type { AreaHome } from "./data.ts";

type Needs = NonNullable<AreaHome["needs"]>;
type NeedState = Needs["states"][number]["state"];

/** `Autumn term 2026–27, until 18 December 2026`. */
export const termWords = ({ term }: Pick<AreaHome, "term">): string =>
  term === null
    ? "No term is set for today"
    : `${toTermWords(term)}, until ${toDateWords(term.endsOn)}`;

export const groupWords = {
  primary: "Primary",
  secondary: "Secondary",
  special: "Special, PRU and AP",
} as const;

/** Whose needs are counted. */
export const scopeWords: Readonly<Record<Needs["of"], string>> = {
  area: "Needs in the area",
  zones: "Needs in your zones",
  schools: "Your school’s needs",
};

export const stateWords: Readonly<Record<NeedState, string>> = {
  draft: "Being written",
  submitted: "Waiting for triage",
  open: "Open, to be matched",
  offered: "Offer out",
  agreed: "Agreed",
  "on-hold": "On hold",
  closed: "Closed",
};

/** The same for the school, to whom triage is nobody's word. */
export const schoolStateWords: Readonly<Record<NeedState, string>> = {
  ...stateWords,
  submitted: "With the coordinator",
  open: "Looking for a leader",
};

/** The states in the order of a need's life. */
export const stateOrder: readonly NeedState[] = [
  "submitted",
  "open",
  "offered",
  "agreed",
  "on-hold",
  "closed",
];
