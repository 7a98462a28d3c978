import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordNeedShown } from "@alongside/db/stores/need";
import { recordNewOffer } from "@alongside/db/stores/offer";
import { instantOf as toInstant, type Window } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { PersonId } from "@alongside/domain/identity";
import {
  answerDue,
  decideOffer,
  evolveOffer,
  proposeOffer,
  toOfferId,
  type EligibilityRule,
} from "@alongside/domain/offer";
import type { Urn } from "@alongside/domain/school";
import { holdDays } from "../capacity/index.ts";
import { instantOf, orRefuse, record, type Context } from "../context/index.ts";
import { applyToNeed } from "../need/change.ts";
import type { PlacedNeed } from "../need/place.ts";
import { toLoggedOffer } from "./event.ts";
import { sendOfferMails } from "./mail.ts";
import type { OfferChanged } from "./once.ts";
import { takePreparedBack } from "./take-back.ts";

/** An offer to write: every rule was looked at before. */
export type OfferToWrite = {
  readonly area: Area;
  readonly opened: PlacedNeed;
  readonly to: {
    readonly line: CapacityLineId;
    readonly personId: PersonId;
    readonly homeUrn: Urn;
  };
  readonly halfDays: number;
  readonly window: Window;
  readonly note: string;
  /** Why rules are set aside, and which; empty when none is. */
  readonly overrideReason: string;
  readonly setAside: readonly EligibilityRule[];
};

/**
 * Writes an offer that is sent, the hold on its days, and what becomes of its need; mails wait in the outbox. Refuses `wrong-state` unless
 * the need is open, `capacity-not-current`, `not-enough-days` and `window-full`.
 */
export const writeOffer = async (
  ctx: Context,
  tx: Write,
  given: OfferToWrite,
): Promise<OfferChanged> => {
  const { area, opened, to, halfDays, window, note, overrideReason, setAside } = given;
  const { row, place } = opened;
  const { line, personId, homeUrn } = to;
  const at = toInstant(ctx.now());
  const proposed = proposeOffer({
    id: toOfferId(ctx.newId()),
    need: row.id,
    line,
    leader: personId,
    halfDays,
    window,
    urgent: row.isUrgent,
  });
  const event = orRefuse(decideOffer(proposed, { type: "send", at }));
  const offer = evolveOffer(proposed, event);
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
  const parties = { areaId: area.id, homeUrn, urn: row.urn, madeBy };
  await recordNewOffer(tx, { offer, ...parties, note, overrideReason, createdAt: instantOf(ctx) });
  const { id } = proposed;
  const until = answerDue(at, row.isUrgent);
  await holdDays(ctx, tx, { area, capacityLine: line, offer: id, halfDays, window, until });
  const { kind, payload } = toLoggedOffer(event);
  await record(ctx, tx, {
    areaId: area.id,
    entity: "offer",
    entityId: id,
    entityVersion: 1,
    kind,
    payload: { ...payload, need: row.id, halfDays, setAside, overrideReason },
  });
  await recordNeedShown(tx, row.id, { isShortlisted: true });
  const command = { type: "offer", at, offer: id } as const;
  await applyToNeed(ctx, tx, { area, opened: { row, place }, command, side: "coordinator" });
  await takePreparedBack(ctx, tx, { area, needId: row.id });
  const mailed = { id, homeUrn, urn: row.urn, personId, madeBy };
  await sendOfferMails(ctx, tx, { area, row: mailed, before: proposed, after: offer, event });
  return { id, version: 1, state: offer.state };
};
