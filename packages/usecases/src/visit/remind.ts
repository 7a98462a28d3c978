import { recordVisitReminder } from "@alongside/db/stores/visit";
import { findArea } from "@alongside/db/views/area";
import { listVisitsToRemind } from "@alongside/db/views/visit";
import { addDays, instantOf as toInstant } from "@alongside/domain/calendar";
import { isOperator } from "@alongside/domain/identity";
import { noteDueAfter } from "@alongside/domain/visit";
import { authorise, found, todayOf, type Context } from "../context/index.ts";
import { sendVisitMails } from "./mail.ts";

/** Days after a visit on which a leader who has written nothing is reminded. */
const patience = 2;

/** The round of the clock: leaders are reminded, once, of a visit whose record has not come. Answers of how many. */
export const remindOfNotes = async (ctx: Context): Promise<{ readonly reminded: number }> => {
  authorise(isOperator(ctx.actor));
  const waiting = await listVisitsToRemind(ctx.read, addDays(todayOf(ctx), 1 - patience));
  for (const stored of waiting) {
    await ctx.write(async (tx) => {
      const area = found(await findArea(tx, stored.row.areaId));
      await recordVisitReminder(tx, stored.row.id, toInstant(ctx.now()));
      const row = { ...stored.row, noteDue: noteDueAfter(stored.row.date) };
      await sendVisitMails(ctx, tx, { area, stored: { ...stored, row }, letter: "note-due" });
    });
  }
  return { reminded: waiting.length };
};
