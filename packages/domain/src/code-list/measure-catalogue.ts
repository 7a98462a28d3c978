import type { CodeEntry } from "./code-list.ts";

export const directions = ["up", "down"] as const;
/** Which way is better. */
export type Direction = (typeof directions)[number];

export const publishers = ["department", "school", "leader", "whoever-sets-it"] as const;
/** Who publishes the figure; the Department's can be set beside those of other schools. */
export type Publisher = (typeof publishers)[number];

export type CatalogueMeasure = CodeEntry & {
  readonly unit: string;
  readonly direction: Direction;
  /** Where a reading comes from, in words. */
  readonly source: string;
  readonly publishedBy: Publisher;
};

type Row = readonly [
  code: string,
  label: string,
  unit: string,
  direction: Direction,
  source: string,
];

const publishedBy = (publisher: Publisher, rows: readonly Row[]): readonly CatalogueMeasure[] =>
  rows.map(([code, label, unit, direction, source]) => ({
    code,
    label,
    unit,
    direction,
    source,
    publishedBy: publisher,
  }));

/** Measures that an objective may use. Unit and direction belong to the measure (Product rules, §3: impact). */
export const measureCatalogue: readonly CatalogueMeasure[] = [
  ...publishedBy("department", [
    [
      "ks2-rwm-expected",
      "KS2 reading, writing and maths: expected standard",
      "%",
      "up",
      "Key stage 2 results",
    ],
    ["ks2-progress", "KS2 progress", "points", "up", "Key stage 2 results"],
    ["phonics-expected", "Phonics: expected standard", "%", "up", "Phonics screening check"],
    ["eyfs-good-level", "EYFS: good level of development", "%", "up", "EYFS profile"],
    ["ks4-attainment-8", "KS4 Attainment 8", "points", "up", "Key stage 4 results"],
    ["ks4-basics-5-plus", "KS4 basics: grade 5 or above", "%", "up", "Key stage 4 results"],
    ["progress-8", "Progress 8", "points", "up", "Key stage 4 results"],
    ["attendance", "Attendance", "%", "up", "Attendance returns"],
    ["persistent-absence", "Persistent absence", "%", "down", "Attendance returns"],
    ["suspensions", "Suspensions", "per 100 pupils", "down", "School census"],
  ]),
  ...publishedBy("school", [
    ["staff-retention", "Staff retention", "%", "up", "School’s own records"],
    ["survey-scale", "Pupil, parent or staff survey", "scale points", "up", "Survey"],
  ]),
  ...publishedBy("leader", [
    ["work-scrutiny", "Work scrutiny", "rubric 1–4", "up", "Rubric used on a visit"],
    ["lesson-visit", "Lesson visit", "rubric 1–4", "up", "Rubric used on a visit"],
  ]),
  ...publishedBy("whoever-sets-it", [
    ["own-measure", "A measure of one’s own", "as stated", "up", "As stated"],
  ]),
];
