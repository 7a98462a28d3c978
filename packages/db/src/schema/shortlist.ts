import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { EligibilityRule } from "@alongside/domain/offer";
import type {
  ShortlistCard,
  ShortlistForm,
  ShortlistState,
  Verdict,
} from "@alongside/domain/shortlist";
import { areas, terms } from "./area.ts";
import { people } from "./identity.ts";
import { needs } from "./need.ts";

const areaReference = () =>
  text()
    .$type<AreaId>()
    .notNull()
    .references(() => areas.id);

const needReference = () =>
  text()
    .$type<NeedId>()
    .notNull()
    .references(() => needs.id);

/** Lists of leaders that a head was asked to rank, as they were shown: what was seen stays on record. */
export const shortlists = sqliteTable(
  "shortlists",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    needId: needReference(),
    termId: text()
      .notNull()
      .references(() => terms.id),
    form: text().$type<ShortlistForm>().notNull(),
    state: text().$type<ShortlistState>().notNull(),
    cards: text({ mode: "json" })
      .$type<readonly { readonly leader: PersonId; readonly card: ShortlistCard }[]>()
      .notNull(),
    ranking: text({ mode: "json" }).$type<readonly Verdict[]>().notNull(),
    /** What the coordinator tells the head, and the head the coordinator. */
    note: text().notNull(),
    answer: text().notNull(),
    sentAt: text().notNull(),
    sentBy: text().notNull(),
    /** When somebody of the school first looked; null until then. */
    seenAt: text(),
    rankedAt: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("shortlists_by_need").on(table.needId, table.sentAt),
    uniqueIndex("shortlists_once")
      .on(table.needId)
      .where(sql`${table.state} <> 'withdrawn'`),
  ],
);

/** Rules that a coordinator set aside for one leader and one need, each time with the reason. */
export const ruleOverrides = sqliteTable(
  "rule_overrides",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    needId: needReference(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    rules: text({ mode: "json" }).$type<readonly EligibilityRule[]>().notNull(),
    reason: text().notNull(),
    madeBy: text().notNull(),
    madeAt: text().notNull(),
    /** Null while it holds. */
    endedAt: text(),
  },
  (table) => [
    uniqueIndex("rule_overrides_once")
      .on(table.needId, table.personId)
      .where(sql`${table.endedAt} IS NULL`),
  ],
);
