import { recordNewReview } from "@alongside/db/stores/review";
import type { Area } from "@alongside/db/views/area";
import { listTerms } from "@alongside/db/views/partnership";
import { findZone } from "@alongside/db/views/partnership-zone";
import { listReviewsWithin } from "@alongside/db/views/review";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { mayKeepReview, type ZoneId } from "@alongside/domain/identity";
import { mayOpenFor, toReviewId, type ReviewId } from "@alongside/domain/review";
import {
  authorise,
  found,
  orRefuse,
  record,
  refuse,
  todayOf,
  type Context,
} from "../context/index.ts";
import { personOf } from "../impact/reading.ts";

/**
 * Opens the review of a zone for a term, once. By the zone's coordinator or an officer. Refuses `already-exists`, a term that has not begun
 * (`term-to-come`) and a zone that is closed (`zone-closed`).
 */
export const beginReview = (
  ctx: Context,
  area: Area,
  input: { readonly zoneId: ZoneId; readonly termId: string },
): Promise<{ readonly id: ReviewId }> =>
  ctx.write(async (tx) => {
    const { zoneId, termId } = input;
    const zone = found(await findZone(tx, area.id, zoneId));
    authorise(mayKeepReview(ctx.actor, { areaId: area.id, zoneId }));
    if (zone.closedOn !== null) refuse({ kind: "zone-closed", zone: zone.name });
    const term = found((await listTerms(tx, area.id)).find(({ id }) => id === termId));
    orRefuse(mayOpenFor(todayOf(ctx), term.startsOn));
    const before = await listReviewsWithin(tx, area.id, { kind: "zones", zoneIds: [zoneId] });
    if (before.some(({ row }) => row.termId === termId))
      refuse({ kind: "already-exists", field: "termId" });
    const id = toReviewId(ctx.newId());
    await recordNewReview(tx, {
      id,
      areaId: area.id,
      zoneId,
      termId,
      state: "open",
      openedBy: personOf(ctx),
      openedAt: toInstant(ctx.now()),
    });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "review",
      entityId: id,
      entityVersion: 1,
      kind: "review-opened",
      payload: { zoneId, termId },
    });
    return { id };
  });
