import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Offer, OfferId, OfferState } from "@alongside/domain/offer";
import type { Urn } from "@alongside/domain/school";
import { areas } from "./area.ts";
import { capacityLines } from "./capacity.ts";
import { people } from "./identity.ts";
import { needs } from "./need.ts";
import { schools } from "./school.ts";

const schoolReference = () =>
  integer()
    .$type<Urn>()
    .notNull()
    .references(() => schools.urn);

/** Offers of a leader's days for a need. `offer` is the whole state; the other columns are read from it, for lists. */
export const offers = sqliteTable(
  "offers",
  {
    id: text().$type<OfferId>().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    needId: text()
      .$type<NeedId>()
      .notNull()
      .references(() => needs.id),
    lineId: text()
      .$type<CapacityLineId>()
      .notNull()
      .references(() => capacityLines.id),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    /** The leader's home school, and the one that is to be supported, when the offer was made. */
    homeUrn: schoolReference(),
    urn: schoolReference(),
    offer: text({ mode: "json" }).$type<Offer>().notNull(),
    state: text().$type<OfferState>().notNull(),
    /** The last instant of the answer that is awaited; null when none is. */
    dueAt: text().$type<Instant>(),
    /** What the coordinator tells the leader; it names no school. */
    note: text().notNull(),
    /** Why a rule was set aside; empty when none was. */
    overrideReason: text().notNull(),
    madeBy: text().notNull(),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("offers_by_need").on(table.needId),
    index("offers_by_leader").on(table.areaId, table.personId, table.state),
    index("offers_by_home").on(table.areaId, table.homeUrn),
    index("offers_by_school").on(table.areaId, table.urn),
    index("offers_by_due").on(table.state, table.dueAt),
  ],
);
