import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { NeedId } from "@alongside/domain/need";
import type { Read } from "../connection.ts";
import { events, offers, people } from "../schema/index.ts";

const shown = ["offer-sent", "offer-accepted"] as const;
const opened = ["need-private-words-read", "need-file-read"] as const;

/** Leaders to whom a need was shown, by the events of their offers: when it was sent to them, and when they said yes. */
const listShown = (read: Read, needId: NeedId) =>
  read
    .select({ seq: events.seq, at: events.at, kind: events.kind, who: people.name })
    .from(offers)
    .innerJoin(events, and(eq(events.entity, "offer"), eq(events.entityId, offers.id)))
    .innerJoin(people, eq(people.id, offers.personId))
    .where(and(eq(offers.needId, needId), inArray(events.kind, [...shown])))
    .orderBy(asc(events.seq));

/** Who opened what is closed until somebody asks for it: the private notes and the files. */
const listOpened = (read: Read, needId: NeedId) =>
  read
    .select({ seq: events.seq, at: events.at, kind: events.kind, who: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(
      and(
        eq(events.entity, "need"),
        eq(events.entityId, needId),
        inArray(events.kind, [...opened]),
      ),
    )
    .orderBy(asc(events.seq));

/** Who was shown what of a need, or opened it, in the order in which it happened. */
export const listSeen = async (read: Read, needId: NeedId) =>
  [...(await listShown(read, needId)), ...(await listOpened(read, needId))].toSorted(
    (one, other) => one.seq - other.seq,
  );
