import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  mayAnswerOffer,
  mayBrokerOffer,
  mayConfirmOffer,
  mayReleaseForOffer,
  type Actor,
  type OfferPlace,
} from "@alongside/domain/identity";
import {
  awaitedOf,
  type Answerer,
  type Offer,
  type OfferCommand,
  type OfferId,
} from "@alongside/domain/offer";
import { authorise, refuse, type Context } from "../context/index.ts";
import { forLeader } from "../leader/place.ts";
import { forSchool } from "../need/place.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { applyToOffer } from "./apply.ts";
import { aboutAnswer, once, type OfferChanged } from "./once.ts";
import { forHomeSchool, openOffer } from "./place.ts";

export type OfferSeen = {
  readonly id: OfferId;
  readonly version: number;
  /** Chosen by the sender, so that the same answer sent again counts once. */
  readonly key?: string | undefined;
};

type Side = {
  readonly may: (actor: Actor, place: OfferPlace) => boolean;
  /** The same request, with the side named in the record when somebody else answers for it. */
  readonly as: (ctx: Context, place: OfferPlace) => Context;
};

const sides: Readonly<Record<Answerer | "coordinator", Side>> = {
  leader: { may: mayAnswerOffer, as: (ctx, { leader }) => forLeader(ctx, leader) },
  "home-school": { may: mayReleaseForOffer, as: forHomeSchool },
  "supported-school": { may: mayConfirmOffer, as: (ctx, { need }) => forSchool(ctx, need) },
  coordinator: { may: mayBrokerOffer, as: (ctx) => ctx },
};

/** Whether the actor may answer for a side. */
export const mayActFor = (actor: Actor, place: OfferPlace, side: keyof typeof sides): boolean =>
  sides[side].may(actor, place);

export type OfferAct = {
  readonly sideOf: (offer: Offer) => keyof typeof sides;
  readonly commandFor: (offer: Offer, read: Read) => OfferCommand | Promise<OfferCommand>;
};

/** Opens an offer, checks whose act it is and that its latest version was seen, and does it once for its key, in one transaction. */
export const actOn = (
  ctx: Context,
  area: Area,
  given: { readonly seen: OfferSeen; readonly act: OfferAct },
): Promise<OfferChanged> =>
  ctx.write(async (tx) => {
    const { seen, act } = given;
    const opened = await openOffer(ctx, tx, { area, id: seen.id });
    const { row } = opened.stored;
    const side = sides[act.sideOf(row.offer)];
    const work = async (): Promise<OfferChanged> => {
      authorise(side.may(ctx.actor, opened.place));
      const { version } = row;
      await requireVersion(tx, { entity: "offer", entityId: row.id, version }, seen.version);
      const command = await act.commandFor(row.offer, tx);
      return applyToOffer(side.as(ctx, opened.place), tx, { area, opened, command });
    };
    return once(ctx, tx, { key: seen.key, about: aboutAnswer(row.id), work });
  });

const saying =
  (type: "accept" | "release" | "confirm", side: Answerer) =>
  (ctx: Context, area: Area, seen: OfferSeen): Promise<OfferChanged> =>
    actOn(ctx, area, {
      seen,
      act: { sideOf: () => side, commandFor: () => ({ type, at: toInstant(ctx.now()) }) },
    });

/** The leader says yes. Refuses `too-late` after the last instant and `changed-since` when the offer has moved on. */
export const acceptOffer = saying("accept", "leader");

/** The home school lets its leader go. */
export const releaseForOffer = saying("release", "home-school");

/** The supported school says yes: all sides agree, and the days stay held while the agreement is written. */
export const confirmOffer = saying("confirm", "supported-school");

/** The list of reasons of the side that declines. */
export const reasonListOf = (by: Answerer): string =>
  by === "supported-school" ? "school-decline-reason" : "leader-decline-reason";

const requireReason = async (
  read: Read,
  given: { readonly area: Area; readonly by: Answerer; readonly reason: string },
): Promise<void> => {
  const { area, by, reason } = given;
  const entries = await listCodeEntries(read, area.id, reasonListOf(by));
  const isKnown = entries.some(({ code, retiredOn }) => code === reason && retiredOn === null);
  if (!isKnown) refuse({ kind: "invalid-input", fields: { reason: "Choose a reason" } });
};

/** Whoever's answer is awaited says no, with a reason of the list and in words; the days are free at once and the need is open again. */
export const declineOffer = (
  ctx: Context,
  area: Area,
  input: OfferSeen & { readonly reason: string; readonly text: string },
): Promise<OfferChanged> =>
  actOn(ctx, area, {
    seen: input,
    act: {
      sideOf: (offer) => awaitedOf(offer) ?? "coordinator",
      commandFor: async (offer, read) => {
        const by = awaitedOf(offer) ?? "leader";
        const { reason, text } = input;
        await requireReason(read, { area, by, reason });
        return { type: "decline", at: toInstant(ctx.now()), by, reason, text };
      },
    },
  });

/** The coordinator takes an offer back, with the reason. */
export const withdrawOffer = (
  ctx: Context,
  area: Area,
  input: OfferSeen & { readonly reason: string },
): Promise<OfferChanged> =>
  actOn(ctx, area, {
    seen: input,
    act: {
      sideOf: () => "coordinator",
      commandFor: () => ({ type: "withdraw", at: toInstant(ctx.now()), reason: input.reason }),
    },
  });
