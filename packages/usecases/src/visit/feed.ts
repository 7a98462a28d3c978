import { hashToken, isToken } from "@alongside/auth";
import { recordFeed, recordFeedsRevoked } from "@alongside/db/stores/visit";
import { findRightsOf } from "@alongside/db/views/identity";
import { findFeedByHash, findFeedOf, listVisitsOfPerson } from "@alongside/db/views/visit";
import { addDays, instantOf as toInstant } from "@alongside/domain/calendar";
import type { PersonId } from "@alongside/domain/identity";
import { found, record, refuse, todayOf, type Context } from "../context/index.ts";
import type { IdentityContext } from "../identity/index.ts";
import { toCalendarEvent, type CalendarEvent } from "./calendar.ts";

/** How far back a calendar goes. */
const daysBack = 180;

const personOf = ({ actor }: Context): PersonId =>
  actor.kind === "person" ? actor.personId : refuse({ kind: "sign-in-required" });

/** Whether the actor has a private calendar address, and since when. The address itself is shown once, when it is made. */
export const getFeed = async (ctx: Context) => {
  const feed = await findFeedOf(ctx.read, personOf(ctx));
  return { since: feed?.createdAt ?? null };
};

const logged = (ctx: Context, kind: string, personId: PersonId) =>
  ({ areaId: null, entity: "person", entityId: personId, entityVersion: 1, kind }) as const;

/** Makes the actor a private calendar address; the one before opens nothing from then on. */
export const makeFeed = (ctx: IdentityContext): Promise<{ readonly token: string }> =>
  ctx.write(async (tx) => {
    const personId = personOf(ctx);
    const at = toInstant(ctx.now());
    const token = ctx.auth.newToken();
    await recordFeedsRevoked(tx, personId, at);
    await recordFeed(tx, { id: ctx.newId(), personId, tokenHash: hashToken(token), createdAt: at });
    await record(ctx, tx, logged(ctx, "calendar-address-made", personId));
    return { token };
  });

/** Ends the actor's private calendar address. */
export const revokeFeed = (ctx: Context): Promise<{ readonly since: null }> =>
  ctx.write(async (tx) => {
    const personId = personOf(ctx);
    await recordFeedsRevoked(tx, personId, toInstant(ctx.now()));
    await record(ctx, tx, logged(ctx, "calendar-address-ended", personId));
    return { since: null };
  });

export type Calendar = { readonly name: string; readonly events: readonly CalendarEvent[] };

/**
 * The visits of whoever a private address belongs to, cancelled ones included so that calendars take them out. The grants are read anew:
 * a part that ended shows nothing any more. Refuses `not-found` for an address that opens nothing, whatever the reason.
 */
export const readCalendar = async (ctx: Context, token: string): Promise<Calendar> => {
  const hash = isToken(token) ? hashToken(token) : undefined;
  const feed = found(hash === undefined ? undefined : await findFeedByHash(ctx.read, hash));
  const { grants } = found(await findRightsOf(ctx.read, feed.personId));
  const areaIds = grants.flatMap(({ areaId }) => (areaId === undefined ? [] : [areaId]));
  const leads = grants.flatMap(({ role, areaId }) =>
    role === "leader" && areaId !== undefined ? [areaId] : [],
  );
  const urns = grants.flatMap(({ role, urn }) =>
    role === "head" && urn !== undefined ? [urn] : [],
  );
  const visits = await listVisitsOfPerson(ctx.read, {
    areaIds,
    leads,
    personId: feed.personId,
    urns,
    from: addDays(todayOf(ctx), -daysBack),
  });
  return { name: `Alongside visits of ${feed.name}`, events: visits.map(toCalendarEvent) };
};
