import type {
  ConflictFact,
  Facts,
  NeedFact,
  Place,
  SupplyFact,
  WorkFact,
} from "@alongside/domain/board";
import { londonDateOf, type Instant } from "@alongside/domain/calendar";
import {
  decideCapacity,
  emptyBalances,
  evolveCapacity,
  indicateCapacity,
  post,
} from "@alongside/domain/capacity";
import {
  chargesOf,
  decideDeployment,
  evolveDeployment,
  termsOf,
  type Deployment,
  type DeploymentCommand,
} from "@alongside/domain/deployment";
import { outcomeOfObjective } from "@alongside/domain/impact";
import { decideNeed, evolveNeed, type Need, type NeedCommand } from "@alongside/domain/need";
import { phaseGroupOf } from "@alongside/domain/partnership";
import type { Urn } from "@alongside/domain/school";
import { zoneAt } from "../geography/zone.ts";
import { groupOf } from "../person/choice.ts";
import { plans } from "../school/index.ts";
import type { DemonstrationCapacityLine } from "./capacity.ts";
import type { DemonstrationDeployment } from "./deployment.ts";
import type { DemonstrationHistory } from "./index.ts";
import type { DemonstrationConflict } from "./menu.ts";
import type { DemonstrationNeed } from "./need.ts";
import { replay, type DemonstrationStep } from "./told.ts";

type Then = { readonly history: DemonstrationHistory; readonly at: Instant };
type Timed = { readonly at: Instant };

const until = <Command extends Timed>(
  steps: readonly DemonstrationStep<Command>[],
  at: Instant,
): readonly DemonstrationStep<Command>[] => steps.filter(({ command }) => command.at <= at);

const placeOf = (urn: Urn): Place => {
  const plan = plans.find((each) => each.urn === urn);
  if (plan === undefined) throw new Error(`${urn} is no school of the area`);
  const group = groupOf(plan);
  return { urn, group, zone: zoneAt(plan.point, group)?.id ?? null };
};

const lost = ["decline", "expire", "withdraw"];

const lostFor = ({ history, at }: Then, need: string): number =>
  history.offers.filter(
    ({ beginning, steps }) =>
      beginning.need === need &&
      until(steps, at).some(({ command }) => lost.includes(command.type)),
  ).length;

/** What a need asks and its band, wherever it stands. */
const shownOf = (need: Need) => {
  if (need.state === "on-hold") return need.before;
  return need.state === "closed" ? need.reopensAs : need;
};

const needThen = (told: DemonstrationNeed, then: Then): readonly NeedFact[] => {
  const { history, at } = then;
  const steps = until(told.steps, at);
  const submitted = steps.find(({ command }) => command.type === "submit");
  const machine = { decide: decideNeed, evolve: evolveNeed };
  const need = replay<Need, NeedCommand, Parameters<typeof evolveNeed>[1]>(
    machine,
    told.beginning,
    steps,
  );
  if (need.state === "draft" || submitted === undefined) return [];
  const shown = shownOf(need);
  const { ask } = shown;
  const work = history.deployments.find(({ beginning }) => beginning.need === need.id);
  return [
    {
      ...placeOf(told.beginning.ask.school),
      id: need.id,
      stage: need.state,
      band: "band" in shown ? shown.band : null,
      area: ask.primaryArea ?? "",
      halfDays: ask.halfDays ?? 0,
      outcome: need.state === "closed" ? need.outcome : null,
      submittedAt: submitted.command.at,
      matchedAt: work !== undefined && work.begunAt <= at ? work.begunAt : null,
      offersLost: lostFor(then, need.id),
    },
  ];
};

const supplyThen = (
  told: DemonstrationCapacityLine,
  { history, at }: Then,
): readonly SupplyFact[] => {
  if (told.indicatedAt > at) return [];
  const { id, leader, term, supply } = told.line;
  const line = replay(
    { decide: decideCapacity, evolve: evolveCapacity },
    indicateCapacity({ id, leader, term, supply }),
    until(
      told.steps.map(({ by, command }) => ({ by, command, onBehalfOf: null })),
      at,
    ),
  );
  const movements = history.ledgers.find(({ lineId }) => lineId === id)?.movements ?? [];
  const { accounts } = movements
    .filter((movement) => movement.at <= at)
    .reduce((balances, movement) => {
      const posting = post(balances, movement);
      return posting.ok ? posting.value.balances : balances;
    }, emptyBalances);
  const { published, held, committed, booked, delivered } = accounts;
  return [
    {
      id,
      leader,
      term: told.termId,
      state: line.state,
      goodUntil: "goodUntil" in line ? line.goodUntil : null,
      zones: supply.zones,
      groups: [
        ...new Set(supply.phases.map((phase) => phaseGroupOf({ phase, setting: "mainstream" }))),
      ],
      areas: supply.areas.map(({ area }) => area),
      published: line.state === "firm" ? published : 0,
      held,
      committed,
      booked,
      delivered,
    },
  ];
};

/** Objectives are followed from the day on which all three have signed. */
const isSigned = ({ state }: Deployment): boolean =>
  state !== "drafting" && state !== "awaiting-signatures";

const outcomesThen = (told: DemonstrationDeployment, work: Deployment, { history, at }: Then) =>
  (isSigned(work) ? (termsOf(work)?.objectives ?? []) : []).map(
    ({ measure, baseline, target }, position) =>
      outcomeOfObjective({
        direction: measure.direction,
        baseline,
        target,
        readings: history.readings.filter(
          ({ deploymentId, objective, date }) =>
            deploymentId === told.beginning.id &&
            objective === position &&
            date >= baseline.date &&
            date <= londonDateOf(at),
        ),
      }),
  );

const followUpThen = (told: DemonstrationDeployment, { history, at }: Then) => {
  const asked = history.followUps.find(({ deploymentId }) => deploymentId === told.beginning.id);
  if (asked === undefined || asked.askedAt === null || asked.askedAt > at) return null;
  const { dueOn, answer } = asked;
  return { dueOn, answer: answer !== null && answer.at <= at ? answer.sustained : null };
};

const workThen = (told: DemonstrationDeployment, then: Then): readonly WorkFact[] => {
  const { history, at } = then;
  const need = history.needs.find(({ beginning }) => beginning.id === told.beginning.need);
  if (told.begunAt > at || need === undefined) return [];
  const machine = { decide: decideDeployment, evolve: evolveDeployment };
  const work = replay<Deployment, DeploymentCommand, Parameters<typeof evolveDeployment>[1]>(
    machine,
    told.beginning,
    until(told.steps, at),
  );
  const delivered = told.visits
    .filter(({ steps }) => until(steps, at).some(({ command }) => command.type === "do"))
    .reduce((sum, { beginning }) => sum + beginning.halfDays, 0);
  const terms = termsOf(work);
  return [
    {
      ...placeOf(need.beginning.ask.school),
      id: told.beginning.id,
      leader: told.beginning.leader,
      state: work.state,
      openedAt: told.begunAt,
      agreed: terms?.halfDays ?? 0,
      delivered,
      pence: chargesOf(terms?.funding ?? [], delivered).reduce((sum, { pence }) => sum + pence, 0),
      objectives: outcomesThen(told, work, then),
      followUp: followUpThen(told, then),
    },
  ];
};

const conflictThen = (
  { id, declaredAt, decision }: DemonstrationConflict,
  at: Instant,
): readonly ConflictFact[] => {
  if (declaredAt > at) return [];
  if (decision === null || decision.at > at) return [{ id, state: "found" }];
  return [{ id, state: decision.outcome === "cleared" ? "allowed" : "upheld" }];
};

/** What a board would have been told at an earlier moment: every record as its steps had left it by then. */
export const factsAt = (history: DemonstrationHistory, at: Instant): Facts => {
  const then = { history, at };
  return {
    needs: history.needs.flatMap((told) => needThen(told, then)),
    supply: history.capacityLines.flatMap((told) => supplyThen(told, then)),
    work: history.deployments.flatMap((told) => workThen(told, then)),
    conflicts: history.conflicts.flatMap((tie) => conflictThen(tie, at)),
  };
};
