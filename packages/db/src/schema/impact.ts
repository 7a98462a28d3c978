import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Instant } from "@alongside/domain/calendar";
import type { DeploymentId, ObjectiveId } from "@alongside/domain/deployment";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { AlertKind, CaseStudyState, Sustained, Track } from "@alongside/domain/impact";
import type { IsoDate } from "@alongside/domain/school";
import { areas } from "./area.ts";
import { deployments, objectives } from "./deployment.ts";
import { people } from "./identity.ts";

const areaReference = () =>
  text()
    .$type<AreaId>()
    .notNull()
    .references(() => areas.id);

const personReference = () =>
  text()
    .$type<PersonId>()
    .notNull()
    .references(() => people.id);

const deploymentReference = () =>
  text()
    .$type<DeploymentId>()
    .notNull()
    .references(() => deployments.id);

/** Values of an objective's measure, in its unit. One that was wrong stays, with who took it back and why. */
export const readings = sqliteTable(
  "readings",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    deploymentId: deploymentReference(),
    objectiveId: text()
      .$type<ObjectiveId>()
      .notNull()
      .references(() => objectives.id),
    value: real().notNull(),
    date: text().$type<IsoDate>().notNull(),
    source: text().notNull(),
    addedBy: personReference(),
    addedAt: text().$type<Instant>().notNull(),
    takenBackAt: text().$type<Instant>(),
    takenBackBy: text().$type<PersonId>(),
    takenBackReason: text(),
  },
  (table) => [index("readings_by_objective").on(table.deploymentId, table.objectiveId, table.date)],
);

/** The look half-way: one for each deployment, changed as long as the work goes on. */
export const midPointReviews = sqliteTable("mid_point_reviews", {
  deploymentId: deploymentReference().primaryKey(),
  areaId: areaReference(),
  heldOn: text().$type<IsoDate>().notNull(),
  track: text().$type<Track>().notNull(),
  summary: text().notNull(),
  change: text().notNull(),
  by: personReference(),
  at: text().$type<Instant>().notNull(),
  version: integer().notNull().default(1),
});

/** The look back two terms after the end of a deployment. */
export const followUps = sqliteTable(
  "follow_ups",
  {
    deploymentId: deploymentReference().primaryKey(),
    areaId: areaReference(),
    dueOn: text().$type<IsoDate>().notNull(),
    /** When the school was asked by mail; null before it is due. */
    askedAt: text().$type<Instant>(),
    sustained: text().$type<Sustained>(),
    comment: text(),
    answeredBy: text().$type<PersonId>(),
    answeredAt: text().$type<Instant>(),
    version: integer().notNull().default(1),
  },
  (table) => [index("follow_ups_by_due").on(table.areaId, table.answeredAt, table.dueOn)],
);

/** What others may learn from, once the school and the leader have both agreed that it is told. */
export const caseStudies = sqliteTable(
  "case_studies",
  {
    deploymentId: deploymentReference().primaryKey(),
    areaId: areaReference(),
    state: text().$type<CaseStudyState>().notNull(),
    title: text().notNull(),
    challenge: text().notNull(),
    support: text().notNull(),
    difference: text().notNull(),
    namesSchool: integer({ mode: "boolean" }).notNull(),
    schoolConsentBy: text().$type<PersonId>(),
    schoolConsentAt: text().$type<Instant>(),
    leaderConsentBy: text().$type<PersonId>(),
    leaderConsentAt: text().$type<Instant>(),
    writtenBy: personReference(),
    changedAt: text().$type<Instant>().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [index("case_studies_by_area").on(table.areaId, table.state)],
);

/** What changed about a leader or the leader's own school while the leader is promised elsewhere. */
export const leaderAlerts = sqliteTable(
  "leader_alerts",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    personId: personReference(),
    kind: text().$type<AlertKind>().notNull(),
    /** What it is about, so that the same thing raises one alert and no second. */
    about: text().notNull(),
    words: text().notNull(),
    raisedAt: text().$type<Instant>().notNull(),
    handledAt: text().$type<Instant>(),
    handledBy: text().$type<PersonId>(),
    handledWords: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("leader_alerts_once").on(table.areaId, table.personId, table.kind, table.about),
    index("leader_alerts_open").on(table.areaId, table.handledAt),
  ],
);
