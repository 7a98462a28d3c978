import type { Write } from "@alongside/db";
import { recordNeedShown } from "@alongside/db/stores/need";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { Need } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import type { Context } from "../context/index.ts";
import { applyToNeed } from "../need/change.ts";
import type { Happened } from "./apply.ts";

const isOutFor = (need: Need, offer: OfferId): boolean => {
  const shown = need.state === "on-hold" ? need.before : need;
  return shown.state === "offered" && shown.offer === offer;
};

/** With the third signature the need is agreed; it is open again when no agreement came of its offer (Product rules, §2: need). */
export const moveNeed = async (ctx: Context, tx: Write, happened: Happened): Promise<void> => {
  const { area, opened, before, after, event } = happened;
  const { need: row, row: deployment } = opened.stored;
  const at = toInstant(ctx.now());
  const side = "coordinator" as const;
  const given = { area, opened: { row, place: opened.place.need }, side };
  if (event.type === "in-force" && before.state === "awaiting-signatures") {
    const command = { type: "agree", at, deployment: deployment.id } as const;
    await applyToNeed(ctx, tx, { ...given, command });
  } else if (event.type === "ended-early" && after.state === "ended-early") {
    if (after.agreement !== null || !isOutFor(row.need, deployment.offerId)) return;
    await recordNeedShown(tx, row.id, { isShortlisted: false, isAcceptedInPrinciple: false });
    const command = { type: "lose-offer", at, offer: deployment.offerId } as const;
    await applyToNeed(ctx, tx, { ...given, command });
  }
};
