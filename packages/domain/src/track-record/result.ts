import type { ObjectiveOutcome, Sustained } from "../impact/index.ts";

const ofObjective: Readonly<Record<ObjectiveOutcome, number | null>> = {
  met: 1,
  "partly-met": 0.5,
  unmet: 0,
  "not-read": null,
};
const ofFollowUp: Readonly<Record<Sustained, number>> = { kept: 1, partly: 0.5, lost: 0 };

/** Objectives count twice: they were measured, the rest is judged. */
const weights = { objectives: 2, evaluation: 1, followUp: 1 } as const;

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How a finished piece of work came out, from 0 to 1: objectives met, what the school said at the end, and what was still there two terms
 * later, as far as each is known (Product rules, §3: fit score, track record). Null where nothing is.
 */
export const resultOfWork = (given: {
  readonly outcomes: readonly ObjectiveOutcome[];
  /** The school's answers on the scale, as a share. */
  readonly evaluation: number | null;
  readonly followUp: Sustained | null;
}): number | null => {
  const { outcomes, evaluation, followUp } = given;
  const parts = [
    [meanOf(outcomes.flatMap((outcome) => ofObjective[outcome] ?? [])), weights.objectives],
    [evaluation, weights.evaluation],
    [followUp === null ? null : ofFollowUp[followUp], weights.followUp],
  ] as const;
  const known = parts.flatMap(([value, weight]) => (value === null ? [] : [{ value, weight }]));
  if (known.length === 0) return null;
  const sum = known.reduce((total, { weight }) => total + weight, 0);
  return known.reduce((total, { value, weight }) => total + value * weight, 0) / sum;
};
