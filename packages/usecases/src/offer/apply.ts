import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordNeedShown } from "@alongside/db/stores/need";
import { recordOffer } from "@alongside/db/stores/offer";
import { addDays, endOfLondonDay, instantOf as toInstant } from "@alongside/domain/calendar";
import type { Need } from "@alongside/domain/need";
import {
  decideOffer,
  evolveOffer,
  type Offer,
  type OfferCommand,
  type OfferEvent,
  type OfferId,
} from "@alongside/domain/offer";
import { freeRunOut, postHold } from "../capacity/ledger.ts";
import { releaseHold, renewHold } from "../capacity/index.ts";
import { instantOf, orRefuse, record, refuse, todayOf, type Context } from "../context/index.ts";
import { requireNoConflict } from "../conflict/pair.ts";
import { beginDeployment } from "../deployment/begin.ts";
import { applyToNeed } from "../need/change.ts";
import { toLoggedOffer } from "./event.ts";
import { sendOfferMails } from "./mail.ts";
import type { OfferChanged } from "./once.ts";
import type { PlacedOffer } from "./place.ts";

/** Days stay held while the agreement is drafted and signed. */
const daysToSign = 28;

type Change = {
  readonly area: Area;
  readonly opened: PlacedOffer;
  readonly before: Offer;
  readonly event: OfferEvent;
};

const isOutFor = (need: Need, offer: OfferId): boolean =>
  need.state === "offered" && need.offer === offer;

const holdsOffer = (need: Need, offer: OfferId): boolean =>
  isOutFor(need, offer) || (need.state === "on-hold" && isOutFor(need.before, offer));

const steps: readonly OfferEvent["type"][] = ["accepted", "released", "confirmed", "days-taken"];
const ends: readonly OfferEvent["type"][] = ["declined", "expired", "withdrawn"];

/** Nobody takes an offer a step on while its need is on hold or closed. */
const requireOut = ({ opened, event }: Change): void => {
  const { need, row } = opened.stored;
  if (steps.includes(event.type) && !isOutFor(need.need, row.id)) {
    refuse({ kind: "wrong-state", machine: "need", state: need.state, command: "offer" });
  }
};

/** Nobody says yes while a conflict of interest stands in the way: one may have been declared since the offer went out. */
const requireNoTie = async (ctx: Context, tx: Write, change: Change): Promise<void> => {
  const { area, opened, event } = change;
  if (!steps.includes(event.type)) return;
  const { personId: leader, homeUrn, urn, madeBy } = opened.stored.row;
  const isAnonymised = opened.view === "anonymised";
  await requireNoConflict(ctx, tx, { area, leader, homeUrn, urn, madeBy, isAnonymised });
};

/** Other days for those that were held: one movement back and one anew, so that both are in the statement. */
const changeHold = async (ctx: Context, tx: Write, { opened, before, event }: Change) => {
  if (event.type !== "days-taken" || before.state !== "sent") return;
  const { lineId: capacityLine, id: offer } = opened.stored.row;
  const reason = "The coordinator took the days that the leader proposed";
  await releaseHold(ctx, tx, { capacityLine, offer, reason });
  const { halfDays, window } = event;
  await postHold(ctx, tx, { capacityLine, offer, halfDays, window, until: before.due, reason });
};

/** A yes lengthens the hold on the days, a no ends it; a hold that ran out is free already, and written down as such. */
const moveHold = async (ctx: Context, tx: Write, change: Change): Promise<void> => {
  const { opened, before, event } = change;
  const { lineId: capacityLine, id: offer } = opened.stored.row;
  if (event.type === "accepted" || event.type === "released") {
    await renewHold(ctx, tx, { capacityLine, offer, until: event.due });
  } else if (event.type === "confirmed") {
    const until = endOfLondonDay(addDays(todayOf(ctx), daysToSign));
    await renewHold(ctx, tx, { capacityLine, offer, until });
  } else if (event.type === "days-taken") {
    await changeHold(ctx, tx, change);
  } else if (ends.includes(event.type) && before.state !== "proposed") {
    const hasRunOut = "due" in before && toInstant(ctx.now()) > before.due;
    await (hasRunOut
      ? freeRunOut(ctx, tx, capacityLine)
      : releaseHold(ctx, tx, { capacityLine, offer }));
  }
};

/** The need is named once its leader says yes; it is open again when the offer comes to nothing. */
const moveNeed = async (ctx: Context, tx: Write, change: Change): Promise<void> => {
  const { area, opened, event } = change;
  const { need, row } = opened.stored;
  if (event.type === "accepted") {
    await recordNeedShown(tx, need.id, { isAcceptedInPrinciple: true });
  }
  if (!ends.includes(event.type) || !holdsOffer(need.need, row.id)) return;
  await recordNeedShown(tx, need.id, { isShortlisted: false, isAcceptedInPrinciple: false });
  await applyToNeed(ctx, tx, {
    area,
    opened: { row: need, place: opened.place.need },
    command: { type: "lose-offer", at: toInstant(ctx.now()), offer: row.id },
    side: "offer",
  });
};

/** Decides one command on an offer that was opened in this transaction, and writes all that comes of it: book, need, log and mails. */
export const applyToOffer = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly opened: PlacedOffer; readonly command: OfferCommand },
): Promise<OfferChanged> => {
  const { area, opened, command } = given;
  const { row } = opened.stored;
  const event = orRefuse(decideOffer(row.offer, command));
  const offer = evolveOffer(row.offer, event);
  const change = { area, opened, before: row.offer, event };
  requireOut(change);
  await requireNoTie(ctx, tx, change);
  await recordOffer(tx, row, { offer, changedAt: instantOf(ctx) });
  const version = row.version + 1;
  await record(ctx, tx, {
    areaId: area.id,
    entity: "offer",
    entityId: row.id,
    entityVersion: version,
    ...toLoggedOffer(event),
  });
  await moveHold(ctx, tx, change);
  await moveNeed(ctx, tx, change);
  if (event.type === "confirmed") await beginDeployment(ctx, tx, { area, stored: opened.stored });
  await sendOfferMails(ctx, tx, { area, row, before: row.offer, after: offer, event });
  return { id: row.id, version, state: offer.state };
};
