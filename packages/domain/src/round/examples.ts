import { dateOf, instantOf } from "../calendar/index.ts";
import { toCapacityLineId } from "../capacity/capacity-line-id.ts";
import { toId, type PersonId } from "../identity/index.ts";
import { toNeedId } from "../need/need-id.ts";
import { toOfferId } from "../offer/offer-id.ts";
import {
  decideRound,
  draftRound,
  evolveRound,
  noChoices,
  type Round,
  type RoundCommand,
  type RoundCommandType,
  type RoundScope,
  type RoundState,
  roundTransitions,
  toRoundId,
} from "./index.ts";

/* One round of each kind and one command of each kind, for tests. */

export const at = instantOf(Date.UTC(2026, 0, 14, 9));
export const scope: RoundScope = {
  zones: [],
  term: { academicYear: "2025-26", season: "spring" },
  needs: [toNeedId("need-1")],
  lines: [toCapacityLineId("line-1")],
};
export const pin = {
  kind: "pin",
  need: toNeedId("need-1"),
  leader: toId<PersonId>("lena"),
  reason: "The head knows her",
} as const;
export const answerBy = dateOf(2026, 1, 21);
export const run = { number: 1, problemHash: "problem-1", planHash: "plan-1", solvedAt: at };
const core = { id: toRoundId("round-1"), scope, choices: noChoices, runs: [run] };
const agreed = { ...core, agreedRun: 1, agreedAt: at };
const published = { ...agreed, publishedAt: at, offers: [toOfferId("offer-1")] };

export const rounds: { readonly [State in RoundState]: Extract<Round, { state: State }> } = {
  draft: draftRound(core.id, scope),
  solved: { state: "solved", ...core, proposedRun: 1, answerBy },
  agreed: { state: "agreed", ...agreed },
  published: { state: "published", ...published },
  closed: { state: "closed", ...published, closedAt: at },
  dropped: { state: "dropped", ...core, droppedAt: at, reason: "Begun by mistake" },
};

export const commands: {
  readonly [Type in RoundCommandType]: Extract<RoundCommand, { type: Type }>;
} = {
  rescope: { type: "rescope", at, scope: { ...scope, needs: [toNeedId("need-2")] } },
  adjust: { type: "adjust", at, change: pin },
  "record-run": { type: "record-run", at, problemHash: "problem-1", planHash: "plan-1" },
  propose: { type: "propose", at, run: 1, answerBy },
  "ask-again": { type: "ask-again", at, reason: "One head was away" },
  agree: { type: "agree", at, run: 1 },
  publish: { type: "publish", at, offers: [toOfferId("offer-1")] },
  "add-offers": { type: "add-offers", at, offers: [toOfferId("offer-2")] },
  close: { type: "close", at },
  drop: { type: "drop", at, reason: "Begun by mistake" },
  "take-up": { type: "take-up", at },
};

export const states = Object.keys(rounds).filter(
  (state): state is RoundState => state in roundTransitions,
);

export const reach = (from: Round, command: RoundCommand): string => {
  const decision = decideRound(from, command);
  if (decision.ok) return evolveRound(from, decision.value).state;
  const { refusal } = decision;
  return refusal.kind === "wrong-state"
    ? `${refusal.machine} ${refusal.state} refuses ${refusal.command}`
    : refusal.kind;
};
