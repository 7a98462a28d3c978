import type { Write } from "@alongside/db";
import { recordAnswerLinkUsed } from "@alongside/db/stores/answer-link";
import type { AnswerLinkRow } from "@alongside/db/views/answer-link";
import { toCapacityLineId } from "@alongside/domain/capacity";
import { toOfferId, type OtherDays } from "@alongside/domain/offer";
import { reconfirmCapacity } from "../capacity/index.ts";
import { record, refuse, within, type Context } from "../context/index.ts";
import {
  acceptOffer,
  askAboutOffer,
  confirmOffer,
  declineOffer,
  proposeDays,
  releaseForOffer,
} from "../offer/index.ts";
import { aboutAnswer, findKeptReply } from "../offer/once.ts";
import { orClosed } from "./closed.ts";
import { findLinkOf, openLink, refuseUnknown, type LinkGiven, type OpenedLink } from "./open.ts";

/** What a link may say: yes, no with a reason, a question, other days, or that the leader's days still stand. */
export type LinkAnswer =
  | { readonly act: "yes" }
  | { readonly act: "decline"; readonly reason: string; readonly text: string }
  | { readonly act: "ask"; readonly text: string }
  | ({ readonly act: "propose" } & OtherDays)
  | { readonly act: "reconfirm" };

export type LinkAnswered = LinkGiven & {
  /** The version of the offer or of the days that was seen. */
  readonly version: number;
  readonly answer: LinkAnswer;
  readonly key?: string | undefined;
};

export type Answered = { readonly state: string };

const sayYes = {
  leader: acceptOffer,
  "home-school": releaseForOffer,
  "supported-school": confirmOffer,
} as const;

const refuseOther = (): never =>
  refuse({ kind: "invalid-input", fields: { answer: "Choose an answer" } });

const reconfirm = async ({ ctx, area, link }: OpenedLink, given: LinkAnswered) => {
  if (given.answer.act !== "reconfirm") return refuseOther();
  const seen = { id: toCapacityLineId(link.aboutId), version: given.version };
  await reconfirmCapacity(ctx, area, seen);
  return { state: "reconfirmed" };
};

const answerOffer = async ({ ctx, area, link }: OpenedLink, given: LinkAnswered) => {
  const { answer, version, key } = given;
  const seen = { id: toOfferId(link.aboutId), version, key };
  if (link.purpose === "reconfirm" || answer.act === "reconfirm") return refuseOther();
  if (answer.act === "yes") return sayYes[link.purpose](ctx, area, seen);
  if (answer.act === "decline") return declineOffer(ctx, area, { ...seen, ...answer });
  if (link.purpose !== "leader") return refuseOther();
  return answer.act === "ask"
    ? askAboutOffer(ctx, area, { ...seen, text: answer.text })
    : proposeDays(ctx, area, { ...seen, ...answer });
};

const useUp = async (tx: Write, { ctx, area, link }: OpenedLink): Promise<void> => {
  await recordAnswerLinkUsed(tx, link.tokenHash, ctx.now());
  await record(ctx, tx, {
    areaId: area.id,
    entity: "answer-link",
    entityId: link.aboutId,
    entityVersion: 1,
    kind: "answer-link-used",
    payload: { purpose: link.purpose },
  });
};

const answerOnce = async (
  ctx: Context,
  tx: Write,
  { link, given }: { readonly link: AnswerLinkRow; readonly given: LinkAnswered },
): Promise<Answered> => {
  const about = aboutAnswer(toOfferId(link.aboutId));
  const request = { sender: link.personId, about, key: given.key ?? "" };
  const kept = given.key === undefined ? undefined : await findKeptReply(tx, request);
  if (kept !== undefined) return { state: kept.state };
  const opened = await openLink(within(ctx, tx), tx, link);
  await useUp(tx, opened);
  const { state } = await (link.purpose === "reconfirm" ? reconfirm : answerOffer)(opened, given);
  return { state };
};

/**
 * Answers by the link of a mail, as the person to whom it was mailed: the answer and the end of the link stand or fall together, so that
 * a link has one effect. Refuses `link-closed`, `too-many-attempts` after many unknown ones, and whatever the answer itself may be refused for.
 */
export const answerByLink = async (ctx: Context, given: LinkAnswered): Promise<Answered> => {
  const link = await findLinkOf(ctx.read, given.token);
  if (link === undefined) return refuseUnknown(ctx, given);
  return orClosed(() =>
    ctx.write(async (tx) => {
      const now = (await findLinkOf(tx, given.token)) ?? link;
      return answerOnce(ctx, tx, { link: now, given });
    }),
  );
};
