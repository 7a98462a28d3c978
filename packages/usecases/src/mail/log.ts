import { recordMailAgain } from "@alongside/db/stores/mail";
import type { Area } from "@alongside/db/views/area";
import {
  deliveryStateOf,
  findMail,
  listMailsOfArea,
  type DeliveryState,
} from "@alongside/db/views/mail";
import { mayAdministerArea } from "@alongside/domain/identity";
import { authorise, found, record, refuse, type Context } from "../context/index.ts";
import { subjectOf } from "./need-words.ts";
import { subjectOfAccountMail } from "./words.ts";

export { deliveryStates, type DeliveryState } from "@alongside/db/views/mail";

export type MailQuestion = {
  readonly state?: DeliveryState | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** An area's mails and how far each has come, the newest first: to whom and what about, never what it says. For its administrators. */
export const listMailLog = async (ctx: Context, area: Area, question: MailQuestion) => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const { state, offset, limit } = question;
  const { rows, total } = await listMailsOfArea(ctx.read, {
    areaId: area.id,
    state,
    offset,
    limit,
  });
  return {
    total,
    mails: rows.map(({ template, keptFor, ...row }) => ({
      ...row,
      subject: subjectOf(template) ?? subjectOfAccountMail(template) ?? "A mail",
      state: deliveryStateOf({ ...row, keptFor }),
    })),
  };
};

export type MailLine = Awaited<ReturnType<typeof listMailLog>>["mails"][number];

/** What may be sent again: what did not go out, and what did not arrive. */
const again: readonly DeliveryState[] = ["failed", "trying", "undelivered"];

/** Has a mail tried again that did not go out or did not arrive. Refuses `mail-under-way` for one that did, or that its reader wants otherwise. */
export const sendMailAgain = (
  ctx: Context,
  area: Area,
  input: { readonly id: string },
): Promise<void> =>
  ctx.write(async (tx) => {
    authorise(mayAdministerArea(ctx.actor, area.id));
    const row = found(await findMail(tx, area.id, input.id));
    const state = deliveryStateOf(row);
    if (!again.includes(state)) refuse({ kind: "mail-under-way" });
    await recordMailAgain(tx, row.id);
    await record(ctx, tx, {
      areaId: area.id,
      entity: "mail",
      entityId: row.id,
      entityVersion: 0,
      kind: "mail-tried-again",
      payload: { attempts: row.attempts, delivery: row.delivery },
    });
  });
