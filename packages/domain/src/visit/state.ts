import { endOfLondonDay, type Instant, londonDateOf, workingDaysAfter } from "../calendar/index.ts";
import type { DeploymentId } from "../deployment/deployment-id.ts";
import type { ObjectiveId } from "../deployment/objective-id.ts";
import type { PersonId } from "../identity/index.ts";
import type { IsoDate } from "../school/index.ts";
import type { VisitId } from "./visit-id.ts";

export const standings = ["ahead", "on-course", "behind", "not-looked-at"] as const;
/** How an objective stands, as whoever visited sees it. */
export type Standing = (typeof standings)[number];

/** A record of visit. Objectives are named by the id that they keep through every version of the agreement. */
export type VisitNote = {
  readonly met: readonly string[];
  readonly seen: string;
  readonly progress: readonly {
    readonly objective: ObjectiveId;
    readonly standing: Standing;
    readonly text: string;
  }[];
  readonly actions: readonly {
    readonly text: string;
    readonly owner: PersonId;
    readonly due: IsoDate;
  }[];
  readonly nextVisit: IsoDate | null;
};

type Core = {
  readonly id: VisitId;
  readonly deployment: DeploymentId;
  readonly date: IsoDate;
  readonly halfDays: number;
};
type Done = Core & { readonly doneAt: Instant; readonly noteDue: Instant };
type Noted = Done & { readonly note: VisitNote; readonly notedAt: Instant };

export type VisitPlanned = Core & { readonly state: "planned" };
export type VisitDone = Done & { readonly state: "done" };
export type VisitNoted = Noted & { readonly state: "noted" };
export type VisitAgreed = Noted & { readonly state: "agreed-accurate"; readonly agreedAt: Instant };
export type VisitDisputed = Noted & {
  readonly state: "marked-inaccurate";
  readonly wrong: string;
  readonly markedAt: Instant;
};
export type VisitAmended = Noted & {
  readonly state: "amended";
  readonly wrong: string;
  readonly markedAt: Instant;
  readonly amendedAt: Instant;
  /** The note as it stood when the head said what was wrong. It is kept for good. */
  readonly before: VisitNote;
};
export type VisitCancelled = Core & {
  readonly state: "cancelled";
  readonly reason: string;
  readonly cancelledAt: Instant;
};

/** One visit of a deployment (Product rules, §2: visit). */
export type Visit =
  | VisitPlanned
  | VisitDone
  | VisitNoted
  | VisitAgreed
  | VisitDisputed
  | VisitAmended
  | VisitCancelled;
export type VisitState = Visit["state"];

const noteWorkingDays = 5;

/** A note is due in five working days, by the end of the last (Product rules, §2: visit). */
export const noteDueAfter = (date: IsoDate): Instant =>
  endOfLondonDay(workingDaysAfter(date, noteWorkingDays));

/** Whether a visit's note is late at an instant, or was when it came (Product rules, §2: visit). */
export const isNoteLate = (visit: Visit, at: Instant): boolean => {
  if (visit.state === "planned" || visit.state === "cancelled") return false;
  return (visit.state === "done" ? at : visit.notedAt) > visit.noteDue;
};

/** Whole calendar days of notice that a cancelled visit had; 0 or below when it came too late. */
export const noticeOf = ({ date, cancelledAt }: VisitCancelled): number =>
  Math.round((Date.parse(date) - Date.parse(londonDateOf(cancelledAt))) / 86_400_000);
