import { fitParts } from "../fit/fit.ts";
import {
  goalNames,
  type Counters,
  type ExplainedAssignment,
  type GroupProof,
  type Plan,
} from "../plan.ts";
import type { Problem, Role, ServedByBand } from "../problem.ts";
import { shareLeft, type Clock } from "./clock.ts";
import { componentsOf, type Component } from "./components.ts";
import { entry, flagAt, real, whole } from "./cells.ts";
import { itemsOf } from "./draft.ts";
import { buildModel, type Model } from "./model.ts";
import { firstDraft, pursueAll } from "./solve-component.ts";
import type { Pursuit, StageOutcome } from "./stage.ts";

export type Progress = {
  readonly groups: number;
  readonly group: number;
  readonly goal: (typeof goalNames)[number];
  readonly servedByBand: ServedByBand;
  readonly fit: number;
  readonly ms: number;
};

export type SolveOptions = {
  /** Milliseconds to spend; without it the search goes on until the plan is proved. */
  readonly budgetMs?: number;
  /** A clock in milliseconds. Without one there is neither a time limit nor a time. */
  readonly now?: () => number;
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: Progress) => void;
};

type Solved = {
  readonly component: Component;
  readonly pursuit: Pursuit;
  readonly outcomes: readonly StageOutcome[];
};

const clockOf = (options: SolveOptions): Clock => {
  const now = options.now ?? (() => 0);
  return {
    now,
    deadline: now() + (options.now === undefined ? Infinity : (options.budgetMs ?? Infinity)),
    isCancelled: () => options.signal?.aborted === true,
  };
};

const fourOf = (value: (band: number) => number): ServedByBand => [
  value(0),
  value(1),
  value(2),
  value(3),
];

const addUp = (solved: readonly Solved[], value: (part: Solved) => number): number =>
  solved.reduce((sum, part) => sum + value(part), 0);

const valueOf = (solved: readonly Solved[], goal: number): number =>
  addUp(solved, (part) => real(part.pursuit.best.value, goal));

const boundOf = (solved: readonly Solved[], goal: number): number =>
  addUp(solved, (part) => entry(part.outcomes, goal).bound);

const roleOf = (model: Model, item: number): Role =>
  flagAt(model.isLead, item) === 1 ? "lead" : "specialist";

const assignmentsOf = (
  problem: Problem,
  solved: readonly Solved[],
  model: Model,
): ExplainedAssignment[] => {
  const items = solved.flatMap(({ component, pursuit }) =>
    itemsOf(pursuit.best).map((item) => whole(component.items, item)),
  );
  items.sort(
    (a, b) =>
      whole(model.request, a) - whole(model.request, b) ||
      flagAt(model.isLead, b) - flagAt(model.isLead, a),
  );
  return items.map((item) => {
    const request = entry(problem.requests, whole(model.request, item));
    const provider = entry(problem.providers, whole(model.provider, item));
    const role = roleOf(model, item);
    const parts = fitParts({ request, provider, role }, problem.policy.weights);
    return { request: request.id, provider: provider.id, role, fit: whole(model.fit, item), parts };
  });
};

const idsAt = (list: readonly { readonly id: string }[], indices: Int32Array): string[] =>
  Array.from(indices, (index) => entry(list, index).id);

const proofOf = (problem: Problem, { component, outcomes }: Solved): GroupProof => ({
  requests: idsAt(problem.requests, component.requests),
  providers: idsAt(problem.providers, component.providers),
  stages: outcomes.map((outcome, index) => ({
    goal: entry(goalNames, index),
    holds: outcome.stage.holds,
    served: outcome.stage.served,
    bound: outcome.bound,
    proved: outcome.proved,
    unit: outcome.unit,
    rootBound: outcome.rootBound,
    lead: Array.from(outcome.duals.lead),
    specialist: Array.from(outcome.duals.specialist),
    band: Array.from(outcome.duals.band),
  })),
});

const countersOf = (model: Model, solved: readonly Solved[]): Counters => ({
  groups: solved.length,
  pairs: model.itemCount,
  relaxations: addUp(solved, ({ pursuit }) => pursuit.counters.relaxations),
  dives: addUp(solved, ({ pursuit }) => pursuit.counters.dives),
  pools: addUp(solved, ({ pursuit }) => pursuit.counters.pools),
  nodes: addUp(solved, ({ pursuit }) => pursuit.counters.nodes),
  sets: addUp(solved, ({ pursuit }) => pursuit.counters.sets),
});

const gapOf = (solved: readonly Solved[]): number => {
  const gaps = [0, 1, 2, 3, 4].map((goal) => {
    const bound = boundOf(solved, goal);
    return bound <= 0 ? 0 : (bound - valueOf(solved, goal)) / bound;
  });
  return Math.max(0, ...gaps);
};

const planOf = (problem: Problem, model: Model, solved: readonly Solved[]): Omit<Plan, "ms"> => {
  const assignments = assignmentsOf(problem, solved, model);
  const led = new Set(
    assignments.filter(({ role }) => role === "lead").map(({ request }) => request),
  );
  return {
    assignments,
    unserved: problem.requests.filter(({ id }) => !led.has(id)).map(({ id }) => id),
    servedByBand: fourOf((band) => valueOf(solved, band)),
    fit: valueOf(solved, 4),
    bounds: { servedByBand: fourOf((band) => boundOf(solved, band)), fit: boundOf(solved, 4) },
    proved: solved.every(({ outcomes }) => outcomes.every(({ proved }) => proved)),
    gap: gapOf(solved),
    counters: countersOf(model, solved),
    certificate: solved.map((part) => proofOf(problem, part)),
  };
};

const bySize = (a: Component, b: Component): number => a.items.length - b.items.length;

/**
 * The best plan for a round: leads in band 1, then 2, 3 and 4, then fit. Proved where `proved` says so; else the bounds say how
 * much better any plan could be. The same problem gives the same plan, whatever order its lists were in.
 */
export const solve = (problem: Problem, options: SolveOptions = {}): Plan => {
  const clock = clockOf(options);
  const began = clock.now();
  const model = buildModel(problem);
  const components = componentsOf(model);
  const started = components.map((component) => ({ component, best: firstDraft(component.model) }));
  const solved: Solved[] = [];
  const bestSoFar = (goal: number): number =>
    started.reduce((sum, { component, best }) => {
      const done = solved.find((part) => part.component === component);
      return sum + real((done?.pursuit.best ?? best).value, goal);
    }, 0);
  let itemsLeft = model.itemCount;
  for (const { component, best } of started.toSorted((a, b) => bySize(a.component, b.component))) {
    const pursuit: Pursuit = {
      model: component.model,
      clock: shareLeft(clock, component.items.length / itemsLeft),
      best,
      isPart: false,
      tell: ({ stage }) =>
        options.onProgress?.({
          groups: components.length,
          group: solved.length + 1,
          goal: entry(goalNames, stage),
          servedByBand: fourOf(bestSoFar),
          fit: bestSoFar(4),
          ms: clock.now() - began,
        }),
      counters: { relaxations: 0, dives: 0, pools: 0, nodes: 0, sets: 0 },
    };
    itemsLeft -= component.items.length;
    solved.push({ component, pursuit, outcomes: pursueAll(pursuit) });
  }
  solved.sort((a, b) => whole(a.component.requests, 0) - whole(b.component.requests, 0));
  return { ...planOf(problem, model, solved), ms: clock.now() - began };
};
