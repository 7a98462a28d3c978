import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findLeader } from "@alongside/db/views/leader";
import { listInvitationsToGive } from "@alongside/db/views/review";
import { grantsOf, holds, isHeadOf } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { todayOf, type Context } from "../context/index.ts";

/** The home school of the actor, where the actor is a leader of the area. */
const homeOf = async (ctx: Context, read: Read, area: Area): Promise<readonly Urn[]> => {
  if (ctx.actor.kind !== "person" || !holds(ctx.actor, area.id, ["leader"])) return [];
  const leader = await findLeader(read, area.id, ctx.actor.personId);
  return leader === undefined ? [] : [leader.homeUrn];
};

/** Whether the actor can give days of a school, or have them given: its head, and its leaders. */
export const isInvited = async (
  ctx: Context,
  read: Read,
  { area, urn }: { readonly area: Area; readonly urn: Urn },
): Promise<boolean> =>
  isHeadOf(ctx.actor, { areaId: area.id, urn }) || (await homeOf(ctx, read, area)).includes(urn);

/** Schools of which the actor is head. */
export const headedBy = (ctx: Context, area: Area): readonly Urn[] =>
  grantsOf(ctx.actor).flatMap(({ role, areaId, urn }) =>
    role === "head" && areaId === area.id && urn !== undefined ? [urn] : [],
  );

/** Invitations to give days that wait for the actor. */
export const waitingInvitations = async (ctx: Context, area: Area) => {
  const urns = [...new Set([...headedBy(ctx, area), ...(await homeOf(ctx, ctx.read, area))])];
  return urns.length === 0
    ? []
    : listInvitationsToGive(ctx.read, area.id, { urns, today: todayOf(ctx) });
};
