import { and, asc, eq, gt, lte, max } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { events } from "../schema/index.ts";

/** The number of the last event of the log, of whichever area; 0 while there is none. */
export const findLastNumber = async (read: Read): Promise<number> =>
  (await read.select({ last: max(events.seq) }).from(events))[0]?.last ?? 0;

/** Which records of an area have events between two numbers of the log, the first one excluded, in the order of the log. */
export const listChangedBetween = (
  read: Read,
  given: { readonly areaId: AreaId; readonly after: number; readonly upTo: number },
) =>
  read
    .select({ entity: events.entity, id: events.entityId })
    .from(events)
    .where(
      and(
        eq(events.areaId, given.areaId),
        gt(events.seq, given.after),
        lte(events.seq, given.upTo),
      ),
    )
    .groupBy(events.entity, events.entityId)
    .orderBy(asc(max(events.seq)));
