import { recordMailKept, recordMails, recordMailsSummed } from "@alongside/db/stores/mail";
import { listMailsOfChoosers, listMailsToSum, type MailRow } from "@alongside/db/views/mail";
import { startOfLondonDay } from "@alongside/domain/calendar";
import { mayOperate } from "@alongside/domain/identity";
import { authorise, instantOf, todayOf, type Context } from "../context/index.ts";
import { topicOf } from "./topic.ts";

/** Puts aside what its readers want in a summary, or not at all. Whoever calls has asked whether the actor may. Answers how many mails. */
export const keepMails = async (ctx: Context): Promise<{ readonly kept: number }> => {
  const waiting = await listMailsOfChoosers(ctx.read);
  const chosen = waiting.filter(({ template, topic }) => topicOf(template) === topic);
  if (chosen.length === 0) return { kept: 0 };
  await ctx.write(async (tx) => {
    for (const { id, way } of chosen)
      await recordMailKept(tx, id, way === "daily" ? "digest" : "nobody");
  });
  return { kept: chosen.length };
};

/** Puts aside what is not to be sent one by one, where no mail leaves the building. Answers how many mails. */
export const sortMails = async (ctx: Context): Promise<{ readonly kept: number }> => {
  authorise(mayOperate(ctx.actor));
  return keepMails(ctx);
};

const hour = 60 * 60_000;
const summaryAt = 7 * hour;

/** A line of a summary: the subject and where it leads. */
export type SummaryLine = {
  readonly template: string;
  readonly reference: string;
  readonly path: string;
};

const toLine = ({ template, content }: MailRow): SummaryLine => ({
  template,
  reference: content["reference"] ?? "",
  path: content["path"] ?? "/",
});

const byReader = (rows: readonly MailRow[]): ReadonlyMap<string, readonly MailRow[]> =>
  Map.groupBy(rows, ({ recipient }) => recipient);

/**
 * From seven in the morning on: one mail for each reader with what was kept until then. The summary is written and its parts are done with
 * in one transaction, so that nothing is told twice or lost. Answers how many summaries.
 */
export const sendSummaries = async (ctx: Context): Promise<{ readonly summaries: number }> => {
  authorise(mayOperate(ctx.actor));
  const at = Date.parse(startOfLondonDay(todayOf(ctx))) + summaryAt;
  if (ctx.now() < at) return { summaries: 0 };
  const before = new Date(at).toISOString();
  const readers = byReader(await listMailsToSum(ctx.read, before));
  for (const recipient of readers.keys()) {
    await ctx.write(async (tx) => {
      const rows = byReader(await listMailsToSum(tx, before)).get(recipient) ?? [];
      const [first] = rows;
      if (first === undefined) return;
      const content = {
        name: first.content["name"] ?? "",
        area: first.content["area"] ?? "",
        lines: JSON.stringify(rows.map(toLine)),
      };
      const { areaId } = first;
      const createdAt = instantOf(ctx);
      const envelope = { id: ctx.newId(), areaId, recipient, createdAt };
      await recordMails(tx, [{ ...envelope, template: "summary", content }]);
      const ids = rows.map(({ id }) => id);
      await recordMailsSummed(tx, ids, createdAt);
    });
  }
  return { summaries: readers.size };
};
