import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordNeedShown } from "@alongside/db/stores/need";
import { recordNewOffer } from "@alongside/db/stores/offer";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import {
  answerDue,
  decideOffer,
  evolveOffer,
  isOverridable,
  proposeOffer,
  toOfferId,
} from "@alongside/domain/offer";
import { holdDays } from "../capacity/index.ts";
import { found, instantOf, orRefuse, record, refuse, type Context } from "../context/index.ts";
import { applyToNeed, requireNeedVersion } from "../need/change.ts";
import { matchNeed, type Candidate, type Match } from "../shortlist/index.ts";
import { toLoggedOffer } from "./event.ts";
import { sendOfferMails } from "./mail.ts";
import { once, type OfferChanged } from "./once.ts";

export type Sending = {
  readonly needId: NeedId;
  /** The version of the need that was seen. */
  readonly version: number;
  readonly leader: PersonId;
  readonly termId?: string | undefined;
  readonly halfDays: number;
  /** What the leader is told beside phase, zone and focus; it names no school. */
  readonly note: string;
  /** Why a rule is set aside; empty when none is. */
  readonly overrideReason: string;
  /** Chosen by the sender, so that the same offer sent again is sent once. */
  readonly key?: string | undefined;
};

/** Refuses `rules-broken` unless every rule is passed, or those that are not may be set aside and a reason says why. */
const requireRules = ({ failed: rules }: Candidate, reason: string): void => {
  if (rules.length === 0) return;
  const mayBeSetAside = rules.every(isOverridable);
  if (!mayBeSetAside || reason.trim() === "") {
    refuse({ kind: "rules-broken", rules, isOverridable: mayBeSetAside });
  }
};

type Sent = { readonly area: Area; readonly input: Sending; readonly match: Match };

const sendNow = async (ctx: Context, tx: Write, given: Sent): Promise<OfferChanged> => {
  const { area, input, match } = given;
  const { row, place } = match.opened;
  await requireNeedVersion(tx, row, input.version);
  const leaders = [...match.ranked, ...match.excluded];
  const candidate = found(leaders.find(({ personId }) => personId === input.leader));
  requireRules(candidate, input.overrideReason);
  const at = toInstant(ctx.now());
  const proposed = proposeOffer({
    id: toOfferId(ctx.newId()),
    need: row.id,
    line: candidate.line,
    leader: candidate.personId,
    halfDays: input.halfDays,
    window: "any",
    urgent: row.isUrgent,
  });
  const event = orRefuse(decideOffer(proposed, { type: "send", at }));
  const offer = evolveOffer(proposed, event);
  const { failed, homeUrn, setAsideReason } = candidate;
  const overrideReason = failed.length === 0 ? setAsideReason : input.overrideReason.trim();
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
  const parties = { areaId: area.id, homeUrn, urn: row.urn, madeBy };
  const { note } = input;
  await recordNewOffer(tx, { offer, ...parties, note, overrideReason, createdAt: instantOf(ctx) });
  const { line: capacityLine, id, halfDays, window } = proposed;
  const until = answerDue(at, row.isUrgent);
  await holdDays(ctx, tx, { area, capacityLine, offer: id, halfDays, window, until });
  const logged = toLoggedOffer(event);
  await record(ctx, tx, {
    areaId: area.id,
    entity: "offer",
    entityId: id,
    entityVersion: 1,
    kind: logged.kind,
    payload: {
      ...logged.payload,
      need: row.id,
      halfDays,
      setAside: [...failed, ...candidate.setAside],
      overrideReason,
    },
  });
  await recordNeedShown(tx, row.id, { isShortlisted: true });
  const command = { type: "offer", at, offer: id } as const;
  await applyToNeed(ctx, tx, { area, opened: { row, place }, command, side: "coordinator" });
  const mailed = { id, homeUrn, urn: row.urn, personId: candidate.personId, madeBy };
  await sendOfferMails(ctx, tx, { area, row: mailed, before: proposed, after: offer, event });
  return { id, version: 1, state: offer.state };
};

/**
 * Sends a leader's days as an offer for a need, and holds them until the answer is due, all at once. Refuses whoever may not triage the
 * need, `changed-since` when another was faster, `rules-broken`, `wrong-state` unless the need is open, and `not-enough-days`.
 */
export const sendOffer = (ctx: Context, area: Area, input: Sending): Promise<OfferChanged> =>
  ctx.write(async (tx) => {
    const { needId, termId, halfDays, leader, key } = input;
    if (!Number.isInteger(halfDays) || halfDays < 1)
      return refuse({ kind: "not-half-days", given: halfDays });
    const match = await matchNeed(ctx, tx, { area, needId, termId, halfDays });
    return once(ctx, tx, {
      key,
      about: `offer-send ${needId} ${leader}`,
      work: () => sendNow(ctx, tx, { area, input, match }),
    });
  });
