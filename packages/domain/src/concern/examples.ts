import { dateOf, instantOf } from "../calendar/index.ts";
import { isUrn } from "../school/index.ts";
import {
  type Concern,
  type ConcernCommand,
  type ConcernCommandType,
  type ConcernState,
  concernTransitions,
  decideConcern,
  type Escalation,
  evolveConcern,
  raiseConcern,
  toConcernId,
} from "./index.ts";

/* One concern of each kind and one command of each kind, for tests. */

export const at = instantOf(Date.UTC(2026, 0, 14, 9));
const school = 100000;
if (!isUrn(school)) throw new Error("no URN");
const core = {
  id: toConcernId("concern-1"),
  school,
  text: "No plan after the review",
  raisedAt: at,
};
const handled = { ...core, handling: "Met the head", handledAt: at };
export const first: Escalation = {
  stage: 1,
  reason: "insufficient-progress",
  letter: "letter-1",
  replyBy: dateOf(2026, 1, 28),
  sentAt: at,
  reply: null,
};

export const concerns: { readonly [State in ConcernState]: Extract<Concern, { state: State }> } = {
  raised: raiseConcern(core),
  handled: { state: "handled", ...handled },
  escalated: { state: "escalated", ...handled, current: first, past: [] },
  resolved: {
    state: "resolved",
    ...handled,
    escalations: [first],
    resolution: "Plan in place",
    resolvedAt: at,
  },
};

const escalate = {
  type: "escalate",
  at,
  reason: "insufficient-progress",
  letter: "letter-1",
  replyBy: dateOf(2026, 1, 28),
} as const;
export const commands: {
  readonly [Type in ConcernCommandType]: readonly Extract<ConcernCommand, { type: Type }>[];
} = {
  handle: [{ type: "handle", at, handling: "Met the head" }],
  escalate: [
    { ...escalate, stage: 1 },
    { ...escalate, stage: 2 },
  ],
  reply: [{ type: "reply", at, text: "A plan is attached" }],
  resolve: [{ type: "resolve", at, resolution: "Plan in place" }],
};

export const states = Object.keys(concerns).filter(
  (state): state is ConcernState => state in concernTransitions,
);

export const reach = (from: Concern, command: ConcernCommand): string => {
  const decision = decideConcern(from, command);
  if (decision.ok) return evolveConcern(from, decision.value).state;
  const { refusal } = decision;
  return refusal.kind === "wrong-state"
    ? `${refusal.machine} ${refusal.state} refuses ${refusal.command}`
    : refusal.kind;
};
