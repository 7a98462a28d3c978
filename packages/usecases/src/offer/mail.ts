import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordOfferMails } from "@alongside/db/stores/offer";
import { findPerson } from "@alongside/db/views/identity";
import { listHeadsOf } from "@alongside/db/views/need";
import type { OfferRow } from "@alongside/db/views/offer";
import { toId, type PersonId } from "@alongside/domain/identity";
import { awaitedOf, type Offer, type OfferEvent } from "@alongside/domain/offer";
import { instantOf, type Context } from "../context/index.ts";

type Side = "leader" | "home-school" | "supported-school" | "coordinator";

type Happened = {
  readonly area: Area;
  readonly row: Pick<OfferRow, "id" | "homeUrn" | "urn" | "personId" | "madeBy">;
  readonly before: Offer;
  readonly after: Offer;
  readonly event: OfferEvent;
};

type Letters = readonly (readonly [Side, string])[];

const letters: Partial<Readonly<Record<OfferEvent["type"], Letters>>> = {
  sent: [["leader", "offer-sent"]],
  accepted: [
    ["home-school", "offer-to-release"],
    ["coordinator", "offer-accepted"],
  ],
  released: [
    ["supported-school", "offer-to-confirm"],
    ["leader", "offer-released"],
    ["coordinator", "offer-released"],
  ],
  confirmed: [
    ["leader", "offer-confirmed"],
    ["home-school", "offer-confirmed"],
    ["coordinator", "offer-confirmed"],
  ],
  declined: [["coordinator", "offer-declined"]],
  expired: [
    ["leader", "offer-expired"],
    ["coordinator", "offer-expired"],
  ],
  withdrawn: [["leader", "offer-withdrawn"]],
};

/** Whoever had a part in it by then learns that it came to nothing. */
const alsoTold = ({ before, event }: Happened): Letters => {
  if (event.type !== "declined" && event.type !== "withdrawn" && event.type !== "expired")
    return [];
  const template = `offer-${event.type}`;
  return [
    ...(event.type === "declined" && event.by !== "leader"
      ? ([["leader", template]] as const)
      : []),
    ...(before.state === "released" ? ([["home-school", template]] as const) : []),
  ];
};

const recipientsOf = async (tx: Write, { area, row }: Happened, side: Side) => {
  if (side === "home-school") return listHeadsOf(tx, area.id, row.homeUrn);
  if (side === "supported-school") return listHeadsOf(tx, area.id, row.urn);
  const person = await findPerson(
    tx,
    side === "leader" ? row.personId : toId<PersonId>(row.madeBy),
  );
  return person === undefined || person.deactivatedAt !== null ? [] : [person];
};

/**
 * Puts the mails about what happened to an offer into the outbox, for everyone concerned but the one who did it. They say where to read
 * more and nothing of the need: not its school, not its reference.
 */
export const sendOfferMails = async (
  ctx: Context,
  tx: Write,
  happened: Happened,
): Promise<void> => {
  const { area, row, after, event } = happened;
  const doer = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const due = awaitedOf(after) !== null && "due" in after ? after.due : "";
  const content = {
    area: area.name,
    path: `/areas/${area.slug}/offers/${row.id}`,
    urgent: after.urgent ? "yes" : "no",
    due,
  };
  const told = [...(letters[event.type] ?? []), ...alsoTold(happened)];
  for (const [side, template] of told) {
    const recipients = await recipientsOf(tx, happened, side);
    const mails = recipients
      .filter(({ id }) => id !== doer)
      .map(({ email, name }) => ({
        id: ctx.newId(),
        areaId: area.id,
        recipient: email,
        template,
        content: { ...content, name },
        createdAt: instantOf(ctx),
      }));
    await recordOfferMails(tx, mails);
  }
};
