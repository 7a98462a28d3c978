import { and, asc, desc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { SurveyId } from "@alongside/domain/survey";
import type { Read } from "../connection.ts";
import {
  areaAuthorities,
  areas,
  people,
  roleGrants,
  schools,
  surveyAnswers,
  surveys,
  zones,
} from "../schema/index.ts";

export type SurveyRow = typeof surveys.$inferSelect;
export type AnswerRow = typeof surveyAnswers.$inferSelect;

/** A survey of this area. */
export const findSurvey = async (
  read: Read,
  areaId: AreaId,
  id: SurveyId,
): Promise<SurveyRow | undefined> =>
  (
    await read
      .select()
      .from(surveys)
      .where(and(eq(surveys.id, id), eq(surveys.areaId, areaId)))
  )[0];

/** The surveys of an area, the latest year first. */
export const listSurveysOf = (read: Read, areaId: AreaId): Promise<readonly SurveyRow[]> =>
  read.select().from(surveys).where(eq(surveys.areaId, areaId)).orderBy(desc(surveys.academicYear));

export const findAnswer = async (
  read: Read,
  surveyId: SurveyId,
  urn: Urn,
): Promise<AnswerRow | undefined> =>
  (
    await read
      .select()
      .from(surveyAnswers)
      .where(and(eq(surveyAnswers.surveyId, surveyId), eq(surveyAnswers.urn, urn)))
  )[0];

/** Answers that were sent, in no order that tells whose they are. */
export const listSentAnswers = (read: Read, surveyId: SurveyId): Promise<readonly AnswerRow[]> =>
  read
    .select()
    .from(surveyAnswers)
    .where(and(eq(surveyAnswers.surveyId, surveyId), isNotNull(surveyAnswers.sentAt)))
    .orderBy(asc(surveyAnswers.words), asc(surveyAnswers.urn));

/** How many sent answers each survey of an area has. */
export const countSentAnswers = (read: Read, areaId: AreaId) =>
  read
    .select({ surveyId: surveyAnswers.surveyId, sent: sql<number>`count(*)` })
    .from(surveyAnswers)
    .innerJoin(surveys, eq(surveys.id, surveyAnswers.surveyId))
    .where(and(eq(surveys.areaId, areaId), isNotNull(surveyAnswers.sentAt)))
    .groupBy(surveyAnswers.surveyId);

/** Names of an area's zones, closed ones too: an answer keeps the zone in which it was given. */
export const namesOfZones = (read: Read, areaId: AreaId) =>
  read.select({ id: zones.id, name: zones.name }).from(zones).where(eq(zones.areaId, areaId));

const isActiveHead = and(
  eq(roleGrants.role, "head"),
  isNull(roleGrants.endedAt),
  isNull(people.deactivatedAt),
);

/** How many schools of the area have a head who can answer. */
export const countHeads = async (read: Read, areaId: AreaId): Promise<number> =>
  (
    await read
      .select({ count: sql<number>`count(DISTINCT ${roleGrants.urn})` })
      .from(roleGrants)
      .innerJoin(people, eq(people.id, roleGrants.personId))
      .where(and(eq(roleGrants.areaId, areaId), isActiveHead))
  )[0]?.count ?? 0;

/** Heads of schools from which no answer has come to a survey that can be answered on a day, in every area. */
export const listHeadsToAsk = (read: Read, today: IsoDate) =>
  read
    .select({
      surveyId: surveys.id,
      areaId: surveys.areaId,
      slug: areas.slug,
      area: areas.name,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
      urn: sql<Urn>`${roleGrants.urn}`,
      personId: people.id,
      name: people.name,
      email: people.email,
    })
    .from(surveys)
    .innerJoin(areas, eq(areas.id, surveys.areaId))
    .innerJoin(roleGrants, eq(roleGrants.areaId, surveys.areaId))
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(surveys.state, "open"),
        lte(surveys.opensOn, today),
        sql`${surveys.closesOn} >= ${today}`,
        isNotNull(roleGrants.urn),
        isActiveHead,
        sql`NOT EXISTS (SELECT 1 FROM ${surveyAnswers} WHERE ${surveyAnswers.surveyId} = ${surveys.id}
          AND ${surveyAnswers.urn} = ${roleGrants.urn} AND ${surveyAnswers.sentAt} IS NOT NULL)`,
      ),
    )
    .orderBy(asc(surveys.id), asc(people.id), asc(roleGrants.urn));

/** Name, phase and setting of a school of this area, for the group that its answer counts in. */
export const findSchoolKind = async (read: Read, areaId: AreaId, urn: Urn) =>
  (
    await read
      .select({ name: schools.name, phase: schools.phase, setting: schools.setting })
      .from(schools)
      .innerJoin(
        areaAuthorities,
        and(eq(areaAuthorities.laCode, schools.laCode), eq(areaAuthorities.areaId, areaId)),
      )
      .where(eq(schools.urn, urn))
  )[0];
