import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Instant } from "@alongside/domain/calendar";
import type { AreaId, ZoneId } from "@alongside/domain/identity";
import type { PhaseGroup } from "@alongside/domain/partnership";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { Ratings, Statement, SurveyId, SurveyState } from "@alongside/domain/survey";
import { areas } from "./area.ts";
import { schools } from "./school.ts";

/** What heads are asked in a year about the partnership's commitments. */
export const surveys = sqliteTable(
  "surveys",
  {
    id: text().$type<SurveyId>().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    /** Written `2025-26`. */
    academicYear: text().notNull(),
    title: text().notNull(),
    statements: text({ mode: "json" }).$type<readonly Statement[]>().notNull(),
    /** The one question that is answered in words. */
    question: text().notNull(),
    state: text().$type<SurveyState>().notNull(),
    opensOn: text().$type<IsoDate>(),
    closesOn: text().$type<IsoDate>(),
    writtenBy: text().notNull(),
    createdAt: text().$type<Instant>().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [uniqueIndex("surveys_once").on(table.areaId, table.academicYear)],
);

/** The answer of a school's head: a draft until it is sent. Zone and phase are those of the day on which it was sent. */
export const surveyAnswers = sqliteTable(
  "survey_answers",
  {
    surveyId: text()
      .$type<SurveyId>()
      .notNull()
      .references(() => surveys.id),
    urn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    ratings: text({ mode: "json" }).$type<Ratings>().notNull(),
    words: text().notNull().default(""),
    zoneId: text().$type<ZoneId>(),
    phaseGroup: text().$type<PhaseGroup>().notNull(),
    answeredBy: text().notNull(),
    changedAt: text().$type<Instant>().notNull(),
    /** Null while it is a draft. */
    sentAt: text().$type<Instant>(),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.urn] }),
    index("survey_answers_by_school").on(table.urn),
  ],
);
