import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AreaId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import type { PanelAnswer, Round, RoundId, RoundState, RunKind } from "@alongside/domain/round";
import { areas, terms, zones } from "./area.ts";
import { people } from "./identity.ts";
import { needs } from "./need.ts";
import { offers } from "./offer.ts";

const roundReference = () =>
  text()
    .$type<RoundId>()
    .notNull()
    .references(() => rounds.id);

/** Brokering rounds. `round` is the whole state: scope, pins, forbids, weights and the list of runs. */
export const rounds = sqliteTable(
  "rounds",
  {
    id: text().$type<RoundId>().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    name: text().notNull(),
    termId: text()
      .notNull()
      .references(() => terms.id),
    round: text({ mode: "json" }).$type<Round>().notNull(),
    state: text().$type<RoundState>().notNull(),
    createdBy: text().notNull(),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [index("rounds_by_area").on(table.areaId, table.changedAt)],
);

/** The zones that a round is for; none for the whole area. */
export const roundZones = sqliteTable(
  "round_zones",
  {
    roundId: roundReference(),
    zoneId: text()
      .$type<ZoneId>()
      .notNull()
      .references(() => zones.id),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.zoneId] }),
    index("round_zones_by_zone").on(table.zoneId),
  ],
);

/** Every run of a round, never changed: the frozen problem and the plan as bytes, so that the one can be made from the other again. */
export const roundRuns = sqliteTable(
  "round_runs",
  {
    roundId: roundReference(),
    number: integer().notNull(),
    kind: text().$type<RunKind>().notNull(),
    /** `brokering-round/1` as it was given to the engine; half-days are its unit of days. */
    problem: text().notNull(),
    problemHash: text().notNull(),
    /** What the engine answered, without the time that it took. */
    plan: text().notNull(),
    planHash: text().notNull(),
    reasons: text().notNull(),
    /** The run whose plan this one keeps to where it can; null when there was none. */
    previous: integer(),
    /** Of a repair: what had happened and what had to stay. */
    mending: text(),
    servedByBand: text({ mode: "json" }).$type<readonly number[]>().notNull(),
    fit: integer().notNull(),
    isProved: integer({ mode: "boolean" }).notNull(),
    /** Whether the verifier, which shares no code with the engine, found the plan sound. */
    isVerified: integer({ mode: "boolean" }).notNull(),
    wasCancelled: integer({ mode: "boolean" }).notNull(),
    milliseconds: real().notNull(),
    solvedBy: text().notNull(),
    solvedAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.number] })],
);

/** What members of a panel said to the run that was proposed. */
export const roundPanelAnswers = sqliteTable(
  "round_panel_answers",
  {
    roundId: roundReference(),
    run: integer().notNull(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    answer: text().$type<PanelAnswer>().notNull(),
    note: text().notNull(),
    answeredAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.run, table.personId] })],
);

/** The offers that a round sent: at its publishing, and with each repair after it. */
export const roundOffers = sqliteTable(
  "round_offers",
  {
    roundId: roundReference(),
    offerId: text()
      .$type<OfferId>()
      .notNull()
      .references(() => offers.id),
    run: integer().notNull(),
    needId: text()
      .$type<NeedId>()
      .notNull()
      .references(() => needs.id),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.offerId] }),
    index("round_offers_by_offer").on(table.offerId),
  ],
);
