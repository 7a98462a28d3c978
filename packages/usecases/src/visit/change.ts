import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  mayCancelVisit,
  mayJudgeVisitNote,
  mayPlanVisit,
  type Actor,
  type DeploymentPlace,
} from "@alongside/domain/identity";
import type { VisitCommand, VisitId } from "@alongside/domain/visit";
import { authorise, type Context } from "../context/index.ts";
import { deploymentOf } from "../deployment/place.ts";
import { forLeader } from "../leader/place.ts";
import { forSchool } from "../need/place.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { allowanceOf, requireRunning } from "./allowance.ts";
import { applyToVisit, toChanged, type VisitChanged } from "./apply.ts";
import { requireTime, type VisitPlan } from "./plan.ts";
import { openVisit, type PlacedVisit } from "./place.ts";

export type VisitSeen = { readonly id: VisitId; readonly version: number };

/** Opens a visit for a change: the actor may make it, and nobody was faster. */
export const openForChange = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly seen: VisitSeen;
    readonly may: (actor: Actor, place: DeploymentPlace) => boolean;
  },
): Promise<PlacedVisit> => {
  const { area, seen, may } = given;
  const opened = await openVisit(ctx, tx, { area, id: seen.id });
  authorise(may(ctx.actor, opened.place));
  const { version } = opened.stored.row;
  await requireVersion(tx, { entity: "visit", entityId: seen.id, version }, seen.version);
  return opened;
};

/** Moves a visit to another day, time or length, within what was agreed. */
export const rescheduleVisit = (
  ctx: Context,
  area: Area,
  input: VisitSeen & VisitPlan,
): Promise<VisitChanged> =>
  ctx.write(async (tx) => {
    const { stored, place } = await openForChange(ctx, tx, {
      area,
      seen: input,
      may: mayPlanVisit,
    });
    const { row } = await deploymentOf(tx, area, stored.row.deploymentId);
    requireRunning(row.deployment);
    requireTime(input.startsAt);
    const { date, halfDays, startsAt } = input;
    const own = stored.row.state === "planned" ? stored.row.halfDays : 0;
    const allowance = await allowanceOf(tx, row, own);
    const at = toInstant(ctx.now());
    const command = { type: "reschedule", at, date, halfDays, allowance } as const;
    const acting = forLeader(ctx, place.leader);
    return toChanged(await applyToVisit(acting, tx, { area, stored, command, startsAt }));
  });

/** Calls a visit off, with the reason; its days are the deployment's again. */
export const cancelVisit = (
  ctx: Context,
  area: Area,
  input: VisitSeen & { readonly reason: string },
): Promise<VisitChanged> =>
  ctx.write(async (tx) => {
    const { stored } = await openForChange(ctx, tx, { area, seen: input, may: mayCancelVisit });
    const at = toInstant(ctx.now());
    const command = { type: "cancel", at, reason: input.reason.trim() } as const;
    return toChanged(await applyToVisit(ctx, tx, { area, stored, command }));
  });

const judge = (
  ctx: Context,
  area: Area,
  given: { readonly seen: VisitSeen; readonly command: VisitCommand },
): Promise<VisitChanged> =>
  ctx.write(async (tx) => {
    const { seen, command } = given;
    const { stored, place } = await openForChange(ctx, tx, { area, seen, may: mayJudgeVisitNote });
    const acting = forSchool(ctx, place.need);
    return toChanged(await applyToVisit(acting, tx, { area, stored, command }));
  });

/** The head says that the record of a visit is accurate. */
export const agreeVisitNote = (ctx: Context, area: Area, seen: VisitSeen): Promise<VisitChanged> =>
  judge(ctx, area, { seen, command: { type: "agree", at: toInstant(ctx.now()) } });

/** The head says what is wrong with the record of a visit; what was written stays as it was. */
export const markVisitNoteInaccurate = (
  ctx: Context,
  area: Area,
  input: VisitSeen & { readonly wrong: string },
): Promise<VisitChanged> => {
  const { wrong, ...seen } = input;
  const command = { type: "mark-inaccurate", at: toInstant(ctx.now()), wrong } as const;
  return judge(ctx, area, { seen, command });
};
