import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { Context } from "../context/index.ts";
import { stop } from "../engine/index.ts";
import { mailTakenBack } from "./panel-mail.ts";
import { changeRound, type RoundChanged, type RoundSeen } from "./place.ts";
import { progressOf } from "./solving.ts";

/**
 * Drops a round that nobody wants any more, with the reason; what the engine is doing for it is stopped, and a panel that was asked is told. Refuses `wrong-state` once the panel
 * has agreed, `words-needed` and `changed-since`.
 */
export const dropRound = async (
  ctx: Context,
  area: Area,
  input: RoundSeen & { readonly reason: string },
): Promise<RoundChanged> => {
  const reason = input.reason.trim();
  const dropped = await changeRound(ctx, area, {
    seen: input,
    commandFor: async (stored, tx) => {
      await mailTakenBack(ctx, tx, { area, stored });
      return { type: "drop", at: toInstant(ctx.now()), reason };
    },
  });
  const solving = progressOf(ctx, input.id);
  if (solving !== undefined) stop(solving.stop);
  return dropped;
};

/** Takes a dropped round up again: it is a draft with the needs, days, decisions and runs that it had. Refuses `wrong-state` and `changed-since`. */
export const takeUpRound = (ctx: Context, area: Area, seen: RoundSeen): Promise<RoundChanged> =>
  changeRound(ctx, area, {
    seen,
    commandFor: () => ({ type: "take-up", at: toInstant(ctx.now()) }),
  });
