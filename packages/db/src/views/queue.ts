import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Read } from "../connection.ts";
import { events, needWatches, offers, savedViews } from "../schema/index.ts";

/** The views that a person has named in an area, by name. */
export const listViews = (read: Read, areaId: AreaId, personId: PersonId) =>
  read
    .select({ id: savedViews.id, name: savedViews.name, search: savedViews.search })
    .from(savedViews)
    .where(and(eq(savedViews.areaId, areaId), eq(savedViews.personId, personId)))
    .orderBy(asc(sql`${savedViews.name} COLLATE NOCASE`));

/** Whether a person keeps an eye on a need. */
export const isWatched = async (
  read: Read,
  watch: { readonly needId: NeedId; readonly personId: PersonId },
): Promise<boolean> => {
  const rows = await read
    .select({ since: needWatches.since })
    .from(needWatches)
    .where(and(eq(needWatches.needId, watch.needId), eq(needWatches.personId, watch.personId)));
  return rows.length > 0;
};

/** When somebody was last reminded about each of these needs and offers; those never reminded are left out. */
export const lastReminders = async (
  read: Read,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await read
    .select({ id: events.entityId, at: sql<string>`max(${events.at})` })
    .from(events)
    .where(
      and(
        sql`${events.entity} IN ('need', 'offer')`,
        sql`${events.entityId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        sql`${events.kind} IN ('need-reminded', 'offer-reminded')`,
      ),
    )
    .groupBy(events.entityId);
  return new Map(rows.map(({ id, at }) => [id, at]));
};

/** The offers of these needs whose answer is awaited: one for a need at most. */
export const listAwaitedOffers = (read: Read, needIds: readonly NeedId[]) =>
  read
    .select({ id: offers.id, needId: offers.needId, offer: offers.offer, dueAt: offers.dueAt })
    .from(offers)
    .where(
      and(
        sql`${offers.needId} IN (SELECT value FROM json_each(${JSON.stringify(needIds)}))`,
        isNotNull(offers.dueAt),
      ),
    );
