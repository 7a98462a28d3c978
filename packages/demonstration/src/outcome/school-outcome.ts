import type { AbsenceReason, Figure, Urn } from "@alongside/domain/school";
import { clamp, randomFrom, rounded } from "../random.ts";
import { predecessorIn, type SchoolPlan } from "../school/index.ts";
import { englandIn, testYears, type MeasureCode, type TestYear } from "./england.ts";

/** One figure of one school in the school year that ended in `year`. */
export type DemonstrationOutcome = {
  readonly urn: Urn;
  readonly measure: MeasureCode;
  readonly year: number;
  readonly figure: Figure;
  /** How many pupils it speaks of. */
  readonly pupils: Figure;
  /** The URN under which it was published: a predecessor's where the school has changed URN since. */
  readonly fromUrn: Urn;
};

const stated = (value: number): Figure => ({ kind: "stated", value });
const absent = (reason: AbsenceReason): Figure => ({ kind: "absent", reason });

/** How far a point of strength and a point of free-meals share move a measure, and its own unrest. */
type Pull = {
  readonly strength: number;
  readonly fsm: number;
  readonly unrest: number;
  readonly places: number;
  readonly low: number;
  readonly high: number;
};

const pulls: Readonly<Record<MeasureCode, Pull>> = {
  "ks2-rwm-expected": { strength: 7.5, fsm: -0.42, unrest: 5, places: 0, low: 8, high: 98 },
  "phonics-expected": { strength: 4.5, fsm: -0.3, unrest: 4, places: 0, low: 20, high: 100 },
  "ks4-attainment-8": { strength: 3.4, fsm: -0.42, unrest: 1.2, places: 1, low: 12, high: 75 },
  "ks4-basics-5-plus": { strength: 6, fsm: -0.8, unrest: 2.4, places: 1, low: 2, high: 92 },
  "progress-8": { strength: 0.38, fsm: -0.012, unrest: 0.1, places: 2, low: -1.9, high: 1.6 },
  attendance: { strength: 0.7, fsm: -0.055, unrest: 0.25, places: 1, low: 70, high: 98.4 },
  "persistent-absence": { strength: -2.4, fsm: 0.26, unrest: 0.9, places: 1, low: 2, high: 68 },
};

const middleFsm = 23;

/** Strength in a year: schools rise and fall slowly around what they are today. */
const strengthIn = (plan: SchoolPlan, year: number): number => {
  const slope = randomFrom(`slope:${plan.name}`).normal() * 0.045;
  return plan.strength - slope * (2025 - year);
};

const expected = (plan: SchoolPlan, measure: MeasureCode, year: TestYear): number => {
  const pull = pulls[measure];
  const level = englandIn(measure, year) + (plan.fsm - middleFsm) * pull.fsm;
  const noise = randomFrom(`${measure}:${year}:${plan.name}`).normal() * pull.unrest;
  return clamp(level + strengthIn(plan, year) * pull.strength + noise, pull.low, pull.high);
};

const cohortShare: Readonly<Record<MeasureCode, number>> = {
  "ks2-rwm-expected": 1 / 7,
  "phonics-expected": 1 / 7,
  "ks4-attainment-8": 1 / 5.5,
  "ks4-basics-5-plus": 1 / 5.5,
  "progress-8": 1 / 5.9,
  attendance: 1,
  "persistent-absence": 1,
};

/** Pupils in the figure; a junior school has four year groups, an infant school three. */
const cohortOf = (plan: SchoolPlan, measure: MeasureCode, year: number): number => {
  const yearGroups = { junior: 1 / 4, infant: 1 / 3, "all-through": 1 / 13 } as const;
  const share =
    cohortShare[measure] === 1
      ? 1
      : plan.kind === "junior" || plan.kind === "infant" || plan.kind === "all-through"
        ? yearGroups[plan.kind]
        : cohortShare[measure];
  const unrest = randomFrom(`cohort:${year}:${plan.name}`).between(0.85, 1.15);
  return Math.max(1, Math.round(plan.pupils * share * unrest));
};

/** A share of few pupils can only be one of few values. */
const asShare = (percentage: number, pupils: number): number =>
  rounded((Math.round((percentage / 100) * pupils) / pupils) * 100);

const fewest = 6;

/** Figures of fewer than six pupils are suppressed, as the Department does; Progress 8 had none in 2025. */
const figureOf = (plan: SchoolPlan, measure: MeasureCode, year: TestYear): Figure => {
  const pupils = cohortOf(plan, measure, year);
  if (pupils < fewest) return absent("suppressed");
  if (measure === "progress-8" && year >= 2025) return absent("not-published");
  if (randomFrom(`coverage:${measure}:${year}:${plan.name}`).chance(0.006))
    return absent("low-coverage");
  const value = expected(plan, measure, year);
  return stated(
    measure.endsWith("-expected") ? asShare(value, pupils) : rounded(value, pulls[measure].places),
  );
};

const primaryMeasures = ["ks2-rwm-expected", "phonics-expected"] as const;
const secondaryMeasures = ["ks4-attainment-8", "ks4-basics-5-plus", "progress-8"] as const;
const attendanceMeasures = ["attendance", "persistent-absence"] as const;

/** What is published about a school of this kind. */
const measuresFor = ({ kind }: SchoolPlan): readonly MeasureCode[] => {
  if (kind === "nursery" || kind === "sixth-form") return [];
  if (kind === "infant") return ["phonics-expected", ...attendanceMeasures];
  if (kind === "junior") return ["ks2-rwm-expected", ...attendanceMeasures];
  if (kind === "primary") return [...primaryMeasures, ...attendanceMeasures];
  if (kind === "secondary") return [...secondaryMeasures, ...attendanceMeasures];
  return kind === "all-through"
    ? [...primaryMeasures, ...secondaryMeasures, ...attendanceMeasures]
    : attendanceMeasures;
};

const existedIn = (plan: SchoolPlan, year: number): boolean =>
  plan.governance !== "free" || plan.opened === null || plan.opened < `${year - 1}-10-01`;

/** Every figure of one school, its predecessors' years with their URN. */
export const outcomesOf = (plan: SchoolPlan): readonly DemonstrationOutcome[] =>
  measuresFor(plan).flatMap((measure) =>
    testYears
      .filter((year) => existedIn(plan, year))
      .map((year) => ({
        urn: plan.urn,
        measure,
        year,
        figure: figureOf(plan, measure, year),
        pupils: stated(cohortOf(plan, measure, year)),
        fromUrn: predecessorIn(plan.name, { measure, year }) ?? plan.urn,
      })),
  );
