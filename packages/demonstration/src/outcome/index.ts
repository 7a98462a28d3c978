import type { InspectionRecord, IsoDate, Ks2Outcome } from "@alongside/domain/school";
import { demonstrationAuthority, plans } from "../school/index.ts";
import { inspectionsOf } from "./inspection.ts";
import { outcomesOf, type DemonstrationOutcome } from "./school-outcome.ts";

/** All measures of all schools. */
export const outcomes: readonly DemonstrationOutcome[] = plans.flatMap(outcomesOf);

/** The key stage 2 figures once more, as the reader of the published panel gives them. */
export const ks2Outcomes: readonly Ks2Outcome[] = outcomes
  .filter(({ measure }) => measure === "ks2-rwm-expected")
  .map(({ urn, year, figure, pupils, fromUrn }) => ({
    urn,
    laCode: demonstrationAuthority.code,
    year,
    percentage: figure,
    pupils,
    fromUrn,
  }));

/** Inspections up to a date: the demonstration never shows what has not happened yet. */
export const inspectionsUntil = (today: IsoDate): readonly InspectionRecord[] =>
  plans
    .flatMap(inspectionsOf)
    .filter(({ latestDate }) => latestDate === null || latestDate <= today);

export { areaIndicatorsOf } from "./area-outcome.ts";
export type { MeasureCode } from "./england.ts";
export type { DemonstrationOutcome } from "./school-outcome.ts";
export { isPublishedBy } from "./england.ts";
