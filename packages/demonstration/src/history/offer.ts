import { addDays } from "@alongside/domain/calendar";
import {
  decideOffer,
  evolveOffer,
  proposeOffer,
  toOfferId,
  type Offer,
  type OfferCommand,
  type OfferProposed,
} from "@alongside/domain/offer";
import type { IsoDate } from "@alongside/domain/school";
import type { DemonstrationLeader } from "../leader/index.ts";
import { at } from "../random.ts";
import { declineWords } from "../words/decline-words.ts";
import type { Casting } from "./cast.ts";
import { lineIdOf } from "./capacity.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import type { Setback } from "./script.ts";
import { answerDays, momentAt, ordinals, pivotOf, setbackSentOn } from "./timeline.ts";
import { replay, type DemonstrationStep, type Told } from "./told.ts";

export type DemonstrationOffer = Told<OfferProposed, Offer, OfferCommand>;
type Step = DemonstrationStep<OfferCommand>;

/** Who does what in the story of one offer. */
const partsOf = (casting: Casting, leader: DemonstrationLeader) => ({
  coordinator: { by: casting.coordinatorId, onBehalfOf: null },
  leader: { by: leader.personId, onBehalfOf: null },
  homeSchool: { by: leader.homeHeadId, onBehalfOf: null },
  supportedSchool: {
    by: casting.schoolActor.personId,
    onBehalfOf: casting.schoolActor.onBehalf ? casting.plan.urn : null,
  },
  clock: { by: null, onBehalfOf: null },
});

type Sending = {
  readonly casting: Casting;
  readonly leader: DemonstrationLeader;
  readonly sentOn: IsoDate;
  /** Ordinal of the proposal; what follows counts on from there. */
  readonly first: number;
};

const answerSteps = ({ casting, leader, sentOn, first }: Sending): readonly Step[] => {
  const parts = partsOf(casting, leader);
  const days = answerDays(casting);
  const when = (after: number, ordinal: number) =>
    momentAt(addDays(sentOn, after), first + ordinal);
  return [
    { ...parts.coordinator, command: { type: "send", at: when(0, 1) } },
    { ...parts.leader, command: { type: "accept", at: when(days.accept, 2) } },
    { ...parts.homeSchool, command: { type: "release", at: when(days.release, 3) } },
    { ...parts.supportedSchool, command: { type: "confirm", at: when(days.confirm, 4) } },
  ];
};

type Ending = { readonly yeses: number; readonly step: Step };

const declineBy = (
  sending: Sending,
  setback: Exclude<Setback, "expired" | "withdrawn">,
): Ending => {
  const { casting, leader, sentOn, first } = sending;
  const parts = partsOf(casting, leader);
  const [who, yeses] = {
    "leader-declined": ["leader", 0] as const,
    "home-school-declined": ["home-school", 1] as const,
    "supported-school-declined": ["supported-school", 2] as const,
  }[setback];
  const part = {
    leader: parts.leader,
    "home-school": parts.homeSchool,
    "supported-school": parts.supportedSchool,
  }[who];
  const { reason, text } = at(declineWords[who], casting.position % declineWords[who].length);
  const moment = momentAt(addDays(sentOn, 2 + yeses * 2), first + 5);
  return {
    yeses,
    step: { ...part, command: { type: "decline", at: moment, by: who, reason, text } },
  };
};

/** An offer that nobody answered ends on the morning after its last day. */
const expiry = ({ casting, leader, sentOn }: Sending): Ending => ({
  yeses: 0,
  step: {
    ...partsOf(casting, leader).clock,
    command: { type: "expire", at: momentOn(addDays(workingDayUntil(sentOn), 8), 65) },
  },
});

const withdrawal = ({ casting, leader, sentOn, first }: Sending): Ending => ({
  yeses: 0,
  step: {
    ...partsOf(casting, leader).coordinator,
    command: {
      type: "withdraw",
      at: momentAt(addDays(sentOn, 3), first + 5),
      reason: "The leader’s own school has been told of an inspection",
    },
  },
});

const endingOf = (sending: Sending, setback: Setback): Ending => {
  if (setback === "expired") return expiry(sending);
  return setback === "withdrawn" ? withdrawal(sending) : declineBy(sending, setback);
};

const toOffer = (sending: Sending, suffix: number, steps: readonly Step[]): DemonstrationOffer => {
  const { casting, leader, sentOn, first } = sending;
  const beginning = proposeOffer({
    id: toOfferId(`offer-${casting.key}-${suffix}`),
    need: casting.needId,
    line: lineIdOf(leader.personId, casting.term),
    leader: leader.personId,
    halfDays: casting.halfDays,
    window: "any",
    urgent: casting.band === 1,
  });
  const record = replay<Offer, OfferCommand, Parameters<typeof evolveOffer>[1]>(
    { decide: decideOffer, evolve: evolveOffer },
    beginning,
    steps,
  );
  const begunBy = partsOf(casting, leader).coordinator;
  return { begunAt: momentAt(sentOn, first), begunBy, beginning, steps, record };
};

const setbackOffer = (casting: Casting, pivot: IsoDate, index: number): DemonstrationOffer => {
  const leader = at(casting.setbackLeaders, index);
  const first = ordinals.setback + index * 7;
  const sending = { casting, leader, sentOn: setbackSentOn(casting, pivot, index), first };
  const { yeses, step } = endingOf(sending, at(casting.scene.setbacks, index));
  return toOffer(sending, index + 1, [...answerSteps(sending).slice(0, yeses + 1), step]);
};

const stepsByStage: Partial<Record<Casting["scene"]["stage"], number>> = {
  proposed: 0,
  sent: 1,
  accepted: 2,
  released: 3,
};

const lastOffer = (casting: Casting, pivot: IsoDate): readonly DemonstrationOffer[] => {
  if (casting.leader === null) return [];
  const sending = { casting, leader: casting.leader, sentOn: pivot, first: ordinals.propose };
  const steps = answerSteps(sending).slice(0, stepsByStage[casting.scene.stage] ?? 4);
  return [toOffer(sending, casting.scene.setbacks.length + 1, steps)];
};

/** All offers for one need, the last one last. */
export const offersOf = (casting: Casting, today: IsoDate): readonly DemonstrationOffer[] => {
  const pivot = pivotOf(casting, today);
  return [
    ...casting.scene.setbacks.map((_, index) => setbackOffer(casting, pivot, index)),
    ...lastOffer(casting, pivot),
  ];
};
