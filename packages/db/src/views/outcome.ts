import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { LaCode, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { areaOutcomes, outcomes, schools } from "../schema/index.ts";

export type OutcomeRow = typeof outcomes.$inferSelect;

/** Every published outcome of these URNs, by measure and year. */
export const outcomesOf = (read: Read, urns: readonly Urn[]): Promise<readonly OutcomeRow[]> =>
  read
    .select()
    .from(outcomes)
    .where(inArray(outcomes.urn, [...urns]))
    .orderBy(asc(outcomes.measure), asc(outcomes.year));

export type AreaMean = {
  readonly measure: string;
  readonly year: number;
  /** Weighted by pupils where every figure says how many; plain otherwise. */
  readonly value: number;
  /** How many schools it is the mean of. */
  readonly schools: number;
};

/** The mean over an area's schools, for each of these measures and years. */
export const areaMeans = (
  read: Read,
  laCodes: readonly LaCode[],
  measures: readonly string[],
): Promise<readonly AreaMean[]> =>
  read
    .select({
      measure: outcomes.measure,
      year: outcomes.year,
      value: sql<number>`CASE WHEN count(*) = count(nullif(${outcomes.pupils}, 0))
        THEN sum(${outcomes.value} * ${outcomes.pupils}) / sum(${outcomes.pupils})
        ELSE avg(${outcomes.value}) END`,
      schools: sql<number>`count(*)`,
    })
    .from(outcomes)
    .innerJoin(schools, eq(schools.urn, outcomes.urn))
    .where(
      and(
        inArray(schools.laCode, [...laCodes]),
        inArray(outcomes.measure, [...measures]),
        sql`${outcomes.value} IS NOT NULL`,
      ),
    )
    .groupBy(outcomes.measure, outcomes.year);

/** What is published of authorities and of England for these indicators. */
export const publishedAreaFigures = (
  read: Read,
  laCodes: readonly LaCode[],
  indicators: readonly string[],
) =>
  read
    .select()
    .from(areaOutcomes)
    .where(
      and(
        inArray(areaOutcomes.measure, [...indicators]),
        or(eq(areaOutcomes.areaKind, "england"), inArray(areaOutcomes.areaCode, [...laCodes])),
      ),
    )
    .orderBy(asc(areaOutcomes.year));
