import { recordReminder } from "@alongside/db/stores/mail";
import { findArea } from "@alongside/db/views/area";
import { listPanelsToRemind } from "@alongside/db/views/reminder";
import { findRound, listPanelAnswers } from "@alongside/db/views/round";
import { addDays, startOfLondonDay } from "@alongside/domain/calendar";
import { found, instantOf, todayOf, type Context } from "../context/index.ts";
import { mailPanel, mailProposer } from "./panel-mail.ts";

/** Days before the last day on which members who have not answered are reminded; they hear of it once more when it is past. */
const ahead = 2;

type Due = Awaited<ReturnType<typeof listPanelsToRemind>>[number];

/** Does one reminder in a write of its own, unless it went out meanwhile or nobody is asked any more. */
const remindOne = (ctx: Context, { id, areaId, key, isLate }: Due): Promise<boolean> =>
  ctx.write(async (tx) => {
    const { row } = found(await findRound(tx, areaId, id));
    const { round } = row;
    if (round.state !== "solved" || round.proposedRun === null) return false;
    if (!(await recordReminder(tx, key, instantOf(ctx)))) return false;
    const area = found(await findArea(tx, areaId));
    const run = round.proposedRun;
    const answers = (await listPanelAnswers(tx, id)).filter((each) => each.run === run);
    const letter = { area, round, due: round.answerBy };
    await mailPanel(ctx, tx, {
      ...letter,
      template: isLate ? "round-answer-late-due" : "round-answer-due",
      isAsked: ({ personId }) => answers.every((each) => each.personId !== personId),
    });
    if (isLate) await mailProposer(ctx, tx, { ...letter, template: "round-panel-late-due" });
    return true;
  });

/**
 * Reminds members of panels who have not answered two days before their day, and once it is past; then whoever asked them as well. Answers how
 * many panels.
 */
export const remindOfPanels = async (ctx: Context): Promise<number> => {
  const today = todayOf(ctx);
  let done = 0;
  const until = addDays(today, ahead);
  const askedBefore = startOfLondonDay(today);
  for (const due of await listPanelsToRemind(ctx.read, { today, until, askedBefore }))
    done += (await remindOne(ctx, due)) ? 1 : 0;
  return done;
};
