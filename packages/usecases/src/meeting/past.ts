import { recordPack, recordPackIssued } from "@alongside/db/stores/meeting";
import type { Area } from "@alongside/db/views/area";
import type { Facts } from "@alongside/domain/board";
import type { MeetingId } from "@alongside/domain/meeting";
import { freezeFacts } from "../board/index.ts";
import { instantOf, type Context } from "../context/index.ts";
import { contentOf, fingerprint } from "./pack.ts";
import { openMeetingToKeep, tell } from "./place.ts";

/**
 * Keeps the one pack of a meeting that is over, from facts as they stood on the request's day, and issues it on that day: for a partnership
 * that brings its past along. Outcomes beside schools alike are not told again. Refuses whoever may not keep the meeting's papers.
 */
export const keepPastPack = async (
  ctx: Context,
  area: Area,
  given: { readonly id: MeetingId; readonly facts: Facts },
): Promise<void> => {
  const { published, ...frozen } = await freezeFacts(ctx, area, given.facts);
  await ctx.write(async (tx) => {
    const opened = await openMeetingToKeep(ctx, tx, { area, id: given.id });
    const told = { ...frozen, outcomes: [] };
    const content = await contentOf({ ...ctx, read: tx }, area, { opened, told });
    const { id: meetingId, areaId, bodyId, version } = opened.row;
    const [id, hash, frozenAt] = [ctx.newId(), fingerprint(content), instantOf(ctx)];
    const by = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    const number = 1;
    const pack = { id, areaId, bodyId, meetingId, number, content, hash, published, frozenAt };
    await recordPack(tx, { ...pack, madeBy: by });
    await recordPackIssued(tx, id, { issuedAt: frozenAt, issuedBy: by });
    const about = { area, entity: "meeting", id: meetingId, version } as const;
    const payload = { number, hash };
    for (const kind of ["pack-made", "pack-issued"])
      await tell(ctx, tx, { ...about, kind, payload });
  });
};
