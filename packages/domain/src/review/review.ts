import { accepted, refused, type Result } from "../result/index.ts";
import type { IsoDate } from "../school/index.ts";

export const reviewStates = ["open", "agreed"] as const;
/** The termly review of a zone: open while its schools are judged, agreed once the zone's panel has met (Product rules, §2: termly review). */
export type ReviewState = (typeof reviewStates)[number];

export const reviewCommands = ["judge", "agree", "reopen"] as const;
export type ReviewCommand = (typeof reviewCommands)[number];

/** Where each command may lead from each state; an empty cell is refused. What the panel agreed to is changed only after it was taken up again. */
export const reviewTransitions: Readonly<
  Record<ReviewState, Readonly<Record<ReviewCommand, readonly ReviewState[]>>>
> = {
  open: { judge: ["open"], agree: ["agreed"], reopen: [] },
  agreed: { judge: [], agree: [], reopen: ["open"] },
};

export type ReviewRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "review";
      readonly state: ReviewState;
      readonly command: ReviewCommand;
    }
  /** Schools of the zone that nobody has looked at this term. */
  | { readonly kind: "schools-left"; readonly left: number }
  /** The panel cannot have agreed on a day that is still ahead. */
  | { readonly kind: "panel-day-ahead"; readonly on: IsoDate }
  /** Nothing was found that invites a need. */
  | { readonly kind: "nothing-suggested" }
  /** A review looks at a term that has begun. */
  | { readonly kind: "term-to-come"; readonly startsOn: IsoDate };

/** The state of a review after a command, or why it cannot be. */
export const moveReview = (
  state: ReviewState,
  command: ReviewCommand,
): Result<ReviewState, ReviewRefusal> => {
  const [next] = reviewTransitions[state][command];
  return next === undefined
    ? refused({ kind: "wrong-state", machine: "review", state, command })
    : accepted(next);
};

export type Agreement = {
  readonly today: IsoDate;
  /** The day on which the zone's panel met. */
  readonly panelOn: IsoDate;
  /** Schools of the zone without a judgement this term. */
  readonly left: number;
  /** Whoever agrees has said that these stay without one. */
  readonly leavesOut: boolean;
};

/** A review is agreed by the zone's panel, on a day that has been, when no school is left but those that are left out on purpose. */
export const agreeReview = (
  state: ReviewState,
  { today, panelOn, left, leavesOut }: Agreement,
): Result<ReviewState, ReviewRefusal> => {
  if (panelOn > today) return refused({ kind: "panel-day-ahead", on: panelOn });
  if (left > 0 && !leavesOut) return refused({ kind: "schools-left", left });
  return moveReview(state, "agree");
};

/** A review may be opened for a term from its first day on. */
export const mayOpenFor = (today: IsoDate, startsOn: IsoDate): Result<true, ReviewRefusal> =>
  startsOn > today ? refused({ kind: "term-to-come", startsOn }) : accepted(true);
