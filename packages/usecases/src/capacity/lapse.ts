import type { Write } from "@alongside/db";
import { listLinesPast } from "@alongside/db/views/capacity";
import { listRunOutHolds } from "@alongside/db/views/ledger";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { isOperator } from "@alongside/domain/identity";
import { authorise, todayOf, type Context } from "../context/index.ts";
import { freeRunOut } from "./ledger.ts";
import { applyToLine } from "./line.ts";

const lapseLines = async (ctx: Context, tx: Write): Promise<number> => {
  const past = await listLinesPast(tx, todayOf(ctx));
  for (const stored of past) {
    await applyToLine(ctx, tx, {
      stored,
      commands: [{ type: "lapse", at: toInstant(ctx.now()) }],
    });
  }
  return past.length;
};

/**
 * The daily round of the clock: promises whose last good day is over lapse, and holds whose time is up are written down as free. Nothing
 * waits for it: neither is matched from the moment on which it ran out.
 */
export const lapseCapacity = (
  ctx: Context,
): Promise<{ readonly lapsed: number; readonly freed: number }> => {
  authorise(isOperator(ctx.actor));
  return ctx.write(async (tx) => {
    const lapsed = await lapseLines(ctx, tx);
    const runOut = await listRunOutHolds(tx, toInstant(ctx.now()));
    const lines = new Set(runOut.map(({ lineId }) => lineId));
    for (const line of lines) await freeRunOut(ctx, tx, line);
    return { lapsed, freed: runOut.length };
  });
};
