import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { DeploymentId } from "@alongside/domain/deployment";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { Visit, VisitId, VisitState } from "@alongside/domain/visit";
import { areas } from "./area.ts";
import { capacityLines } from "./capacity.ts";
import { deployments } from "./deployment.ts";
import { people } from "./identity.ts";
import { schools } from "./school.ts";

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

/** Visits of deployments. `visit` is the whole state, its notes included; the other columns are read from it, for lists. */
export const visits = sqliteTable(
  "visits",
  {
    id: text().$type<VisitId>().primaryKey(),
    areaId: areaReference(),
    deploymentId: deploymentReference(),
    /** The line whose days it takes. */
    lineId: text()
      .$type<CapacityLineId>()
      .notNull()
      .references(() => capacityLines.id),
    personId: personReference(),
    urn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    visit: text({ mode: "json" }).$type<Visit>().notNull(),
    state: text().$type<VisitState>().notNull(),
    date: text().$type<IsoDate>().notNull(),
    /** When it begins by a clock in England, `09:30`. */
    startsAt: text().notNull(),
    halfDays: integer().notNull(),
    /** The last instant of what is awaited: the note of a visit that was done. */
    noteDue: text().$type<Instant>(),
    /** When the leader was reminded of a note that did not come. */
    remindedAt: text().$type<Instant>(),
    /** Counts the changes that calendars must learn of (RFC 5545, SEQUENCE). */
    sequence: integer().notNull().default(0),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("visits_by_deployment").on(table.deploymentId, table.date),
    index("visits_by_leader").on(table.areaId, table.personId, table.date),
    index("visits_by_school").on(table.areaId, table.urn, table.date),
    index("visits_by_note_due").on(table.state, table.noteDue),
    /** All that a list of an area looks at, so that no record is opened to count it. */
    index("visits_for_lists").on(
      table.areaId,
      table.state,
      table.date,
      table.startsAt,
      table.urn,
      table.personId,
      table.deploymentId,
      table.id,
    ),
  ],
);

/** What was agreed on a visit that somebody does by a day. */
export const visitActions = sqliteTable(
  "visit_actions",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    visitId: text()
      .$type<VisitId>()
      .notNull()
      .references(() => visits.id),
    deploymentId: deploymentReference(),
    text: text().notNull(),
    ownerId: personReference(),
    dueOn: text().$type<IsoDate>().notNull(),
    doneAt: text().$type<Instant>(),
    doneBy: text().$type<PersonId>(),
  },
  (table) => [
    index("visit_actions_by_visit").on(table.visitId),
    index("visit_actions_by_deployment").on(table.deploymentId),
    index("visit_actions_by_owner").on(table.ownerId, table.doneAt),
  ],
);

/** Private addresses of people's calendars. Only the hash of the token is kept; a new address ends the one before. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    id: text().primaryKey(),
    personId: personReference(),
    tokenHash: text().notNull(),
    createdAt: text().$type<Instant>().notNull(),
    revokedAt: text().$type<Instant>(),
  },
  (table) => [
    uniqueIndex("calendar_feeds_by_token").on(table.tokenHash),
    index("calendar_feeds_by_person").on(table.personId, table.revokedAt),
  ],
);
