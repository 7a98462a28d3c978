import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordInterest } from "@alongside/db/stores/menu";
import { recordNewNeed } from "@alongside/db/stores/need";
import { findInterest, type StoredPackage } from "@alongside/db/views/menu";
import { findNeed } from "@alongside/db/views/need";
import { isOfOwnSchool, mayPrepareNeed, type NeedPlace } from "@alongside/domain/identity";
import { draftNeed, toNeedId, type NeedId } from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import { authorise, instantOf, record, refuse, type Context } from "../context/index.ts";
import { forSchool, placeOfSchool } from "../need/place.ts";
import { openPackage } from "./place.ts";

const beginNeed = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly place: NeedPlace; readonly stored: StoredPackage },
): Promise<NeedId> => {
  const { area, place, stored } = given;
  const { id: packageId, area: primaryArea, halfDays, personId } = stored.row;
  const id = toNeedId(ctx.newId());
  const preferred = [{ leader: personId, privateReason: "" }];
  await recordNewNeed(tx, {
    need: draftNeed(id, { school: place.urn, primaryArea, halfDays, preferred }),
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
    payload: { package: packageId },
  });
  return id;
};

/**
 * Asks for a package of the menu: the school is counted once, and a private draft of a need is begun with its focus, its days and its
 * leader; the same school asking again goes on with the draft that it has. Refuses a package that is not agreed (`wrong-state`), and
 * whoever may not post a need for the school.
 */
export const askForPackage = (
  ctx: Context,
  area: Area,
  input: { readonly id: string; readonly urn: Urn },
): Promise<{ readonly needId: NeedId }> =>
  ctx.write(async (tx) => {
    const { stored } = await openPackage(ctx, tx, { area, id: input.id });
    const place = await placeOfSchool(tx, area, input.urn);
    authorise(mayPrepareNeed(ctx.actor, place));
    const { id: packageId, state } = stored.row;
    if (state !== "agreed") {
      refuse({ kind: "wrong-state", machine: "menu", state, command: "agree" });
    }
    const before = await findInterest(tx, packageId, input.urn);
    const begun =
      before === undefined || before.needId === null
        ? undefined
        : await findNeed(tx, area.id, before.needId);
    if (begun?.state === "draft") return { needId: begun.id };
    const needId = await beginNeed(ctx, tx, { area, place, stored });
    const by = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    await recordInterest(tx, {
      packageId,
      urn: input.urn,
      since: instantOf(ctx),
      by,
      needId,
    });
    return { needId };
  });
