import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordNeedMails } from "@alongside/db/stores/need";
import { listHeadsOf, listNeedCoordinators, type NeedRow } from "@alongside/db/views/need";
import { findPerson } from "@alongside/db/views/identity";
import type { NeedPlace } from "@alongside/domain/identity";
import { nextActOf, toReference, type NeedEvent } from "@alongside/domain/need";
import { instantOf, type Context } from "../context/index.ts";

type About = {
  readonly area: Area;
  readonly place: NeedPlace;
  /** As it is after the event. */
  readonly row: NeedRow;
};
type Happened = About & { readonly event: NeedEvent };

type Side = "school" | "coordinator";
type Sent = readonly (readonly [Side, string])[];

/** Which mails an event gives reason for. */
const letters: Partial<Readonly<Record<NeedEvent["type"], Sent>>> = {
  submitted: [
    ["school", "need-sent"],
    ["coordinator", "need-to-triage"],
  ],
  questioned: [["school", "need-question"]],
  answered: [["coordinator", "need-answered"]],
  opened: [["school", "need-opened"]],
  held: [["school", "need-held"]],
  closed: [
    ["school", "need-closed"],
    ["coordinator", "need-closed"],
  ],
  reopened: [
    ["school", "need-reopened"],
    ["coordinator", "need-reopened"],
  ],
};

const recipientsOf = async (tx: Write, { area, place, row }: About, side: Side) => {
  if (side === "school") return listHeadsOf(tx, area.id, place.urn);
  const own = row.coordinatorId === null ? undefined : await findPerson(tx, row.coordinatorId);
  return own === undefined || own.deactivatedAt !== null
    ? listNeedCoordinators(tx, area.id, place.zoneIds)
    : [own];
};

/**
 * Puts mails about a need into the outbox, for everyone concerned but the one who did it. They hold the reference and where to
 * read more: no school, no words of the need.
 */
export const sendMailsAbout = async (
  ctx: Context,
  tx: Write,
  given: { readonly about: About; readonly letters: Sent },
): Promise<void> => {
  const { about } = given;
  const { area, row } = about;
  const doer = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  for (const [side, template] of given.letters) {
    const recipients = await recipientsOf(tx, about, side);
    const content = {
      area: area.name,
      reference: row.number === null ? "" : toReference(row.number),
      path: `/areas/${area.slug}/needs/${row.id}`,
      urgent: row.isUrgent ? "yes" : "no",
      due: nextActOf(row.need).by ?? "",
    };
    const mails = recipients
      .filter(({ id }) => id !== doer || template === "need-sent")
      .map(({ email, name }) => ({
        id: ctx.newId(),
        areaId: area.id,
        recipient: email,
        template,
        content: { ...content, name },
        createdAt: instantOf(ctx),
      }));
    await recordNeedMails(tx, mails);
  }
};

/** Puts the mails that an event gives reason for into the outbox. */
export const sendNeedMails = (ctx: Context, tx: Write, happened: Happened): Promise<void> =>
  sendMailsAbout(ctx, tx, { about: happened, letters: letters[happened.event.type] ?? [] });
