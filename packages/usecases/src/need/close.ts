import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findNeed } from "@alongside/db/views/need";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { maySubmitNeed, mayTriageNeed } from "@alongside/domain/identity";
import type { Need, NeedId, NeedOutcome } from "@alongside/domain/need";
import { found, type Context } from "../context/index.ts";
import { takeOfferBack } from "../offer/take-back.ts";
import { changeNeed, type Changed, type NeedSeen } from "./change.ts";
import { openNeed } from "./place.ts";

export type Closing = NeedSeen & {
  readonly outcome: NeedOutcome;
  readonly note: string;
  readonly duplicateOf?: NeedId | undefined;
};

const requireOriginal = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: NeedId; readonly original: NeedId },
): Promise<void> => {
  const { area, id, original } = given;
  const { row } = await openNeed(ctx, read, { area, id: original });
  const own = found(await findNeed(read, area.id, id));
  found(row.urn === own.urn && row.state !== "draft" ? row : undefined);
};

/**
 * Closes a need with its outcome and a note. Refuses an outcome that the need cannot have yet (`outcome-not-possible`); a duplicate names
 * another need of the same school, or is refused (`duplicate-of-what`, `not-found`).
 */
export const closeNeed = (ctx: Context, area: Area, input: Closing): Promise<Changed> =>
  changeNeed(ctx, area, {
    seen: input,
    act: {
      may: mayTriageNeed,
      side: "coordinator",
      before: takeOfferBack(area, "The need was closed"),
      commandFor: async (_, tx) => {
        const { id, outcome, note, duplicateOf } = input;
        const original = outcome === "duplicate" ? duplicateOf : undefined;
        if (original !== undefined && original !== id) {
          await requireOriginal(ctx, tx, { area, id, original });
        }
        const command = { type: "close", at: toInstant(ctx.now()), outcome, note } as const;
        return original === undefined ? command : { ...command, duplicateOf: original };
      },
    },
  });

/** Takes a need back: the head's right until an agreement is signed, in their own words. */
export const withdrawNeed = (
  ctx: Context,
  area: Area,
  input: NeedSeen & { readonly note: string },
): Promise<Changed> =>
  changeNeed(ctx, area, {
    seen: input,
    act: {
      may: (actor, place, { state }) => state !== "agreed" && maySubmitNeed(actor, place),
      side: "school",
      before: takeOfferBack(area, "The need was withdrawn"),
      commandFor: () => ({
        type: "close",
        at: toInstant(ctx.now()),
        outcome: "withdrawn",
        note: input.note,
      }),
    },
  });

const wasWithdrawn = (need: Need): boolean =>
  need.state === "closed" && need.outcome === "withdrawn";

/** Opens a closed need again: the coordinator any, the head one that was withdrawn. */
export const reopenNeed = (
  ctx: Context,
  area: Area,
  input: NeedSeen & { readonly reason: string },
): Promise<Changed> =>
  changeNeed(ctx, area, {
    seen: input,
    act: {
      may: (actor, place, need) =>
        mayTriageNeed(actor, place) || (wasWithdrawn(need) && maySubmitNeed(actor, place)),
      side: "either",
      commandFor: () => ({ type: "reopen", at: toInstant(ctx.now()), reason: input.reason }),
    },
  });
