import { and, eq, inArray, isNull, ne, notInArray, sql } from "drizzle-orm";
import type { ConcernId } from "@alongside/domain/concern";
import { accessKindsOf, type AreaId, type NeedScope } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { concerns, events, people, schools, zoneMemberships } from "../schema/index.ts";

const selectConcerns = (read: Read) =>
  read
    .select({ row: concerns, school: schools.name, raisedBy: people.name })
    .from(concerns)
    .innerJoin(schools, eq(schools.urn, concerns.urn))
    .leftJoin(people, eq(people.id, sql`${concerns.raisedBy}`));

export type StoredConcern = Awaited<ReturnType<typeof selectConcerns>>[number];

/** A concern of this area with the name of its school. */
export const findConcern = async (
  read: Read,
  areaId: AreaId,
  id: ConcernId,
): Promise<StoredConcern | undefined> =>
  (await selectConcerns(read).where(and(eq(concerns.id, id), eq(concerns.areaId, areaId))))[0];

const within = (read: Read, scope: NeedScope) =>
  scope.kind === "area"
    ? undefined
    : inArray(
        concerns.urn,
        read
          .select({ urn: zoneMemberships.urn })
          .from(zoneMemberships)
          .where(
            and(inArray(zoneMemberships.zoneId, [...scope.zoneIds]), isNull(zoneMemberships.toOn)),
          ),
      );

/** The concerns in scope but those about some schools: the open ones first, those whose reply is due soonest before the others. */
export const listConcernsWithin = (
  read: Read,
  areaId: AreaId,
  given: { readonly scope: NeedScope; readonly except: readonly Urn[] },
): Promise<readonly StoredConcern[]> =>
  selectConcerns(read)
    .where(
      and(
        eq(concerns.areaId, areaId),
        within(read, given.scope),
        notInArray(concerns.urn, [...given.except]),
      ),
    )
    .orderBy(
      sql`${concerns.state} = 'resolved'`,
      sql`${concerns.replyBy} IS NULL`,
      concerns.replyBy,
      sql`${concerns.raisedAt} DESC`,
      concerns.id,
    );

/** Schools about which a concern is open, in whichever area, with when the latest of them was raised. */
export const listKeptHome = (read: Read, urns: readonly Urn[]) =>
  read
    .select({ urn: concerns.urn, since: sql<string>`max(${concerns.raisedAt})` })
    .from(concerns)
    .where(
      and(
        sql`${concerns.urn} IN (SELECT value FROM json_each(${JSON.stringify(urns)}))`,
        ne(concerns.state, "resolved"),
      ),
    )
    .groupBy(concerns.urn);

/** What happened to a concern, latest first, with who did it; who read it is told by the access log. */
export const concernTimeline = (read: Read, id: ConcernId) =>
  read
    .select({
      seq: events.seq,
      at: events.at,
      kind: events.kind,
      by: people.name,
      payload: events.payload,
    })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(
      and(
        eq(events.entity, "concern"),
        eq(events.entityId, id),
        notInArray(events.kind, [...accessKindsOf("reading")]),
      ),
    )
    .orderBy(sql`${events.seq} DESC`);
