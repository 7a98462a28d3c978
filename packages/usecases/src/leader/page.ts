import type { Area } from "@alongside/db/views/area";
import {
  findDesignation,
  listDesignations,
  listExpertise,
  listLeadersOf,
  listReviews,
  type DesignationRow,
} from "@alongside/db/views/leader";
import { addDays } from "@alongside/domain/calendar";
import {
  designationCommands,
  designationTransitions,
  isInForce,
} from "@alongside/domain/code-list";
import {
  isLeaderSelf,
  mayManageLeaders,
  mayPublishCapacity,
  maySeeSupply,
  supplyScopeOf,
  type PersonId,
} from "@alongside/domain/identity";
import { found, todayOf, type Context } from "../context/index.ts";
import { openLeader } from "./place.ts";

const toDesignation = (row: DesignationRow, today: ReturnType<typeof todayOf>) => ({
  id: row.id,
  type: row.type,
  awardingBody: row.awardingBody,
  fromOn: row.fromOn,
  toOn: row.toOn,
  reviewDue: row.reviewDue,
  evidence: row.evidence,
  status: row.status,
  version: row.version,
  isInForce: isInForce({ status: row.status, from: row.fromOn, to: row.toOn }, today),
  /** The steps that this one may take next. */
  next: designationCommands.filter(
    (command) => designationTransitions[row.status][command].length > 0,
  ),
});

/** A leader's page: designations, what they are good at, and what the actor may do. Refuses `not-found` to whoever may not see them. */
export const getLeader = async (ctx: Context, area: Area, personId: PersonId) => {
  const { row, place } = await openLeader(ctx, ctx.read, { area, personId });
  const today = todayOf(ctx);
  const [designations, expertise] = await Promise.all([
    listDesignations(ctx.read, area.id, [personId]),
    listExpertise(ctx.read, area.id, [personId]),
  ]);
  const { name, kind, homeUrn, homeSchool, organisationId, version } = row;
  return {
    personId,
    name,
    kind,
    homeUrn,
    homeSchool,
    isOfOrganisation: organisationId !== null,
    version,
    today,
    designations: designations.map((each) => toDesignation(each, today)),
    expertise: expertise.map(({ code, level, evidence }) => ({ code, level, evidence })),
    isSelf: isLeaderSelf(ctx.actor, place),
    may: {
      manage: mayManageLeaders(ctx.actor, area.id),
      publish: mayPublishCapacity(ctx.actor, place),
    },
  };
};

export type LeaderPage = Awaited<ReturnType<typeof getLeader>>;

/** The leaders whose days the actor may see, by name. Refuses `not-found` to those who have none to see. */
export const listLeaders = async (ctx: Context, area: Area) => {
  const scope = found(supplyScopeOf(ctx.actor, area.id));
  const rows = await listLeadersOf(ctx.read, area.id, scope);
  return rows.map(({ personId, name, kind, homeUrn, homeSchool }) => ({
    personId,
    name,
    kind,
    homeUrn,
    homeSchool,
  }));
};

const reviewsAheadDays = 90;

/** Designations under review, or due for one within 90 days: those overdue first. For those who broker; else `not-found`. */
export const listReviewsDue = async (ctx: Context, area: Area) => {
  found(maySeeSupply(ctx.actor, area.id) ? area : undefined);
  const today = todayOf(ctx);
  const rows = await listReviews(ctx.read, area.id, addDays(today, reviewsAheadDays));
  return {
    today,
    mayManage: mayManageLeaders(ctx.actor, area.id),
    reviews: rows.map(({ designation, name, homeSchool }) => ({
      ...toDesignation(designation, today),
      personId: designation.personId,
      name,
      homeSchool,
    })),
  };
};

/** A designation of a leader whom the actor may see; any other answers `not-found`. */
export const openDesignation = async (
  ctx: Context,
  read: Context["read"],
  given: { readonly area: Area; readonly id: string },
): Promise<DesignationRow> => {
  const row = found(await findDesignation(read, given.area.id, given.id));
  await openLeader(ctx, read, { area: given.area, personId: row.personId });
  return row;
};
