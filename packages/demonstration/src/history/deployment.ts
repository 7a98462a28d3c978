import { addDays, workingDaysAfter, type Instant } from "@alongside/domain/calendar";
import type { Supply } from "@alongside/domain/capacity";
import {
  decideDeployment,
  draftDeployment,
  evolveDeployment,
  signatories,
  toDeploymentId,
  type AgreementTerms,
  type Deployment,
  type DeploymentCommand,
  type DeploymentDrafting,
  type Signatory,
} from "@alongside/domain/deployment";
import type { IsoDate } from "@alongside/domain/school";
import type { DemonstrationLeader } from "../leader/index.ts";
import { personNamed } from "../person/index.ts";
import { at } from "../random.ts";
import {
  endReason,
  evaluationComments,
  pauseReason,
  visitCancellations,
} from "../words/need-words.ts";
import { hashOf, termsOf } from "./agreement.ts";
import type { Casting } from "./cast.ts";
import { isAmended } from "./casting.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import type { DemonstrationOffer } from "./offer.ts";
import { agreementDays, momentAt, ordinals, pivotOf } from "./timeline.ts";
import { replay, type DemonstrationStep, type Told } from "./told.ts";
import { visitsOf, type DemonstrationVisit, type VisitSetting } from "./visit.ts";
import { planVisits, type Diary, type PlannedVisit } from "./visit-plan.ts";

export type DemonstrationDeployment = Told<DeploymentDrafting, Deployment, DeploymentCommand> & {
  readonly visits: readonly DemonstrationVisit[];
};
type Step = DemonstrationStep<DeploymentCommand>;

type Setting = {
  readonly casting: Casting;
  readonly leader: DemonstrationLeader;
  readonly offer: DemonstrationOffer;
  readonly today: IsoDate;
  readonly terms: AgreementTerms;
  readonly visits: readonly PlannedVisit[];
};

const schoolPart = ({ plan, schoolActor }: Casting) => ({
  by: schoolActor.personId,
  onBehalfOf: schoolActor.onBehalf ? plan.urn : null,
});

const partOf = ({ casting, leader }: Setting, signatory: Signatory) => {
  if (signatory === "supported-head") return schoolPart(casting);
  return {
    by: signatory === "leader" ? leader.personId : leader.homeHeadId,
    onBehalfOf: null,
  };
};

const signature = (
  setting: Setting,
  signatory: Signatory,
  version: { readonly at: Instant; readonly hash: string },
): Step => {
  const part = partOf(setting, signatory);
  const typedName = personNamed(part.by);
  return { ...part, command: { type: "sign", signatory, person: part.by, typedName, ...version } };
};

/** The leader signs first, then the home school, then the supported school. */
const order = [signatories[1], signatories[2], signatories[0]] as const;

const beginningSteps = (setting: Setting): readonly Step[] => {
  const { casting, today, terms } = setting;
  if (casting.scene.stage === "drafting") return [];
  const pivot = pivotOf(casting, today);
  const hash = hashOf(terms);
  const issued = momentAt(addDays(pivot, agreementDays.issue), ordinals.issue);
  const signed = casting.scene.stage === "awaiting-signatures" ? order.slice(0, 1) : order;
  return [
    { by: casting.coordinatorId, onBehalfOf: null, command: { type: "issue", at: issued, hash } },
    ...signed.map((signatory, index) => {
      const on = addDays(pivot, at(agreementDays.sign, index));
      return signature(setting, signatory, { at: momentAt(on, ordinals.sign + index), hash });
    }),
  ];
};

/** The moment of the third signature, if it has come. */
const inForceAt = (steps: readonly Step[]): Instant | null =>
  steps.filter(({ command }) => command.type === "sign").length >= 3
    ? (steps.at(-1)?.command.at ?? null)
    : null;

/** One more day, asked for after the first visit and signed by all three. */
const amendmentSteps = (setting: Setting): readonly Step[] => {
  const { casting, leader, today, visits, terms } = setting;
  const first = visits[0];
  if (!isAmended(casting.scene) || first === undefined) return [];
  const on = workingDaysAfter(first.date, 4);
  if (workingDaysAfter(on, 2) >= today) return [];
  const grown = termsOf(casting, leader, { on: workingDayUntil(on), halfDays: terms.halfDays + 2 });
  const hash = hashOf(grown);
  const issued: Step = {
    by: casting.coordinatorId,
    onBehalfOf: null,
    command: { type: "amend", at: momentOn(on, 600), terms: grown, hash },
  };
  return [
    issued,
    ...order.map((signatory, index) =>
      signature(setting, signatory, {
        at: momentOn(workingDaysAfter(on, 1), 620 + index * 30),
        hash,
      }),
    ),
  ];
};

const stopOf = ({ casting, today, visits }: Setting): VisitSetting["stop"] => {
  const { stage } = casting.scene;
  if (stage === "paused") {
    const on = workingDayUntil(addDays(today, -6));
    return { on, at: momentOn(on, 700), reason: visitCancellations.paused };
  }
  const first = visits[0];
  if (stage !== "ended-early" || first === undefined) return null;
  const on = workingDaysAfter(first.date, 6);
  return { on, at: momentOn(on, 700), reason: visitCancellations.endedEarly };
};

const stopSteps = ({ casting }: Setting, stop: VisitSetting["stop"]): readonly Step[] => {
  if (stop === null) return [];
  const part = { by: casting.coordinatorId, onBehalfOf: null };
  return casting.scene.stage === "paused"
    ? [{ ...part, command: { type: "pause", at: stop.at, reason: pauseReason } }]
    : [{ ...part, command: { type: "end-early", at: stop.at, reason: endReason } }];
};

const answersOf = ({ casting }: Setting, side: "leader" | "supported-school") => {
  const isFull = casting.scene.stage === "met";
  const words = evaluationComments[side];
  return {
    objectives: isFull ? 4 : 3,
    match: side === "leader" ? 3 : 4,
    again: isFull ? 4 : 3,
    comment: at(words, casting.position % words.length),
  };
};

const evaluation = (setting: Setting, side: "leader" | "supported-school", on: IsoDate): Step => {
  const part =
    side === "leader"
      ? { by: setting.leader.personId, onBehalfOf: null }
      : schoolPart(setting.casting);
  const answers = answersOf(setting, side);
  return { ...part, command: { type: "evaluate", at: momentOn(on, 660), side, answers } };
};

/** Done three working days after the last visit; then both evaluate, neither seeing the other's answers. */
const endingSteps = (setting: Setting): readonly Step[] => {
  const { casting, visits } = setting;
  const last = visits.at(-1);
  const { stage } = casting.scene;
  if (last === undefined || stage === "paused" || stage === "ended-early") return [];
  const done = workingDaysAfter(last.date, 3);
  const part = { by: casting.coordinatorId, onBehalfOf: null };
  const complete: Step = { ...part, command: { type: "complete", at: momentOn(done, 580) } };
  const byLeader = evaluation(setting, "leader", workingDaysAfter(done, 2));
  const bySchool = evaluation(setting, "supported-school", workingDaysAfter(done, 4));
  const close: Step = {
    ...part,
    command: { type: "close", at: momentOn(workingDaysAfter(done, 6), 590) },
  };
  if (stage === "completing") return casting.position % 2 === 0 ? [complete, byLeader] : [complete];
  if (stage === "active") return [complete];
  return stage === "evaluated"
    ? [complete, byLeader, bySchool]
    : [complete, byLeader, bySchool, close];
};

const byTime = (one: Step, other: Step): number => (one.command.at < other.command.at ? -1 : 1);

const replayed = (beginning: DeploymentDrafting, steps: readonly Step[]): Deployment =>
  replay<Deployment, DeploymentCommand, Parameters<typeof evolveDeployment>[1]>(
    { decide: decideDeployment, evolve: evolveDeployment },
    beginning,
    steps,
  );

const tell = (setting: Setting): DemonstrationDeployment => {
  const { casting, leader, offer, today, terms } = setting;
  const id = toDeploymentId(`deployment-${casting.key}`);
  const beginning = draftDeployment(
    { id, need: casting.needId, offer: offer.beginning.id, leader: leader.personId },
    terms,
  );
  const started = beginningSteps(setting);
  const plannedAt = inForceAt(started);
  const stop = stopOf(setting);
  const running =
    plannedAt === null
      ? []
      : [...amendmentSteps(setting), ...stopSteps(setting, stop), ...endingSteps(setting)];
  const steps = [...started, ...running.toSorted(byTime)].filter(
    ({ command }) => command.at.slice(0, 10) < today,
  );
  const leaderId = leader.personId;
  const { visits } = setting;
  return {
    begunAt: momentAt(
      addDays(pivotOf(casting, today), agreementDays.draft),
      ordinals.draftAgreement,
    ),
    begunBy: { by: casting.coordinatorId, onBehalfOf: null },
    beginning,
    steps,
    record: replayed(beginning, steps),
    visits:
      plannedAt === null
        ? []
        : visitsOf({ casting, deployment: id, leaderId, terms, today, plannedAt, stop, visits }),
  };
};

/** The deployment that came of a confirmed offer; nothing where no offer was confirmed. */
export const deploymentOf = (
  casting: Casting,
  offer: DemonstrationOffer | undefined,
  given: { readonly today: IsoDate; readonly supply: Supply; readonly diary: Diary },
): DemonstrationDeployment | undefined => {
  const { leader, halfDays } = casting;
  if (leader === null || offer?.record.state !== "confirmed") return undefined;
  const { today } = given;
  const on = workingDayUntil(addDays(pivotOf(casting, today), agreementDays.draft));
  const terms = termsOf(casting, leader, { on, halfDays });
  const visits = planVisits(casting, halfDays, given);
  return tell({ casting, leader, offer, today, terms, visits });
};
