import type { DesignationCommand, DesignationStatus } from "@alongside/domain/code-list";
import { toDateWords } from "../../lib/words.ts";
import type { TagColour } from "../../ui/index.ts";
import type { Designation } from "./data.ts";

export const statusWords: Readonly<Record<DesignationStatus, string>> = {
  applied: "Applied",
  designated: "Designated",
  "under-review": "Under review",
  retained: "Retained",
  withdrawn: "Withdrawn",
  resigned: "Resigned",
  removed: "Removed",
};

const colours: Readonly<Record<DesignationStatus, TagColour>> = {
  applied: "teal",
  designated: "green",
  "under-review": "amber",
  retained: "green",
  withdrawn: "grey",
  resigned: "grey",
  removed: "grey",
};

export const statusColour = (status: DesignationStatus): TagColour => colours[status];

/** What doing it is called. */
export const commandWords: Readonly<Record<DesignationCommand, string>> = {
  designate: "Designate",
  review: "Begin a review",
  retain: "Retain after the review",
  withdraw: "Withdraw",
  resign: "Record that they resigned",
  remove: "Remove",
};

/** `since 1 April 2022`, `1 April 2022 to 31 March 2026`. */
export const toSpan = ({ fromOn, toOn }: Pick<Designation, "fromOn" | "toOn">): string =>
  toOn === null ? `since ${toDateWords(fromOn)}` : `${toDateWords(fromOn)} to ${toDateWords(toOn)}`;
