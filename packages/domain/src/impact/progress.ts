import type { Direction } from "../code-list/index.ts";
import { actualOf, type TrackedObjective } from "./measure.ts";

export type Movement = "better" | "same" | "worse";

export type Progress = {
  /** In the unit of the measure; above nought is better, whichever way the measure runs. */
  readonly gained: number;
  /** Of the way from baseline to target: 1 is there, above 1 beyond, below 0 the wrong way; `null` when the target is to hold. */
  readonly share: number | null;
  readonly movement: Movement;
  readonly isMet: boolean;
};

const gain = (direction: Direction, from: number, to: number): number =>
  direction === "up" ? to - from : from - to;

const movementOf = (gained: number): Movement =>
  gained === 0 ? "same" : gained > 0 ? "better" : "worse";

/** Progress of a value towards its target. Direction belongs to the measure: fewer absences are better (Product rules, §3: impact). */
export const progressOf = (
  { direction, baseline, target }: Pick<TrackedObjective, "direction" | "baseline" | "target">,
  value: number,
): Progress => {
  const gained = gain(direction, baseline.value, value);
  const wanted = gain(direction, baseline.value, target.value);
  return {
    gained,
    share: wanted === 0 ? null : gained / wanted,
    movement: movementOf(gained),
    isMet: gained >= wanted,
  };
};

export type ObjectiveOutcome = "met" | "partly-met" | "unmet" | "not-read";

/** Met at the target or beyond, partly met when better than the baseline, unmet otherwise (Product rules, §3: impact). */
export const outcomeOfObjective = (objective: TrackedObjective): ObjectiveOutcome => {
  const actual = actualOf(objective);
  if (actual === undefined) return "not-read";
  const { isMet, movement } = progressOf(objective, actual.value);
  if (isMet) return "met";
  return movement === "better" ? "partly-met" : "unmet";
};

/**
 * What the objectives suggest for the need: met when all are, unmet when none moved, partly met between; nothing
 * while one has no reading. A person decides (Product rules, §2: need).
 */
export const suggestedOutcome = (
  objectives: readonly TrackedObjective[],
): Exclude<ObjectiveOutcome, "not-read"> | null => {
  const outcomes = new Set(objectives.map(outcomeOfObjective));
  if (outcomes.size === 0 || outcomes.has("not-read")) return null;
  if (outcomes.size > 1) return "partly-met";
  return outcomes.has("met") ? "met" : outcomes.has("partly-met") ? "partly-met" : "unmet";
};
