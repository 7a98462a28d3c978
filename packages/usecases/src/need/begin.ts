import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordNewNeed } from "@alongside/db/stores/need";
import { isOfOwnSchool, type NeedPlace } from "@alongside/domain/identity";
import { draftNeed, toNeedId, type DraftAsk, type NeedId } from "@alongside/domain/need";
import { instantOf, record, type Context } from "../context/index.ts";
import { forSchool } from "./place.ts";

/** Begins a private draft with what is known already. Whoever calls has asked whether the actor may; `because` says in the log where it came from. */
export const beginDraft = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly place: NeedPlace;
    readonly ask: Omit<DraftAsk, "school">;
    readonly because: Readonly<Record<string, string>>;
  },
): Promise<NeedId> => {
  const { area, place, ask, because } = given;
  const id = toNeedId(ctx.newId());
  await recordNewNeed(tx, {
    need: draftNeed(id, { ...ask, school: place.urn }),
    areaId: area.id,
    begunBy: ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind,
    isBegunOnBehalf: !isOfOwnSchool(ctx.actor, place),
    createdAt: instantOf(ctx),
  });
  await record(forSchool(ctx, place), tx, {
    areaId: area.id,
    entity: "need",
    entityId: id,
    entityVersion: 1,
    kind: "need-begun",
    payload: because,
  });
  return id;
};
