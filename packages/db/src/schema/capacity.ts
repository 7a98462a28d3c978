import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type {
  Account,
  CapacityLineId,
  CapacityState,
  LedgerEntry,
  Supply,
} from "@alongside/domain/capacity";
import type { Instant, Window } from "@alongside/domain/calendar";
import type { DeploymentId } from "@alongside/domain/deployment";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { OfferId } from "@alongside/domain/offer";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { VisitId } from "@alongside/domain/visit";
import { areas, terms } from "./area.ts";
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

const termReference = () =>
  text()
    .notNull()
    .references(() => terms.id);

/** What one leader can give in one term. A leader has one line per term that is not withdrawn. */
export const capacityLines = sqliteTable(
  "capacity_lines",
  {
    id: text().$type<CapacityLineId>().primaryKey(),
    areaId: areaReference(),
    personId: personReference(),
    termId: termReference(),
    /** The home school when the line was begun: its statement keeps the days when the leader moves on. */
    homeUrn: integer()
      .$type<Urn>()
      .notNull()
      .references(() => schools.urn),
    state: text().$type<CapacityState>().notNull(),
    supply: text({ mode: "json" }).$type<Supply>().notNull(),
    confirmedOn: text().$type<IsoDate>(),
    goodUntil: text().$type<IsoDate>(),
    withdrawnReason: text(),
    withdrawnAt: text().$type<Instant>(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("capacity_lines_once")
      .on(table.areaId, table.personId, table.termId)
      .where(sql`${table.state} <> 'withdrawn'`),
    index("capacity_lines_by_term").on(table.areaId, table.termId, table.state),
    index("capacity_lines_by_home").on(table.areaId, table.homeUrn),
  ],
);

/** What a leader answered when asked for a term: reminders stop here. */
export const capacityAnswers = sqliteTable(
  "capacity_answers",
  {
    areaId: areaReference(),
    personId: personReference(),
    termId: termReference(),
    answer: text({ enum: ["yes", "maybe", "not-now"] }).notNull(),
    answeredAt: text().notNull(),
    /** Why not now, in words; empty when nothing was said. */
    note: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.personId, table.termId] })],
);

/**
 * The day ledger: half-days that left one account for another, each with who, when and why. Entries are only ever
 * added; triggers refuse everything else, and keep `ledger_balances` and `ledger_holds` as the sums that they are.
 */
export const ledgerEntries = sqliteTable(
  "ledger_entries",
  {
    seq: integer().primaryKey(),
    lineId: text()
      .$type<CapacityLineId>()
      .notNull()
      .references(() => capacityLines.id),
    at: text().$type<Instant>().notNull(),
    movement: text().$type<LedgerEntry["movement"]>().notNull(),
    fromAccount: text().$type<Account>().notNull(),
    toAccount: text().$type<Account>().notNull(),
    halfDays: integer().notNull(),
    window: text().$type<Window>().notNull(),
    earlyChange: integer().notNull(),
    lateChange: integer().notNull(),
    offerId: text().$type<OfferId>(),
    deploymentId: text().$type<DeploymentId>(),
    visitId: text().$type<VisitId>(),
    until: text().$type<Instant>(),
    actor: text().notNull(),
    onBehalfOf: text(),
    requestId: text().notNull(),
    reason: text(),
  },
  (table) => [
    index("ledger_entries_by_line").on(table.lineId, table.seq),
    check(
      "ledger_entries_whole",
      sql`typeof(${table.halfDays}) = 'integer' AND ${table.halfDays} >= 0`,
    ),
  ],
);

/** Sums of the entries of a line, kept by a trigger: a balance below nought cannot be written. */
export const ledgerBalances = sqliteTable(
  "ledger_balances",
  {
    lineId: text()
      .$type<CapacityLineId>()
      .primaryKey()
      .references(() => capacityLines.id),
    leader: integer().notNull().default(0),
    published: integer().notNull().default(0),
    held: integer().notNull().default(0),
    committed: integer().notNull().default(0),
    booked: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    released: integer().notNull().default(0),
    earlyMost: integer().notNull().default(0),
    earlyTaken: integer().notNull().default(0),
    lateMost: integer().notNull().default(0),
    lateTaken: integer().notNull().default(0),
  },
  (table) => [
    check(
      "ledger_balances_never_negative",
      sql`${table.published} >= 0 AND ${table.held} >= 0 AND ${table.committed} >= 0 AND ${table.booked} >= 0 AND ${table.delivered} >= 0 AND ${table.released} >= 0`,
    ),
    check(
      "ledger_balances_within_halves",
      sql`${table.earlyTaken} <= ${table.earlyMost} AND ${table.lateTaken} <= ${table.lateMost}`,
    ),
  ],
);

/** Days that an offer holds, kept by a trigger; past `until` they are free again, and the next movement says so. */
export const ledgerHolds = sqliteTable(
  "ledger_holds",
  {
    lineId: text()
      .$type<CapacityLineId>()
      .notNull()
      .references(() => capacityLines.id),
    offerId: text().$type<OfferId>().notNull(),
    halfDays: integer().notNull(),
    window: text().$type<Window>().notNull(),
    until: text().$type<Instant>(),
  },
  (table) => [
    primaryKey({ columns: [table.lineId, table.offerId] }),
    check("ledger_holds_never_negative", sql`${table.halfDays} >= 0`),
    index("ledger_holds_by_until").on(table.until),
  ],
);
