import type { Instant } from "../calendar/index.ts";
import type { IsoDate, Urn } from "../school/index.ts";
import type { ConcernId } from "./concern-id.ts";

export const stages = [1, 2, 3, 4] as const;
/** 1 conversation and letter, 2 action plan, 3 formal letter, 4 warning notice or referral. */
export type Stage = (typeof stages)[number];

/** One step of an escalation, with its letter and the day by which a reply is due. */
export type Escalation = {
  readonly stage: Stage;
  readonly reason: string;
  readonly letter: string;
  readonly replyBy: IsoDate;
  readonly sentAt: Instant;
  readonly reply: { readonly text: string; readonly at: Instant } | null;
};

type Core = {
  readonly id: ConcernId;
  readonly school: Urn;
  readonly text: string;
  readonly raisedAt: Instant;
};
type Handled = Core & { readonly handling: string; readonly handledAt: Instant };

export type ConcernRaised = Core & { readonly state: "raised" };
export type ConcernHandled = Handled & { readonly state: "handled" };
export type ConcernEscalated = Handled & {
  readonly state: "escalated";
  /** The step that is open now. */
  readonly current: Escalation;
  readonly past: readonly Escalation[];
};
export type ConcernResolved = Handled & {
  readonly state: "resolved";
  readonly escalations: readonly Escalation[];
  readonly resolution: string;
  readonly resolvedAt: Instant;
};

/** A concern about one school (Product rules, §2: concern). */
export type Concern = ConcernRaised | ConcernHandled | ConcernEscalated | ConcernResolved;
export type ConcernState = Concern["state"];

export const raiseConcern = (core: Core): ConcernRaised => ({ state: "raised", ...core });

/** A school with a concern that is not resolved keeps its own leaders at home (Product rules, §3: eligibility). */
export const isOpenConcern = ({ state }: Pick<Concern, "state">): boolean => state !== "resolved";

/** Whether the reply to the letter that is out is overdue: its day has passed without one. */
export const isReplyLate = (concern: Concern, today: IsoDate): boolean =>
  concern.state === "escalated" &&
  concern.current.reply === null &&
  concern.current.replyBy < today;
