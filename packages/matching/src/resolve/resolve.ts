import { isEligible, standingOf } from "../constraints/eligibility.ts";
import type { Plan } from "../plan.ts";
import type { Placement, Problem } from "../problem.ts";
import { flagAt, real, whole } from "../solve/cells.ts";
import { isOver, workOf } from "../solve/clock.ts";
import { type Component, componentsOf } from "../solve/components.ts";
import { type Draft, draftOf, itemsOf, none } from "../solve/draft.ts";
import { type Model, buildModel } from "../solve/model.ts";
import { mergeBack, neighbourhoodOf, rivalsOf } from "../solve/neighbourhood.ts";
import type { Hold } from "../solve/objective.ts";
import { type SolveOptions, clockOf } from "../solve/options.ts";
import { type SolvedPart, planOf } from "../solve/plan-of.ts";
import { type Pursuit, type StageOutcome, goalOf, newCounters } from "../solve/pursuit.ts";
import { pursueAll } from "../solve/solve-component.ts";
import { type Move, type RoundChange, applyChange, movesBetween } from "./change.ts";
import { boundFromOld } from "./old-bounds.ts";

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

const keyOf = (request: string, provider: string, role: string): string =>
  `${request}\n${provider}\n${role}`;

const keyOfItem = (problem: Problem, model: Model, item: number): string =>
  keyOf(
    problem.requests[whole(model.request, item)]?.id ?? "",
    problem.providers[whole(model.provider, item)]?.id ?? "",
    flagAt(model.isLead, item) === 1 ? "lead" : "specialist",
  );

const itemsWhere = (problem: Problem, model: Model, keys: ReadonlySet<string>): readonly number[] =>
  Array.from(model.fit.keys()).filter((item) => keys.has(keyOfItem(problem, model, item)));

/** Points that make it never worth while to move a placement for fit alone. */
const stayBonus = (model: Model): number =>
  4 * model.fit.reduce((most, fit) => Math.max(most, fit), 1);

const withBonus = (model: Model, kept: ReadonlySet<number>): Model => {
  const bonus = stayBonus(model);
  return {
    ...model,
    fit: model.fit.map((fit, item) => (kept.has(item) ? fit + bonus : fit)),
  };
};

/** Providers around what changed: those who could serve a request left out, and their nearest rivals. */
const around = (draft: Draft, seeds: readonly number[], count: number): readonly number[] => {
  const { model } = draft;
  const chosen = new Set<number>(seeds.slice(0, count));
  for (const seed of seeds)
    for (const [rival] of rivalsOf(model, seed)) {
      if (chosen.size >= count) break;
      chosen.add(rival);
    }
  return [...chosen].sort((a, b) => a - b);
};

const seedsOf = (
  draft: Draft,
  touched: readonly number[],
  news: readonly number[],
): readonly number[] => {
  const { model } = draft;
  const seeds = new Set<number>(touched);
  for (const request of news)
    for (const item of model.leadsOfRequest[request] ?? []) seeds.add(whole(model.provider, item));
  return [...seeds];
};

type Mending = {
  readonly pursuit: Pursuit;
  readonly confirmed: ReadonlySet<number>;
};

/** Makes one neighbourhood anew; what is confirmed stands, because its provider's room is taken before. */
const mend = ({ pursuit, confirmed }: Mending, providers: readonly number[]): void => {
  const fixed = new Set<number>();
  for (const item of confirmed) fixed.add(whole(pursuit.model.request, item));
  const at = neighbourhoodOf(pursuit.best, providers, fixed);
  if (at === undefined) return;
  const part: Pursuit = {
    ...pursuit,
    model: at.component.model,
    best: at.draft,
    isPart: providers.length > 16,
  };
  pursueAll(part);
  pursuit.best = mergeBack(pursuit.model, at, part.best);
};

const outcomesOf = (
  ask: RepairAsk,
  problem: Problem,
  part: { component: Component; best: Draft },
) => {
  const outcomes: StageOutcome[] = [];
  const served = [0, 1, 2, 3].map((band) => real(part.best.value, band));
  for (let index = 0; index < 5; index++) {
    const holds = [0, 1, 2, 3].map((band): Hold => (band < index ? "at-least" : "free"));
    const goal = goalOf(part.component.model, index, { holds, served });
    outcomes.push(
      boundFromOld(problem, part.component, {
        plan: ask.previous,
        goal,
        reached: real(part.best.value, index),
      }),
    );
  }
  return outcomes;
};

const touchedProviders = (problem: Problem, change: RoundChange): readonly number[] => {
  const id = "provider" in change ? change.provider : undefined;
  if (id === undefined) return [];
  const text = typeof id === "string" ? id : id.id;
  return problem.providers.flatMap((provider, at) => (provider.id === text ? [at] : []));
};

const shareOfFirst = 0.12;
const leastWork = 4_000;

/** Where nobody says otherwise, an eighth of the work of the first solve: a repair is asked for while somebody waits. */
const limited = (options: SolveOptions, previous: Plan): SolveOptions =>
  options.work !== undefined || options.budgetMs !== undefined
    ? options
    : { ...options, work: Math.max(leastWork, Math.ceil(shareOfFirst * previous.work.units)) };

/**
 * The plan after a change, with as little disruption as may be: first as many leads by band as can be found near the change, then
 * as few moves as possible, then fit. Bounds come from the earlier proof's multipliers, so they hold but may be a little loose.
 */
export const resolve = (ask: RepairAsk, options: SolveOptions = {}): Repair => {
  const clock = clockOf(limited(options, ask.previous));
  const { now, began } = clock.meter;
  const problem = applyChange(ask.problem, ask.change);
  const model = buildModel(problem);
  const keys = (list: readonly Placement[]) =>
    new Set(list.map(({ request, provider, role }) => keyOf(request, provider, role)));
  const before = itemsWhere(problem, model, keys(ask.previous.assignments));
  const confirmed = new Set(itemsWhere(problem, model, keys(ask.confirmed ?? [])));
  const steady = withBonus(model, new Set(before));
  const start = draftOf(steady, [...before.filter((item) => confirmed.has(item)), ...before]);
  const lost = lostRequests(ask, problem, start);
  const pursuit: Pursuit = {
    model: steady,
    clock,
    best: start,
    isPart: false,
    previous: new Uint8Array(model.itemCount),
    remake: pursueAll,
    linearSolver: undefined,
    tell: () => {},
    counters: newCounters(),
  };
  const touched = touchedProviders(problem, ask.change);
  const mayGain = ask.change.kind === "capacity" || ask.change.kind === "provider-joined";
  for (const size of [8, 16, 32, 64]) {
    if (isOver(clock)) break;
    const seeds = seedsOf(pursuit.best, touched, lost);
    if (seeds.length > 0) mend({ pursuit, confirmed }, around(pursuit.best, seeds, size));
    if (size >= model.providerCount) break;
    if (isAsGood(pursuit.best, ask.previous) && (!mayGain || size >= 16)) break;
  }
  const final = draftOf(model, itemsOf(pursuit.best));
  const parts = componentsOf(model).map((component): SolvedPart => {
    const numbers = new Map(Array.from(component.items, (item, at) => [item, at]));
    const own = itemsOf(final).flatMap((item) => numbers.get(item) ?? []);
    const best = draftOf(component.model, own);
    const outcomes = outcomesOf(ask, problem, { component, best });
    return { component, best, outcomes, counters: pursuit.counters };
  });
  const plan = { ...planOf(problem, model, parts), ms: now() - began, work: workOf(clock) };
  return {
    problem,
    plan,
    moved: movesBetween(
      { before: ask.previous.assignments, after: plan.assignments },
      ask.change,
      possibleIn(problem),
    ),
  };
};

/** Whether the mended plan serves as many, band by band, as the plan before the change. */
const isAsGood = (best: Draft, previous: Plan): boolean => {
  for (let band = 0; band < 4; band++) {
    const difference = real(best.value, band) - (previous.servedByBand[band] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
};

/** Requests that had a lead and have none now, and requests that are new. */
const lostRequests = (ask: RepairAsk, problem: Problem, start: Draft): readonly number[] => {
  const was = new Set(ask.previous.unserved);
  const opens = ask.change.kind === "capacity" || ask.change.kind === "provider-joined";
  return problem.requests.flatMap(({ id }, at) =>
    whole(start.leadOf, at) === none && (opens || !was.has(id)) ? [at] : [],
  );
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
