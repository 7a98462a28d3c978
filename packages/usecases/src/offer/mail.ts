import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordOfferMails } from "@alongside/db/stores/offer";
import { findPerson } from "@alongside/db/views/identity";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import { listHeadsOf, listNeedCoordinators } from "@alongside/db/views/need";
import type { OfferRow } from "@alongside/db/views/offer";
import { toId, type PersonId } from "@alongside/domain/identity";
import { awaitedOf, type Answerer, type Offer, type OfferEvent } from "@alongside/domain/offer";
import { issueAnswerLink } from "../answer-link/issue.ts";
import { instantOf, type Context } from "../context/index.ts";

type Side = Answerer | "coordinator";

type About = {
  readonly area: Area;
  readonly row: Pick<OfferRow, "id" | "homeUrn" | "urn" | "personId" | "madeBy">;
  readonly after: Offer;
};

type Happened = About & { readonly before: Offer; readonly event: OfferEvent };

type Letters = readonly (readonly [Side, string])[];

const letters: Partial<Readonly<Record<OfferEvent["type"], Letters>>> = {
  sent: [["leader", "offer-sent"]],
  asked: [["coordinator", "offer-asked"]],
  answered: [["leader", "offer-answered"]],
  "days-proposed": [["coordinator", "offer-days-proposed"]],
  "days-taken": [["leader", "offer-days-taken"]],
  "days-kept": [["leader", "offer-days-kept"]],
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

const hadHomeSchool: readonly Offer["state"][] = ["accepted", "released", "confirmed"];
const hadSupportedSchool: readonly Offer["state"][] = ["released", "confirmed"];

/** Whoever had a part in it by then learns that it came to nothing. */
const alsoTold = ({ before, event }: Happened): Letters => {
  if (event.type !== "declined" && event.type !== "withdrawn" && event.type !== "expired")
    return [];
  const template = `offer-${event.type}`;
  const isNoOfLeader = event.type === "declined" && event.by === "leader";
  return [
    ...(event.type === "declined" && !isNoOfLeader ? ([["leader", template]] as const) : []),
    ...(hadHomeSchool.includes(before.state) ? ([["home-school", template]] as const) : []),
    ...(hadSupportedSchool.includes(before.state)
      ? ([["supported-school", template]] as const)
      : []),
  ];
};

const recipientsOf = async (tx: Write, { area, row }: About, side: Side) => {
  if (side === "home-school") return listHeadsOf(tx, area.id, row.homeUrn);
  if (side === "supported-school") return listHeadsOf(tx, area.id, row.urn);
  const person = await findPerson(
    tx,
    side === "leader" ? row.personId : toId<PersonId>(row.madeBy),
  );
  if (person !== undefined && person.deactivatedAt === null) return [person];
  return side === "leader"
    ? []
    : listNeedCoordinators(tx, area.id, await listZoneIdsOfSchool(tx, area.id, row.urn));
};

/**
 * Puts one letter about an offer into the outbox, for everyone of a side but the one who did it. It says where to read more and nothing of
 * the need: not its school, not its reference. The side whose answer is awaited gets a link that answers without an account.
 */
export const sendOfferLetter = async (
  ctx: Context,
  tx: Write,
  given: About & { readonly side: Side; readonly template: string },
): Promise<void> => {
  const { area, row, after, side, template } = given;
  const doer = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const awaited = awaitedOf(after);
  const due = awaited !== null && "due" in after ? after.due : undefined;
  const content = {
    area: area.name,
    path: `/areas/${area.slug}/offers/${row.id}`,
    urgent: after.urgent ? "yes" : "no",
    due: due ?? "",
  };
  const recipients = await recipientsOf(tx, given, side);
  for (const { id, email, name } of recipients.filter((each) => each.id !== doer)) {
    const link =
      side === awaited && due !== undefined
        ? await issueAnswerLink(ctx, tx, {
            areaId: area.id,
            personId: id,
            purpose: side,
            aboutId: row.id,
            expiresAt: Date.parse(due) + 1,
          })
        : {};
    await recordOfferMails(tx, [
      {
        id: ctx.newId(),
        areaId: area.id,
        recipient: email,
        template,
        content: { ...content, name, ...link },
        createdAt: instantOf(ctx),
      },
    ]);
  }
};

/** Puts the mails about what happened to an offer into the outbox. */
export const sendOfferMails = async (
  ctx: Context,
  tx: Write,
  happened: Happened,
): Promise<void> => {
  // Nobody outside has seen what was prepared: nobody is told that it is taken back.
  if (happened.before.state === "proposed" && happened.event.type === "withdrawn") return;
  const told = [...(letters[happened.event.type] ?? []), ...alsoTold(happened)];
  for (const [side, template] of told)
    await sendOfferLetter(ctx, tx, { ...happened, side, template });
};
