import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Instant } from "@alongside/domain/calendar";
import type { Conflict, ConflictGround, InterestKind } from "@alongside/domain/conflict";
import type { AreaId, PersonId } from "@alongside/domain/identity";
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

const schoolReference = () =>
  integer()
    .$type<Urn>()
    .notNull()
    .references(() => schools.urn);

/** What ties a leader or a coordinator to a school, as somebody declared it. */
export const interests = sqliteTable(
  "interests",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    personId: personReference(),
    urn: schoolReference(),
    kind: text().$type<InterestKind>().notNull(),
    /** Read by the parties and by those who decide; nobody else. */
    words: text().notNull(),
    /** The last day of it; null while it lasts. */
    untilOn: text().$type<IsoDate>(),
    declaredBy: text().notNull(),
    declaredAt: text().$type<Instant>().notNull(),
    /** Null while it counts. */
    withdrawnAt: text().$type<Instant>(),
    withdrawnBy: text().$type<PersonId>(),
    /** Read by those who read the words. */
    withdrawnReason: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("interests_by_person").on(table.areaId, table.personId),
    index("interests_by_school").on(table.areaId, table.urn),
  ],
);

/** Conflicts of interest between a leader and a school, each with what was decided. `conflict` is the whole state. */
export const conflicts = sqliteTable(
  "conflicts",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    /** The leader. */
    personId: personReference(),
    homeUrn: schoolReference(),
    /** The school that is, or would be, supported. */
    urn: schoolReference(),
    kind: text().$type<ConflictGround["kind"]>().notNull(),
    /** What the ground is told by: the same ground is not found twice. */
    groundKey: text().notNull(),
    conflict: text({ mode: "json" }).$type<Conflict>().notNull(),
    state: text().$type<Conflict["state"]>().notNull(),
    foundBy: text().notNull(),
    foundAt: text().$type<Instant>().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("conflicts_once").on(table.areaId, table.personId, table.urn, table.groundKey),
    index("conflicts_by_area").on(table.areaId, table.state, table.foundAt),
    index("conflicts_by_school").on(table.areaId, table.urn),
  ],
);
