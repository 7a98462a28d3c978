import type { Instant } from "../calendar/index.ts";
import type { DeploymentState } from "../deployment/state.ts";
import type { IsoDate } from "../school/index.ts";
import type { VisitNote, VisitState } from "./state.ts";

/** What an agreement still allows: the half-days that are committed and not booked, between its dates. */
export type Allowance = {
  readonly leftHalfDays: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
};

type Timed = { readonly at: Instant };

/** What may be done to a visit, and when. */
export type VisitCommand = Timed &
  (
    | {
        readonly type: "reschedule";
        readonly date: IsoDate;
        readonly halfDays: number;
        /** As if this visit were not booked. */
        readonly allowance: Allowance;
      }
    | { readonly type: "do" }
    | { readonly type: "note"; readonly note: VisitNote }
    | { readonly type: "agree" }
    | { readonly type: "mark-inaccurate"; readonly wrong: string }
    | { readonly type: "amend"; readonly note: VisitNote }
    | { readonly type: "cancel"; readonly reason: string }
  );
export type VisitCommandType = VisitCommand["type"];

export const visitCommands = [
  "reschedule",
  "do",
  "note",
  "agree",
  "mark-inaccurate",
  "amend",
  "cancel",
] as const satisfies readonly VisitCommandType[];

/** What happened to a visit. */
export type VisitEvent = Timed &
  (
    | { readonly type: "rescheduled"; readonly date: IsoDate; readonly halfDays: number }
    | { readonly type: "done"; readonly noteDue: Instant }
    | { readonly type: "noted"; readonly note: VisitNote }
    | { readonly type: "agreed-accurate" }
    | { readonly type: "marked-inaccurate"; readonly wrong: string }
    | { readonly type: "amended"; readonly note: VisitNote }
    | { readonly type: "cancelled"; readonly reason: string }
  );

export type VisitRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "visit";
      readonly state: VisitState;
      readonly command: VisitCommandType;
    }
  | { readonly kind: "not-half-days"; readonly given: number }
  /** Visits belong to work that is under way: not paused, not over, not before all have signed. */
  | { readonly kind: "work-not-running"; readonly state: DeploymentState }
  /** Work is not complete while a visit that has been has no record. */
  | { readonly kind: "visit-not-recorded"; readonly date: IsoDate }
  | { readonly kind: "beyond-agreed-days"; readonly wanted: number; readonly left: number }
  | {
      readonly kind: "outside-agreed-dates";
      readonly date: IsoDate;
      readonly from: IsoDate;
      readonly to: IsoDate;
    }
  | { readonly kind: "not-yet-happened"; readonly date: IsoDate; readonly today: IsoDate }
  | { readonly kind: "words-needed"; readonly field: "seen" | "wrong" | "reason" };
