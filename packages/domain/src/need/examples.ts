import { dateOf, instantOf } from "../calendar/index.ts";
import { toDeploymentId } from "../deployment/deployment-id.ts";
import { toOfferId } from "../offer/offer-id.ts";
import { isUrn } from "../school/index.ts";
import {
  type Ask,
  decideNeed,
  draftNeed,
  evolveNeed,
  type Need,
  type NeedCommand,
  type NeedCommandType,
  type NeedState,
  needTransitions,
  toNeedId,
} from "./index.ts";

/* One need of each kind and one command of each kind, for tests. */

export const at = instantOf(Date.UTC(2026, 0, 8, 9));
export const id = toNeedId("need-1");
const urn = 100000;
if (!isUrn(urn)) throw new Error("no URN");
export const offer = toOfferId("offer-1");
const deployment = toDeploymentId("deployment-1");
export const ask: Ask = {
  school: urn,
  framework: "report-card",
  focus: ["achievement"],
  why: "Results fell two years running",
  wantedOutcome: "Phonics above the area by July",
  wantedBy: dateOf(2026, 7, 1),
  primaryArea: "phonics-and-early-reading",
  otherAreas: ["assessment"],
  halfDays: 12,
  modes: ["coaching"],
  earliest: dateOf(2026, 1, 19),
  fundingSource: "zone-budget",
  urgent: false,
  sameTrustWelcome: false,
  preferred: [],
  avoided: [],
  sensitiveNote: "",
};

export const draft = draftNeed(id, ask);
const question = { text: "Which year groups?", askedAt: at };
export const submitted = { state: "submitted", id, ask, submittedAt: at, question } as const;
export const open = { ...submitted, state: "open", band: 2, bandReason: "Review" } as const;
export const offered = { ...open, state: "offered", offer } as const;
export const onHold = (before: typeof submitted | typeof open | typeof offered) =>
  ({ state: "on-hold", id, reason: "Inspection", until: dateOf(2026, 2, 1), before }) as const;
export const closed = (reopensAs: typeof submitted | typeof open) =>
  ({ state: "closed", id, outcome: "withdrawn", note: "n", closedAt: at, reopensAs }) as const;

export const needs: { readonly [State in NeedState]: readonly Extract<Need, { state: State }>[] } =
  {
    draft: [draft],
    submitted: [submitted],
    open: [open],
    offered: [offered],
    agreed: [{ ...open, state: "agreed", deployment }],
    "on-hold": [onHold(submitted), onHold(open), onHold(offered)],
    closed: [closed(submitted), closed(open)],
  };

export const commands: {
  readonly [Type in NeedCommandType]: readonly Extract<NeedCommand, { type: Type }>[];
} = {
  revise: [{ type: "revise", at, changes: { why: "New data" } }],
  submit: [{ type: "submit", at }],
  question: [{ type: "question", at, text: "Which year groups?" }],
  answer: [{ type: "answer", at, text: "Years 1 and 2" }],
  open: [{ type: "open", at, band: 2, reason: "Review" }],
  band: [{ type: "band", at, band: 1, reason: "Inspection" }],
  offer: [{ type: "offer", at, offer }],
  "lose-offer": [{ type: "lose-offer", at, offer }],
  agree: [{ type: "agree", at, deployment }],
  hold: [{ type: "hold", at, reason: "Inspection", until: dateOf(2026, 2, 1) }],
  resume: [{ type: "resume", at }],
  close: [{ type: "close", at, outcome: "escalated", note: "Stage 1" }],
  reopen: [{ type: "reopen", at, reason: "Not solved" }],
};

export const reach = (need: Need, command: NeedCommand): string => {
  const decision = decideNeed(need, command);
  if (decision.ok) return evolveNeed(need, decision.value).state;
  const { refusal } = decision;
  return refusal.kind === "wrong-state"
    ? `${refusal.machine} ${refusal.state} refuses ${refusal.command}`
    : refusal.kind;
};

export const states = Object.keys(needs).filter(
  (state): state is NeedState => state in needTransitions,
);
