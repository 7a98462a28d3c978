import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ExpertiseLevel } from "@alongside/domain/capacity";
import type { DesignationStatus } from "@alongside/domain/code-list";
import type { AreaId, OrganisationId, PersonId } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { areas } from "./area.ts";
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

/** People who lead in other schools of an area, with the home school that lets them go. */
export const leaders = sqliteTable(
  "leaders",
  {
    areaId: areaReference(),
    personId: personReference(),
    /** Code of the list of designations: what the leader is known as. */
    kind: text().notNull(),
    homeUrn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    /** Who looks after the leader's days, where an organisation does. */
    organisationId: text().$type<OrganisationId>(),
    version: integer().notNull().default(1),
    createdAt: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.areaId, table.personId] }),
    index("leaders_by_home").on(table.areaId, table.homeUrn),
  ],
);

export const designations = sqliteTable(
  "designations",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    personId: personReference(),
    type: text().notNull(),
    awardingBody: text().notNull(),
    fromOn: text().$type<IsoDate>().notNull(),
    /** The last day; null when no end is set. */
    toOn: text().$type<IsoDate>(),
    reviewDue: text().$type<IsoDate>(),
    evidence: text().notNull(),
    status: text().$type<DesignationStatus>().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("designations_by_person").on(table.areaId, table.personId),
    index("designations_by_review").on(table.areaId, table.reviewDue),
  ],
);

export const leaderExpertise = sqliteTable(
  "leader_expertise",
  {
    areaId: areaReference(),
    personId: personReference(),
    /** Code of the list of areas of expertise. */
    code: text().notNull(),
    level: integer().$type<ExpertiseLevel>().notNull(),
    evidence: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.areaId, table.personId, table.code] }),
    check("leader_expertise_level", sql`${table.level} IN (1, 2, 3)`),
    index("leader_expertise_by_code").on(table.areaId, table.code),
  ],
);
