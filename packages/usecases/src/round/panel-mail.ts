import type { Write } from "@alongside/db";
import { recordMails } from "@alongside/db/stores/mail";
import type { Area } from "@alongside/db/views/area";
import { findProposer, listPanelOf, type StoredRound } from "@alongside/db/views/round";
import { endOfLondonDay } from "@alongside/domain/calendar";
import type { Round } from "@alongside/domain/round";
import type { IsoDate } from "@alongside/domain/school";
import { instantOf, type Context } from "../context/index.ts";
import { proposedOf } from "./proposed.ts";

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
  given: Letter & { readonly to: readonly To[]; readonly path: string },
): Promise<void> => {
  const { area, template, due, to, path } = given;
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
        path: `/areas/${area.slug}${path}`,
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
  const path = `/rounds/${round.id}/proposal`;
  return mailTo(ctx, tx, { ...given, to: panel.filter(isAsked), path });
};

/** Writes to whoever asked the panel last. */
export const mailProposer = async (ctx: Context, tx: Write, given: Letter): Promise<void> => {
  const proposer = await findProposer(tx, given.round.id);
  const to = proposer === undefined ? [] : [proposer];
  return mailTo(ctx, tx, { ...given, to, path: `/rounds/${given.round.id}/panel` });
};

/** Tells a panel that was asked, or has agreed, that nothing is asked of it any more: the plan's page is gone for its members. */
export const mailTakenBack = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly stored: StoredRound },
): Promise<void> => {
  const { area, stored } = given;
  const { round } = stored.row;
  if (proposedOf(stored) === undefined) return;
  const to = await listPanelOf(tx, area.id, round.scope.zones);
  await mailTo(ctx, tx, { area, round, template: "round-taken-back", to, path: "" });
};
