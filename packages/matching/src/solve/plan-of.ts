import { fitParts } from "../fit/fit.ts";
import {
  type Counters,
  type ExplainedAssignment,
  type GroupProof,
  type Plan,
  goalNames,
} from "../plan.ts";
import type { Problem, Role, ServedByBand } from "../problem.ts";
import { entry, flagAt, real, whole } from "./cells.ts";
import type { Component } from "./components.ts";
import { type Draft, itemsOf } from "./draft.ts";
import type { Model } from "./model.ts";
import type { PursuitCounters, StageOutcome } from "./pursuit.ts";

export type SolvedPart = {
  readonly component: Component;
  readonly best: Draft;
  readonly outcomes: readonly StageOutcome[];
  readonly counters: PursuitCounters;
};

export const fourOf = (value: (band: number) => number): ServedByBand => [
  value(0),
  value(1),
  value(2),
  value(3),
];

const addUp = (solved: readonly SolvedPart[], value: (part: SolvedPart) => number): number =>
  solved.reduce((sum, part) => sum + value(part), 0);

const valueOf = (solved: readonly SolvedPart[], goal: number): number =>
  addUp(solved, (part) => real(part.best.value, goal));

const boundOf = (solved: readonly SolvedPart[], goal: number): number =>
  addUp(solved, (part) => entry(part.outcomes, goal).bound);

const roleOf = (model: Model, item: number): Role =>
  flagAt(model.isLead, item) === 1 ? "lead" : "specialist";

const assignmentsOf = (
  problem: Problem,
  solved: readonly SolvedPart[],
  model: Model,
): ExplainedAssignment[] => {
  const items = solved.flatMap(({ component, best }) =>
    itemsOf(best).map((item) => whole(component.items, item)),
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

const proofOf = (problem: Problem, { component, outcomes }: SolvedPart): GroupProof => ({
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

const countersOf = (model: Model, solved: readonly SolvedPart[]): Counters => ({
  groups: solved.length,
  pairs: model.itemCount,
  relaxations: addUp(solved, ({ counters }) => counters.relaxations),
  dives: addUp(solved, ({ counters }) => counters.dives),
  pools: addUp(solved, ({ counters }) => counters.pools),
  nodes: addUp(solved, ({ counters }) => counters.nodes),
  sets: addUp(solved, ({ counters }) => counters.sets),
});

const goals = [0, 1, 2, 3, 4];

const gapOf = (solved: readonly SolvedPart[], goal: number): number => {
  const bound = boundOf(solved, goal);
  return bound <= 0 ? 0 : Math.max(0, (bound - valueOf(solved, goal)) / bound);
};

/** Puts the parts' plans and proofs together into one. */
export const planOf = (
  problem: Problem,
  model: Model,
  solved: readonly SolvedPart[],
): Omit<Plan, "ms" | "work"> => {
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
    gap: Math.max(...goals.map((goal) => gapOf(solved, goal))),
    gaps: { servedByBand: fourOf((band) => gapOf(solved, band)), fit: gapOf(solved, 4) },
    counters: countersOf(model, solved),
    certificate: solved.map((part) => proofOf(problem, part)),
  };
};
