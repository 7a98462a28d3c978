import { isEligible, standingOf } from "../constraints/eligibility.ts";
import type { Plan } from "../plan.ts";
import type { Placement, Problem } from "../problem.ts";
import { real, whole } from "../solve/cells.ts";
import { workOf } from "../solve/clock.ts";
import { type Component, componentsOf } from "../solve/components.ts";
import { type Draft, draftOf, itemsOf, none } from "../solve/draft.ts";
import type { Model } from "../solve/model.ts";
import { type SolveOptions, clockOf } from "../solve/options.ts";
import { type SolvedPart, planOf } from "../solve/plan-of.ts";
import { type Pursuit, type StageOutcome, newCounters } from "../solve/pursuit.ts";
import { holdAt, pursueAll } from "../solve/solve-component.ts";
import { type Move, type RoundChange, applyChange, movesBetween } from "./change.ts";
import { changedModel, itemsFor } from "./changed-model.ts";
import { type Mending, mendByChains, mendByParts } from "./mend.ts";
import { type OldProof, boundFromOld, oldProofOf } from "./old-bounds.ts";

export type Repair = {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly moved: readonly Move[];
};

export type RepairAsk = {
  readonly problem: Problem;
  readonly previous: Plan;
  readonly change: RoundChange;
  /** Placements that are agreed: they stay unless they have become impossible. */
  readonly confirmed?: readonly Placement[];
};

/** Points that make it never worth while to move a placement for fit alone. */
const withBonus = (model: Model, kept: readonly number[]): Model => {
  const bonus = 4 * model.fit.reduce((most, fit) => Math.max(most, fit), 1);
  const fit = model.fit.slice();
  for (const item of kept) fit[item] = whole(fit, item) + bonus;
  return { ...model, fit };
};

type Scene = {
  readonly ask: RepairAsk;
  readonly problem: Problem;
  readonly model: Model;
  readonly components: readonly Component[];
  readonly old: OldProof;
};

/** The plan's parts, with what the old multipliers say of each. */
const partsOf = (scene: Scene, { pursuit }: Mending): readonly SolvedPart[] => {
  const items = itemsOf(pursuit.best);
  return scene.components.map((component): SolvedPart => {
    const numbers = new Map(Array.from(component.items, (item, at) => [item, at]));
    const best = draftOf(
      component.model,
      items.flatMap((item) => numbers.get(item) ?? []),
    );
    const served = [0, 1, 2, 3].map((band) => real(best.value, band));
    const outcomes: StageOutcome[] = [];
    for (let index = 0; index < 5; index++) {
      const holds = [0, 1, 2, 3].map((band) => holdAt(outcomes, band));
      const at = { index, held: { holds, served }, reached: real(best.value, index) };
      outcomes.push(boundFromOld(scene.old, component, at));
    }
    return { component, best, outcomes, counters: pursuit.counters };
  });
};

/** Whether no plan can serve more, band by band. */
const isSettled = (parts: readonly SolvedPart[]): boolean =>
  parts.every(({ outcomes }) => outcomes.slice(0, 4).every(({ proved }) => proved));

const touchedProviders = (problem: Problem, change: RoundChange): readonly number[] => {
  const id = "provider" in change ? change.provider : undefined;
  if (id === undefined) return [];
  const text = typeof id === "string" ? id : id.id;
  return problem.providers.flatMap((provider, at) => (provider.id === text ? [at] : []));
};

const opensRoom = ({ kind }: RoundChange): boolean =>
  kind === "capacity" || kind === "provider-joined";

/** Requests that had a lead and have none now, and requests that are new; everyone left out where room was added. */
const lostRequests = (ask: RepairAsk, problem: Problem, start: Draft): readonly number[] => {
  const was = new Set(ask.previous.unserved);
  return problem.requests.flatMap(({ id }, at) =>
    whole(start.leadOf, at) === none && (opensRoom(ask.change) || !was.has(id)) ? [at] : [],
  );
};

const shareOfFirst = 0.12;
const leastWork = 150;
const leastWorkWithRoom = 4_000;

/** Where nobody says otherwise, an eighth of the work of the first solve: a repair is asked for while somebody waits. */
const limited = (options: SolveOptions, { previous, change }: RepairAsk): SolveOptions => {
  if (options.work !== undefined || options.budgetMs !== undefined) return options;
  const least = opensRoom(change) ? leastWorkWithRoom : leastWork;
  return { ...options, work: Math.max(least, Math.ceil(shareOfFirst * previous.work.units)) };
};

const mendingOf = (
  scene: Pick<Scene, "ask" | "problem" | "model">,
  options: SolveOptions,
): Mending => {
  const { ask, problem, model } = scene;
  const kept = itemsFor(problem, model, ask.previous.assignments);
  const confirmed = new Set(itemsFor(problem, model, ask.confirmed ?? []));
  const steady = withBonus(model, kept);
  const start = draftOf(steady, [...kept.filter((item) => confirmed.has(item)), ...kept]);
  return {
    pursuit: {
      model: steady,
      clock: clockOf(limited(options, ask)),
      best: start,
      isPart: false,
      previous: new Uint8Array(model.itemCount),
      remake: pursueAll,
      tell: () => {},
      counters: newCounters(),
    } satisfies Pursuit,
    confirmed,
    touched: touchedProviders(problem, ask.change),
    lost: lostRequests(ask, problem, start),
    before: ask.previous.servedByBand,
    firstUnits: ask.previous.work.units,
  };
};

/**
 * The plan after a change, with as little disruption as may be: first as many leads by band as can be found near the change, then
 * as few moves as possible, then fit. Bounds come from the earlier proof's multipliers, so they hold but may be a little loose.
 */
export const resolve = (ask: RepairAsk, options: SolveOptions = {}): Repair => {
  const began = options.now?.() ?? 0;
  const problem = applyChange(ask.problem, ask.change);
  const model = changedModel(ask.problem, problem, ask.change);
  const mending = mendingOf({ ask, problem, model }, options);
  const { pursuit } = mending;
  const components = componentsOf(model);
  const old = oldProofOf(problem, ask.previous, ask.change);
  const scene = { ask, problem, model, components, old };
  const mayGain = opensRoom(ask.change);
  mendByChains(mending, mayGain);
  let parts = partsOf(scene, mending);
  const made = pursuit.best;
  if (!isSettled(parts)) mendByParts(mending, mayGain);
  if (pursuit.best !== made) parts = partsOf(scene, mending);
  const ms = (options.now?.() ?? 0) - began;
  const plan = { ...planOf(problem, model, parts), ms, work: workOf(pursuit.clock) };
  const plans = { before: ask.previous.assignments, after: plan.assignments };
  return { problem, plan, moved: movesBetween(plans, ask.change, possibleIn(problem)) };
};

const possibleIn = (problem: Problem) => {
  const standing = standingOf(problem);
  const requests = new Map(problem.requests.map((each) => [each.id, each]));
  const providers = new Map(problem.providers.map((each) => [each.id, each]));
  return (placement: Placement): boolean => {
    const request = requests.get(placement.request);
    const provider = providers.get(placement.provider);
    if (request === undefined || provider === undefined) return false;
    return isEligible({ request, provider, role: placement.role, standing });
  };
};
