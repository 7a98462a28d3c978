import type { Area } from "@alongside/db/views/area";
import { namesOf } from "@alongside/db/views/need";
import { listHolds, listRetentionActs, type HoldRow } from "@alongside/db/views/retention";
import { findSchoolOfArea } from "@alongside/db/views/identity-place";
import { mayAdministerArea } from "@alongside/domain/identity";
import { authorise, type Context } from "../context/index.ts";
import { toSubject } from "./hold.ts";
import { rulesOf } from "./rule.ts";
import { tryRetention } from "./run.ts";

const mostActs = 20;

const nameOfSubject = async (
  ctx: Context,
  area: Area,
  given: { readonly hold: HoldRow; readonly names: ReadonlyMap<string, string> },
): Promise<string> => {
  const subject = toSubject(given.hold);
  if (subject.kind === "area") return area.name;
  if (subject.kind === "person") return given.names.get(subject.personId) ?? "Somebody";
  return (await findSchoolOfArea(ctx.read, area.id, subject.urn))?.name ?? String(subject.urn);
};

const holdsOf = async (ctx: Context, area: Area) => {
  const rows = await listHolds(ctx.read, area.id);
  const ids = rows.flatMap((hold) => [hold.subjectId, hold.placedBy, hold.releasedBy ?? ""]);
  const names = await namesOf(ctx.read, ids);
  return Promise.all(
    rows.map(async (hold) => ({
      id: hold.id,
      kind: hold.subjectKind,
      about: await nameOfSubject(ctx, area, { hold, names }),
      reason: hold.reason,
      placedBy: names.get(hold.placedBy) ?? null,
      placedAt: hold.placedAt,
      releasedBy: hold.releasedBy === null ? null : (names.get(hold.releasedBy) ?? null),
      releasedAt: hold.releasedAt,
      releasedReason: hold.releasedReason,
    })),
  );
};

/** How long an area keeps what, what a run would remove now, what is on hold, and what was done. Refuses `not-allowed`. */
export const showRetention = async (ctx: Context, area: Area) => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const acts = await listRetentionActs(ctx.read, area.id, mostActs);
  return {
    rules: await rulesOf(ctx.read, area.id),
    dryRun: await tryRetention(ctx, area),
    holds: await holdsOf(ctx, area),
    acts: acts.map(({ at, by, kind }) => ({ at, by, kind })),
  };
};
