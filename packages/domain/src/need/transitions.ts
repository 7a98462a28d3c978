import type { NeedCommandType } from "./command.ts";
import type { NeedState } from "./state.ts";

const none = {
  revise: [],
  submit: [],
  question: [],
  answer: [],
  open: [],
  band: [],
  offer: [],
  "lose-offer": [],
  agree: [],
  hold: [],
  resume: [],
  close: [],
  reopen: [],
} as const;

/** Where each command may lead from each state; an empty cell is refused (Product rules, §2: need). */
export const needTransitions: Readonly<
  Record<NeedState, Readonly<Record<NeedCommandType, readonly NeedState[]>>>
> = {
  draft: { ...none, revise: ["draft"], submit: ["submitted"] },
  submitted: {
    ...none,
    revise: ["submitted"],
    question: ["submitted"],
    answer: ["submitted"],
    open: ["open"],
    hold: ["on-hold"],
    close: ["closed"],
  },
  open: {
    ...none,
    revise: ["open"],
    question: ["open"],
    answer: ["open"],
    band: ["open"],
    offer: ["offered"],
    hold: ["on-hold"],
    close: ["closed"],
  },
  offered: {
    ...none,
    band: ["offered"],
    "lose-offer": ["open"],
    agree: ["agreed"],
    hold: ["on-hold"],
    close: ["closed"],
  },
  agreed: { ...none, close: ["closed"] },
  "on-hold": {
    ...none,
    "lose-offer": ["on-hold"],
    resume: ["submitted", "open", "offered"],
    close: ["closed"],
  },
  closed: { ...none, reopen: ["submitted", "open"] },
};
