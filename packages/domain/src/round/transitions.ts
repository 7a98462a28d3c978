import type { RoundCommandType } from "./command.ts";
import type { RoundState } from "./state.ts";

const none = {
  rescope: [],
  adjust: [],
  "record-run": [],
  propose: [],
  "ask-again": [],
  agree: [],
  publish: [],
  "add-offers": [],
  close: [],
  drop: [],
  "take-up": [],
} as const;

/** Where each command may lead from each state; an empty cell is refused (Product rules, §2: round). */
export const roundTransitions: Readonly<
  Record<RoundState, Readonly<Record<RoundCommandType, readonly RoundState[]>>>
> = {
  draft: {
    ...none,
    rescope: ["draft"],
    adjust: ["draft"],
    "record-run": ["solved"],
    drop: ["dropped"],
  },
  solved: {
    ...none,
    rescope: ["draft"],
    adjust: ["solved"],
    "record-run": ["solved"],
    propose: ["solved"],
    "ask-again": ["solved"],
    agree: ["agreed"],
    drop: ["dropped"],
  },
  agreed: { ...none, "ask-again": ["solved"], publish: ["published"] },
  published: {
    ...none,
    adjust: ["published"],
    "record-run": ["published"],
    "add-offers": ["published"],
    close: ["closed"],
  },
  closed: none,
  dropped: { ...none, "take-up": ["draft"] },
};
