import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import { isOverridable } from "@alongside/domain/offer";
import { found, refuse, type Context } from "../context/index.ts";
import { requireNeedVersion } from "../need/change.ts";
import { matchNeed, type Candidate, type Match } from "../shortlist/index.ts";
import { once, type OfferChanged } from "./once.ts";
import { writeOffer } from "./write.ts";

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
  const { row } = match.opened;
  await requireNeedVersion(tx, row, input.version);
  const leaders = [...match.ranked, ...match.excluded];
  const candidate = found(leaders.find(({ personId }) => personId === input.leader));
  requireRules(candidate, input.overrideReason);
  const { line, personId, homeUrn, failed, setAside, setAsideReason } = candidate;
  return writeOffer(ctx, tx, {
    area,
    opened: match.opened,
    to: { line, personId, homeUrn },
    halfDays: input.halfDays,
    window: "any",
    note: input.note,
    overrideReason: failed.length === 0 ? setAsideReason : input.overrideReason.trim(),
    setAside: [...failed, ...setAside],
  });
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
