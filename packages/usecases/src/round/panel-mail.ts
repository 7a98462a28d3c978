import type { Write } from "@alongside/db";
import { recordMails } from "@alongside/db/stores/mail";
import type { Area } from "@alongside/db/views/area";
import { findProposer, listPanelOf } from "@alongside/db/views/round";
import { endOfLondonDay } from "@alongside/domain/calendar";
import type { Round } from "@alongside/domain/round";
import type { IsoDate } from "@alongside/domain/school";
import { instantOf, type Context } from "../context/index.ts";

type To = { readonly personId: string; readonly name: string; readonly email: string };

type Letter = {
  readonly area: Area;
  readonly round: Pick<Round, "id" | "scope">;
  readonly template: string;
  readonly due?: IsoDate | undefined;
};

/** Puts one mail into the outbox for each. It says that a plan waits and where, and neither a school nor a word of it. */
const mailTo = async (
  ctx: Context,
  tx: Write,
  given: Letter & { readonly to: readonly To[]; readonly below: string },
): Promise<void> => {
  const { area, round, template, due, to, below } = given;
  const doer = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const mails = to
    .filter(({ personId }) => personId !== doer)
    .map(({ name, email }) => ({
      id: ctx.newId(),
      areaId: area.id,
      recipient: email,
      template,
      content: {
        name,
        area: area.name,
        path: `/areas/${area.slug}/rounds/${round.id}${below}`,
        due: due === undefined ? "" : endOfLondonDay(due),
      },
      createdAt: instantOf(ctx),
    }));
  if (mails.length > 0) await recordMails(tx, mails);
};

/** Writes to the members of a round's panel, or to some of them. */
export const mailPanel = async (
  ctx: Context,
  tx: Write,
  given: Letter & { readonly isAsked?: (member: To) => boolean },
): Promise<void> => {
  const { area, round, isAsked = () => true } = given;
  const panel = await listPanelOf(tx, area.id, round.scope.zones);
  return mailTo(ctx, tx, { ...given, to: panel.filter(isAsked), below: "/proposal" });
};

/** Writes to whoever asked the panel last. */
export const mailProposer = async (ctx: Context, tx: Write, given: Letter): Promise<void> => {
  const proposer = await findProposer(tx, given.round.id);
  const to = proposer === undefined ? [] : [proposer];
  return mailTo(ctx, tx, { ...given, to, below: "/panel" });
};
