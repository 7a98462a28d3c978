import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { AreaId, PersonId, Role, ZoneId } from "@alongside/domain/identity";

export const people = sqliteTable("people", {
  id: text().$type<PersonId>().primaryKey(),
  name: text().notNull(),
  /** Lower-cased; what the person signs in with. */
  email: text().notNull().unique(),
  passwordHash: text(),
  isDemonstration: integer({ mode: "boolean" }).notNull().default(false),
  deactivatedAt: text(),
  lastSeenAt: text(),
  version: integer().notNull().default(1),
  createdAt: text().notNull(),
});

/** One role of one person in one place; a person may hold several at once. */
export const roleGrants = sqliteTable(
  "role_grants",
  {
    id: text().primaryKey(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    role: text().$type<Role>().notNull(),
    areaId: text().$type<AreaId>(),
    zoneId: text().$type<ZoneId>(),
    urn: integer().$type<Urn>(),
    organisationId: text(),
    mayActOnBehalf: integer({ mode: "boolean" }).notNull().default(false),
    fromOn: text().$type<IsoDate>().notNull(),
    endedAt: text(),
    version: integer().notNull().default(1),
  },
  (table) => [index("role_grants_by_person").on(table.personId)],
);

/** A signed-in device. The id is the SHA-256 of the token: the token itself is only in the cookie. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    createdAt: integer().notNull(),
    lastUsedAt: integer().notNull(),
    /** Milliseconds since 1970 when the session ends if it stays idle. */
    idleUntil: integer().notNull(),
    /** Milliseconds since 1970 when the session ends whatever happens. */
    endsAt: integer().notNull(),
    userAgent: text(),
    secondFactorAt: integer(),
  },
  (table) => [index("sessions_by_person").on(table.personId)],
);
