import type { Phase, Setting, Urn } from "../school/index.ts";

/** A school with a published measure over the years, its history carried across changes of URN. */
export type ComparedSchool = {
  readonly urn: Urn;
  readonly phase: Phase;
  readonly setting: Setting;
  readonly pupils: number | null;
  /** Share of pupils eligible for free school meals, 0–100. */
  readonly percentageFsm: number | null;
  /** In the unit of the measure, by the calendar year in which the school year ended. */
  readonly values: ReadonlyMap<number, number>;
};

/** The last year before the support, the first one after it, and the years before the baseline in their order. */
export type ComparisonYears = {
  readonly earlier: readonly number[];
  readonly baseline: number;
  readonly after: number;
};

/** What schools are held to be alike by, and what became of the measure. */
export type Profile = {
  readonly school: ComparedSchool;
  readonly baseline: number;
  /** Mean of the years before the baseline; the baseline itself where there are none. */
  readonly earlier: number;
  readonly logPupils: number;
  readonly fsm: number;
  readonly change: number;
};

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample variance; 0 for fewer than two values. */
export const varianceOf = (values: readonly number[]): number => {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

/** Undefined for a school that lacks a figure before or after, or its size or free-meals share: it can be compared with none. */
export const profileOf = (school: ComparedSchool, years: ComparisonYears): Profile | undefined => {
  const { values, pupils, percentageFsm } = school;
  const baseline = values.get(years.baseline);
  const after = values.get(years.after);
  if (baseline === undefined || after === undefined) return undefined;
  if (pupils === null || pupils < 1 || percentageFsm === null) return undefined;
  const before = years.earlier.flatMap((year) => values.get(year) ?? []);
  return {
    school,
    baseline,
    earlier: before.length === 0 ? baseline : meanOf(before),
    logPupils: Math.log(pupils),
    fsm: percentageFsm,
    change: after - baseline,
  };
};
