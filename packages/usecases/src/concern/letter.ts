import type { Write } from "@alongside/db";
import { recordMailAgain, recordMails } from "@alongside/db/stores/mail";
import type { Area } from "@alongside/db/views/area";
import { deliveryStateOf, listMailsOf, type DeliveryState } from "@alongside/db/views/mail";
import {
  letterReaders,
  readersOf,
  stages,
  type ConcernId,
  type LetterReader,
  type Stage,
} from "@alongside/domain/concern";
import { endOfLondonDay } from "@alongside/domain/calendar";
import { isEmail, mailSeal, normalEmail } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { found, instantOf, record, refuse, type Context } from "../context/index.ts";
import { openConcern } from "./place.ts";

/** Addresses of those to whom a letter goes; an empty one where the stage asks for none. */
export type LetterAddresses = Readonly<Record<LetterReader, string>>;

const missing: Readonly<Record<LetterReader, string>> = {
  head: "Enter the e-mail address of the head",
  chair: "Enter the e-mail address of the chair of governors or the trust",
};

/** Refuses `invalid-input` by field unless there is an address for everybody whom the stage's letter goes to. */
export const requireAddresses = (stage: Stage, to: LetterAddresses): void => {
  const faults = readersOf(stage).flatMap((reader) =>
    isEmail(normalEmail(to[reader])) ? [] : [[reader, missing[reader]] as const],
  );
  if (faults.length > 0) refuse({ kind: "invalid-input", fields: Object.fromEntries(faults) });
};

type Sent = { readonly id: ConcernId; readonly stage: Stage };

/** One mail for each letter and reader: sent again, it is the same mail. */
const mailIdOf = ({ id, stage }: Sent, reader: LetterReader): string =>
  `concern-letter-${id}-${stage}-${reader}`;

/**
 * Puts a letter into the outbox, sealed until it is carried. It is in no area’s log of mails, which is read by people who may not know of a
 * concern.
 */
export const sendLetter = async (
  ctx: Context,
  tx: Write,
  given: Sent & {
    readonly area: Area;
    readonly to: LetterAddresses;
    readonly letter: string;
    readonly replyBy: IsoDate;
  },
): Promise<void> => {
  const { area, to, letter, replyBy, stage } = given;
  if (ctx.auth === undefined) throw new Error("a letter cannot be sealed here");
  const sealedLetter = ctx.auth.seal.close(letter, mailSeal);
  const content = { area: area.name, sealedLetter, due: endOfLondonDay(replyBy) };
  const createdAt = instantOf(ctx);
  const mails = readersOf(stage).map((reader) => ({
    id: mailIdOf(given, reader),
    recipient: normalEmail(to[reader]),
    template: "concern-letter",
    content,
    createdAt,
  }));
  await recordMails(tx, mails);
};

export type LetterDelivery = {
  readonly stage: Stage;
  readonly reader: LetterReader;
  readonly recipient: string;
  readonly state: DeliveryState;
  /** When it went out, or was known to have arrived or not; null while it waits. */
  readonly at: string | null;
};

/** To whom the letters of a concern were mailed, and how far each has come. None for a letter that went another way. */
export const listDeliveries = async (
  ctx: Context,
  id: ConcernId,
): Promise<readonly LetterDelivery[]> => {
  const places = stages.flatMap((stage) => letterReaders.map((reader) => ({ stage, reader })));
  const ids = places.map(({ stage, reader }) => mailIdOf({ id, stage }, reader));
  const rows = new Map((await listMailsOf(ctx.read, ids)).map((row) => [row.id, row]));
  return places.flatMap(({ stage, reader }, index) => {
    const row = rows.get(ids[index] ?? "");
    if (row === undefined) return [];
    const at = row.settledAt ?? row.sentAt;
    return [{ stage, reader, recipient: row.recipient, state: deliveryStateOf(row), at }];
  });
};

const again: readonly DeliveryState[] = ["failed", "trying", "undelivered"];

/** Has a letter tried again that did not go out or did not arrive. Refuses `mail-under-way` for one that did. */
export const sendLetterAgain = (
  ctx: Context,
  area: Area,
  input: Sent & { readonly reader: LetterReader },
): Promise<void> =>
  ctx.write(async (tx) => {
    const { row } = await openConcern(ctx, tx, { area, id: input.id });
    const [mail] = await listMailsOf(tx, [mailIdOf(input, input.reader)]);
    if (!again.includes(deliveryStateOf(found(mail)))) refuse({ kind: "mail-under-way" });
    await recordMailAgain(tx, found(mail).id);
    await record(ctx, tx, {
      areaId: area.id,
      entity: "concern",
      entityId: row.id,
      entityVersion: row.version,
      kind: "concern-letter-sent-again",
      payload: { stage: input.stage },
    });
  });
