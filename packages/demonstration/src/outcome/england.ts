/*
 * The line that stands for England in every chart. These figures are invented: they have the shape of the published
 * ones (a dip after the years without tests) and none of their values is quoted from a publication.
 */
export const testYears = [2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025, 2026] as const;
export type TestYear = (typeof testYears)[number];

export const measures = [
  "ks2-rwm-expected",
  "phonics-expected",
  "ks4-attainment-8",
  "ks4-basics-5-plus",
  "progress-8",
  "attendance",
  "persistent-absence",
] as const;
/** Codes of the measure catalogue. */
export type MeasureCode = (typeof measures)[number];

type Series = readonly number[];

const england: Readonly<Record<MeasureCode, Series>> = {
  "ks2-rwm-expected": [54, 60, 63, 64, 58, 59, 60, 61, 62],
  "phonics-expected": [80, 80, 81, 81, 75, 78, 79, 79, 80],
  "ks4-attainment-8": [48.2, 45.2, 45.4, 45.6, 47.8, 45.4, 45.1, 45.2, 45.4],
  "ks4-basics-5-plus": [39.1, 39.4, 40, 40.4, 47.4, 43.2, 43.8, 43.6, 43.9],
  "progress-8": [-0.02, -0.02, -0.02, -0.02, -0.02, -0.02, -0.02, 0, 0],
  attendance: [95.4, 95.3, 95.2, 95.2, 92.5, 92.6, 92.9, 93.2, 93.5],
  "persistent-absence": [10.4, 10.8, 11.1, 10.9, 22.4, 21.3, 20, 18.6, 17.7],
};

/** Results of a school year are out in the autumn after it: the demonstration never shows what has not been published yet. */
export const isPublishedBy = (year: number, today: string): boolean => `${year}-10-01` <= today;

/** The invented national figure of a measure in a year. */
export const englandIn = (measure: MeasureCode, year: TestYear): number =>
  england[measure][testYears.indexOf(year)] ?? 0;
