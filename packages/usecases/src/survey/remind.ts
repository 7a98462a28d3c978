import { recordMails, recordReminder } from "@alongside/db/stores/mail";
import { listHeadsToAsk } from "@alongside/db/views/survey";
import { endOfLondonDay } from "@alongside/domain/calendar";
import { letterDue } from "@alongside/domain/survey";
import { instantOf, todayOf, type Context } from "../context/index.ts";

/**
 * Asks heads to answer the survey that runs, and reminds those who have not: as it opens, each week, and two days before its end. Whoever has
 * answered gets no more of it. Answers how many letters.
 */
export const remindOfSurveys = async (ctx: Context): Promise<number> => {
  const today = todayOf(ctx);
  let done = 0;
  for (const head of await listHeadsToAsk(ctx.read, today)) {
    const { surveyId, areaId, opensOn, closesOn, urn, personId, name, email, area } = head;
    if (opensOn === null || closesOn === null) continue;
    const turn = letterDue({ opensOn, closesOn }, today);
    const key = `survey ${surveyId} ${urn} ${personId} ${turn}`;
    const isDone = await ctx.write(async (tx) => {
      if (!(await recordReminder(tx, key, instantOf(ctx)))) return false;
      await recordMails(tx, [
        {
          id: ctx.newId(),
          areaId,
          recipient: email,
          template: turn === "0" ? "survey-to-answer" : "survey-due",
          content: {
            area,
            name,
            path: `/areas/${head.slug}/survey`,
            due: endOfLondonDay(closesOn),
          },
          createdAt: instantOf(ctx),
        },
      ]);
      return true;
    });
    done += isDone ? 1 : 0;
  }
  return done;
};
