import type { Area } from "@alongside/db/views/area";
import { findLiveLine } from "@alongside/db/views/capacity";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { mayPublishCapacity, type PersonId } from "@alongside/domain/identity";
import { authorise, refuse, type Context } from "../context/index.ts";
import { forLeader, openLeader } from "../leader/place.ts";
import { applyToLine, requireLineVersion, tiedNow } from "./line.ts";
import { answerTerm, openTerm } from "./publish.ts";

export type Refusing = {
  readonly personId: PersonId;
  readonly termId: string;
  /** The version of the line that was seen; 0 where there was none. */
  readonly version: number;
  /** Why not now. Needed where days were said before. */
  readonly reason: string;
};

/**
 * Says not now to a term: reminders stop, and days that were said before are taken back, with the reason (`words-needed`). Refuses
 * `days-tied` while days are promised to a school. A line that had lapsed stays as it is: nobody matches it.
 */
export const declineTerm = (
  ctx: Context,
  area: Area,
  input: Refusing,
): Promise<{ readonly changed: boolean }> =>
  ctx.write(async (tx) => {
    const { personId, termId, version } = input;
    const { place } = await openLeader(ctx, tx, { area, personId });
    authorise(mayPublishCapacity(ctx.actor, place));
    await openTerm(ctx, tx, { area, termId });
    const stored = await findLiveLine(tx, { areaId: area.id, personId, termId });
    if (stored !== undefined) await requireLineVersion(tx, stored.row, version);
    if (stored === undefined && version > 0) refuse({ kind: "not-found" });
    const doer = forLeader(ctx, place);
    const reason = input.reason.trim();
    if (stored !== undefined && stored.row.state !== "lapsed") {
      const tied = await tiedNow(ctx, tx, stored.row.id);
      const at = toInstant(ctx.now());
      const commands = [{ type: "withdraw", at, reason, tied } as const];
      await applyToLine(doer, tx, { stored, commands, reason });
    }
    const changed = await answerTerm(doer, tx, { place, termId, answer: "not-now", note: reason });
    return { changed };
  });
