import type { FitParts } from "./fit/fit.ts";
import type { WorkSpent } from "./solve/clock.ts";
import type { Assignment, Bounds, ServedByBand } from "./problem.ts";

export type GoalName = "band-1" | "band-2" | "band-3" | "band-4" | "fit";

export const goalNames: readonly GoalName[] = ["band-1", "band-2", "band-3", "band-4", "fit"];

/**
 * One step of the proof for one group: a bound on the goal over every plan that serves the earlier bands as stated, and the
 * Lagrange multipliers that give the root bound. Anyone can add them up again.
 */
export type StageProof = {
  readonly goal: GoalName;
  readonly holds: readonly ("free" | "at-least" | "exactly")[];
  readonly served: readonly number[];
  readonly bound: number;
  readonly proved: boolean;
  /** Points of one lead in the goal's band (fit is added as a tie-break), or 1 where the goal is fit. */
  readonly unit: number;
  /** The bound, in points, that the multipliers give alone; where `bound` is lower, the rest was settled by search. */
  readonly rootBound: number;
  readonly lead: readonly number[];
  readonly specialist: readonly number[];
  readonly band: readonly number[];
};

/** The proof for requests and providers that share nobody with the rest of the round. */
export type GroupProof = {
  readonly requests: readonly string[];
  readonly providers: readonly string[];
  readonly stages: readonly StageProof[];
};

export type Counters = {
  readonly groups: number;
  readonly pairs: number;
  readonly relaxations: number;
  readonly dives: number;
  readonly pools: number;
  readonly nodes: number;
  readonly sets: number;
};

export type ExplainedAssignment = Assignment & { readonly parts: FitParts };

/** A plan for one round, with how good it is and why that can be believed. */
export type Plan = {
  readonly assignments: readonly ExplainedAssignment[];
  /** Ids of the requests without a lead. */
  readonly unserved: readonly string[];
  readonly servedByBand: ServedByBand;
  readonly fit: number;
  readonly bounds: Bounds;
  readonly proved: boolean;
  /** Largest of `gaps`: the strictest way to read them. */
  readonly gap: number;
  /** Relative distance between each value and its bound: 0 where proved, 0.01 for one in a hundred. */
  readonly gaps: Bounds;
  readonly ms: number;
  /** What was spent; `solve(problem, { work })` goes through the run again to the same bytes, but for `ms`. */
  readonly work: WorkSpent;
  readonly counters: Counters;
  readonly certificate: readonly GroupProof[];
};
