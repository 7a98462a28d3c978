import { findArea } from "@alongside/db/views/area";
import { listOverdueOffers } from "@alongside/db/views/offer";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { isOperator } from "@alongside/domain/identity";
import { authorise, found, type Context } from "../context/index.ts";
import { applyToOffer } from "./apply.ts";
import { findPlacedOffer } from "./place.ts";

/**
 * The round of the clock: offers whose answer did not come in time run out, each in a write of its own, its days are free and its need is
 * open again. Answers how many.
 */
export const expireOffers = async (ctx: Context): Promise<{ readonly expired: number }> => {
  authorise(isOperator(ctx.actor));
  const overdue = await listOverdueOffers(ctx.read, toInstant(ctx.now()));
  let expired = 0;
  for (const { id, areaId } of overdue) {
    await ctx.write(async (tx) => {
      const area = found(await findArea(tx, areaId));
      const opened = await findPlacedOffer(ctx, tx, { area, id });
      const { dueAt } = opened.stored.row;
      // Somebody may have answered since the list was read.
      if (dueAt === null || dueAt >= toInstant(ctx.now())) return;
      const command = { type: "expire", at: toInstant(ctx.now()) } as const;
      await applyToOffer(ctx, tx, { area, opened, command });
      expired += 1;
    });
  }
  return { expired };
};
