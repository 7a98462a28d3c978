import type { Write } from "@alongside/db";
import { recordConflict, recordInterestWithdrawn } from "@alongside/db/stores/conflict";
import type { Area } from "@alongside/db/views/area";
import { findInterest, listConflictsWith, type StoredInterest } from "@alongside/db/views/conflict";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { restsOn, withdrawTie, type Interest } from "@alongside/domain/conflict";
import { maySeeInterest, mayWithdrawInterest } from "@alongside/domain/identity";
import {
  authorise,
  found,
  instantOf,
  orRefuse,
  record,
  refuse,
  type Context,
} from "../context/index.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { sendConflictMails } from "./mail.ts";
import { tieOf } from "./tie.ts";

/** A declared tie with what became of it. Refuses `not-found` to whoever may not read its words. */
export const getInterest = async (ctx: Context, area: Area, id: string) => {
  const stored = found(await findInterest(ctx.read, area.id, id));
  found(maySeeInterest(ctx.actor, stored.row) ? stored : undefined);
  return tieOf(ctx, stored);
};

const stateOf = ({ row }: StoredInterest): Interest => {
  const { withdrawnAt: at, withdrawnBy: by, withdrawnReason: reason } = row;
  return at === null || by === null
    ? { state: "declared" }
    : { state: "withdrawn", at, by, reason: reason ?? "" };
};

/** Has every conflict that rests on the tie looked at again: it keeps its decision, or goes on to wait for one. */
const tellConflicts = async (
  ctx: Context,
  tx: Write,
  { area, row: tie }: Pick<StoredInterest, "row"> & { readonly area: Area },
): Promise<readonly string[]> => {
  const near = await listConflictsWith(tx, area.id, tie.urn);
  const resting = near.filter(({ row }) => restsOn(row.conflict.ground, row.personId, tie));
  for (const { row } of resting) {
    await recordConflict(tx, row, { conflict: row.conflict, changedAt: instantOf(ctx) });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "conflict",
      entityId: row.id,
      entityVersion: row.version + 1,
      kind: "conflict-tie-withdrawn",
      payload: { interest: tie.id },
    });
    await sendConflictMails(ctx, tx, { area, id: row.id, template: "conflict-tie-withdrawn" });
  }
  return resting.map(({ row }) => row.id);
};

export type Withdrawal = {
  readonly interestId: string;
  readonly version: number;
  readonly reason: string;
};

/**
 * Takes a declared tie back: it is no longer counted, and stays on record with the reason. Conflicts that rest on it stay as they are, and
 * those who decide are told. Answers these. Refuses whoever neither declared it nor decides, and `wrong-state` the second time.
 */
export const withdrawInterest = (
  ctx: Context,
  area: Area,
  { interestId, version, reason }: Withdrawal,
): Promise<{ readonly conflicts: readonly string[] }> =>
  ctx.write(async (tx) => {
    const stored = found(await findInterest(tx, area.id, interestId));
    const { row } = stored;
    found(maySeeInterest(ctx.actor, row) ? stored : undefined);
    authorise(mayWithdrawInterest(ctx.actor, row));
    if (ctx.actor.kind !== "person") return refuse({ kind: "sign-in-required" });
    const about = { entity: "interest", entityId: row.id };
    await requireVersion(tx, { ...about, version: row.version }, version);
    const command = { reason, by: ctx.actor.personId, at: toInstant(ctx.now()) };
    const withdrawn = orRefuse(withdrawTie(stateOf(stored), command));
    await recordInterestWithdrawn(tx, row, {
      withdrawnAt: withdrawn.at,
      withdrawnBy: withdrawn.by,
      withdrawnReason: withdrawn.reason,
    });
    await record(ctx, tx, {
      areaId: area.id,
      ...about,
      entityVersion: row.version + 1,
      kind: "interest-withdrawn",
      payload: { person: row.personId, urn: row.urn, kind: row.kind },
    });
    return { conflicts: await tellConflicts(ctx, tx, { area, row }) };
  });
