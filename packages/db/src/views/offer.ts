import { and, asc, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import type { AreaId, NeedScope, OrganisationId, PersonId } from "@alongside/domain/identity";
import type { Instant } from "@alongside/domain/calendar";
import type { NeedId } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { alias } from "drizzle-orm/sqlite-core";
import {
  events,
  idempotentReplies,
  leaders,
  needs,
  offers,
  people,
  schools,
} from "../schema/index.ts";

export type OfferRow = typeof offers.$inferSelect;

const homes = alias(schools, "homes");

const selectOffers = (read: Read) =>
  read
    .select({
      row: offers,
      need: needs,
      leader: people.name,
      email: people.email,
      kind: leaders.kind,
      organisationId: leaders.organisationId,
      homeSchool: homes.name,
      school: schools.name,
      phase: schools.phase,
    })
    .from(offers)
    .innerJoin(needs, eq(needs.id, offers.needId))
    .innerJoin(people, eq(people.id, offers.personId))
    .innerJoin(
      leaders,
      and(eq(leaders.areaId, offers.areaId), eq(leaders.personId, offers.personId)),
    )
    .innerJoin(homes, eq(homes.urn, offers.homeUrn))
    .innerJoin(schools, eq(schools.urn, offers.urn));

export type StoredOffer = Awaited<ReturnType<typeof selectOffers>>[number];

/** An offer of this area with its need, its leader and both schools. */
export const findOffer = async (
  read: Read,
  areaId: AreaId,
  id: OfferId,
): Promise<StoredOffer | undefined> =>
  (await selectOffers(read).where(and(eq(offers.id, id), eq(offers.areaId, areaId))))[0];

/** Whose offers a list is about; an offer that fits any of these is in it. */
export type OfferScope = {
  readonly needs: NeedScope | undefined;
  readonly personId: PersonId | undefined;
  /** Schools of which the actor is head: supported, or home to a leader. */
  readonly urns: readonly Urn[];
  readonly organisationIds: readonly OrganisationId[];
};

const inZones = (zoneIds: readonly string[]) => sql`EXISTS (
  SELECT 1 FROM zone_memberships AS member
  WHERE member.area_id = ${offers.areaId} AND member.urn = ${offers.urn} AND member.to_on IS NULL
    AND member.zone_id IN (SELECT value FROM json_each(${JSON.stringify(zoneIds)})))`;

const within = ({ needs: wanted, personId, urns, organisationIds }: OfferScope) => {
  if (wanted?.kind === "area") return undefined;
  return or(
    wanted === undefined ? undefined : inZones(wanted.zoneIds),
    personId === undefined ? undefined : eq(offers.personId, personId),
    inArray(offers.urn, [...urns]),
    inArray(offers.homeUrn, [...urns]),
    inArray(leaders.organisationId, [...organisationIds]),
  );
};

/** The offers in scope: those that await an answer by their clock, then the others, the newest first. */
export const listOffersWithin = (
  read: Read,
  areaId: AreaId,
  given: { readonly scope: OfferScope; readonly needId?: NeedId | undefined },
) =>
  selectOffers(read)
    .where(
      and(
        eq(offers.areaId, areaId),
        given.needId === undefined ? undefined : eq(offers.needId, given.needId),
        within(given.scope),
      ),
    )
    .orderBy(sql`${offers.dueAt} IS NULL`, asc(offers.dueAt), sql`${offers.changedAt} DESC`);

/** Offers whose awaited answer did not come by an instant, in every area. */
export const listOverdueOffers = (read: Read, at: Instant) =>
  read
    .select({ id: offers.id, areaId: offers.areaId })
    .from(offers)
    .where(and(isNotNull(offers.dueAt), lt(offers.dueAt, at)))
    .orderBy(asc(offers.dueAt), asc(offers.id));

/** What happened to an offer, latest first, with who did it. */
export const offerTimeline = (read: Read, id: OfferId) =>
  read
    .select({
      seq: events.seq,
      at: events.at,
      kind: events.kind,
      by: people.name,
      onBehalfOf: events.onBehalfOf,
      payload: events.payload,
    })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(and(eq(events.entity, "offer"), eq(events.entityId, id)))
    .orderBy(sql`${events.seq} DESC`);

/** The reply that was kept for a request's key. */
export const findReply = async (read: Read, key: string): Promise<string | undefined> =>
  (
    await read
      .select({ reply: idempotentReplies.reply })
      .from(idempotentReplies)
      .where(eq(idempotentReplies.key, key))
  )[0]?.reply;

/** The offers for a need, with where their leaders belong. */
export const listOffersOfNeed = (read: Read, areaId: AreaId, needId: NeedId) =>
  read
    .select({
      state: offers.state,
      personId: offers.personId,
      homeUrn: offers.homeUrn,
      organisationId: leaders.organisationId,
    })
    .from(offers)
    .innerJoin(
      leaders,
      and(eq(leaders.areaId, offers.areaId), eq(leaders.personId, offers.personId)),
    )
    .where(and(eq(offers.areaId, areaId), eq(offers.needId, needId)));

/** Offers for a need that were prepared and not sent, the first one first. */
export const listPreparedOffers = async (
  read: Read,
  needId: NeedId,
): Promise<readonly OfferId[]> => {
  const rows = await read
    .select({ id: offers.id })
    .from(offers)
    .where(and(eq(offers.needId, needId), eq(offers.state, "proposed")))
    .orderBy(asc(offers.createdAt), asc(offers.id));
  return rows.map(({ id }) => id);
};
