import { createHash } from "node:crypto";
import { defaultFitWeights } from "@alongside/domain/partnership";
import { readProblem, type Plan, type Problem } from "@alongside/matching";
import type { RoundProblem } from "./problem.ts";

/** SHA-256 of a text, in hexadecimal. */
export const fingerprint = (text: string): string =>
  createHash("sha256").update(text).digest("hex");

export type Frozen = { readonly text: string; readonly hash: string };

const freeze = (text: string): Frozen => ({ text, hash: fingerprint(text) });

/** The problem as bytes: what the engine is given, kept for good. */
export const freezeProblem = (problem: RoundProblem): Frozen => freeze(JSON.stringify(problem));

/** The fingerprint of a plan: of everything in it but the time and the work that it took. */
export const fingerprintOfPlan = (plan: Plan): string => {
  const isSpent = (key: string) => key === "ms" || key === "work";
  return fingerprint(JSON.stringify(plan, (key, value) => (isSpent(key) ? undefined : value)));
};

/** The plan as bytes, with the work that it took, so that the same work can be done again; its time is kept beside it. */
export const freezePlan = (plan: Plan): Frozen => {
  const { ms: _ms, ...kept } = plan;
  return { text: JSON.stringify(kept), hash: fingerprintOfPlan(plan) };
};

/** Guarantee: only `freezePlan` writes plans, and it writes all of one but its time. */
export const thawPlan = (text: string): Plan => ({
  ...(JSON.parse(text) as Omit<Plan, "ms">),
  ms: 0,
});

type Later = "allowances" | "shares" | "counts";

/** Guarantee: only `freezeProblem` writes problems; the first of them knew of no rule set aside and no room. */
export const thawProblem = (text: string): RoundProblem => {
  const kept = JSON.parse(text) as Omit<RoundProblem, Later> & Partial<Pick<RoundProblem, Later>>;
  const counts = { ...defaultFitWeights, ...kept.policy.weights, load: 0 };
  return { allowances: [], shares: [], counts, ...kept };
};

/** The engine's own reading of a round's problem. Throws when it finds a fault: the builder must never make one. */
export const readFrozen = (problem: RoundProblem): Problem => {
  const reading = readProblem(problem);
  if (reading.ok) return reading.problem;
  const [fault] = reading.faults;
  throw new Error(`the round cannot be read: ${fault?.path ?? ""} ${fault?.message ?? ""}`);
};
