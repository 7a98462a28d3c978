import type { Area } from "@alongside/db/views/area";
import { recordNeedDiscarded, recordNewNeed } from "@alongside/db/stores/need";
import { listNeedsOfSchools } from "@alongside/db/views/need";
import { isOfOwnSchool, mayPrepareNeed } from "@alongside/domain/identity";
import { draftNeed, toNeedId, type Need, type NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import { authorise, instantOf, record, refuse, type Context } from "../context/index.ts";
import { requireNeedVersion, type NeedSeen } from "./change.ts";
import { forSchool, openNeed, placeOfSchool } from "./place.ts";

const isBlank = (need: Need): boolean =>
  need.state === "draft" && Object.keys(need.ask).every((field) => field === "school");

/**
 * Begins a private draft for a school, by its own people or on its behalf. A draft of the same person in which nothing has been
 * answered yet is gone on with, so that pressing twice begins one. Refuses `not-found` for a school of another area.
 */
export const startNeed = (
  ctx: Context,
  area: Area,
  input: { readonly urn: Urn },
): Promise<{ readonly id: NeedId; readonly version: number }> =>
  ctx.write(async (tx) => {
    const place = await placeOfSchool(tx, area, input.urn);
    authorise(mayPrepareNeed(ctx.actor, place));
    const begunBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    const before = await listNeedsOfSchools(tx, area.id, [input.urn]);
    const blank = before.find(({ row }) => row.begunBy === begunBy && isBlank(row.need));
    if (blank !== undefined) return { id: blank.row.id, version: blank.row.version };
    const id = toNeedId(ctx.newId());
    await recordNewNeed(tx, {
      need: draftNeed(id, { school: input.urn }),
      areaId: area.id,
      begunBy,
      isBegunOnBehalf: !isOfOwnSchool(ctx.actor, place),
      createdAt: instantOf(ctx),
    });
    await record(forSchool(ctx, place), tx, {
      areaId: area.id,
      entity: "need",
      entityId: id,
      entityVersion: 1,
      kind: "need-begun",
    });
    return { id, version: 1 };
  });

/** Takes a private draft away for good. Refuses `wrong-state` for a need that was sent: that one is withdrawn. */
export const discardDraft = (ctx: Context, area: Area, seen: NeedSeen): Promise<void> =>
  ctx.write(async (tx) => {
    const { row, place } = await openNeed(ctx, tx, { area, id: seen.id });
    authorise(mayPrepareNeed(ctx.actor, place));
    await requireNeedVersion(tx, row, seen.version);
    if (row.state !== "draft") {
      refuse({ kind: "wrong-state", machine: "need", state: row.state, command: "revise" });
    }
    await recordNeedDiscarded(tx, row.id);
    await record(forSchool(ctx, place), tx, {
      areaId: area.id,
      entity: "need",
      entityId: row.id,
      entityVersion: row.version + 1,
      kind: "need-draft-discarded",
    });
  });
