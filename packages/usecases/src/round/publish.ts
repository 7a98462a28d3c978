import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordRoundOffers } from "@alongside/db/stores/round";
import { findNeed } from "@alongside/db/views/need";
import { findRun, type StoredRound } from "@alongside/db/views/round";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { NeedId } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import type { PlacementTrouble } from "@alongside/domain/refusal";
import { isEligible, standingOf, type Placement, type Problem } from "@alongside/matching";
import { found, refuse, RefusedError, type Context } from "../context/index.ts";
import { writeOffer } from "../offer/write.ts";
import { readRoundFacts, type RoundFacts } from "./facts.ts";
import { readFrozen, thawPlan } from "./frozen.ts";
import {
  applyToRound,
  openRound,
  requireRoundVersion,
  type RoundChanged,
  type RoundSeen,
} from "./place.ts";
import { buildProblem } from "./problem.ts";
import { allowanceBook, type AllowanceBook } from "./set-aside.ts";

type Sending = {
  readonly area: Area;
  readonly facts: RoundFacts;
  /** The round as it stands now, as the engine reads it: what a placement is held against. */
  readonly read: Problem;
  /** Rules that were set aside for a pair go with its offer. */
  readonly allowances: AllowanceBook;
};

const lost = (
  { facts }: Pick<Sending, "facts">,
  { request, provider }: Placement,
  because: PlacementTrouble,
): never =>
  refuse({
    kind: "placement-lost",
    leader: facts.leaders.find(({ id }) => id === provider)?.name ?? "A leader",
    school: facts.needs.find(({ id }) => id === request)?.school.name ?? "a school",
    because,
  });

const daysGone = ["not-enough-days", "window-full", "capacity-not-current", "already-held"];

/** Sends one placement as an offer with its hold; a refusal on the way names the leader and the school. */
const sendPlacement = async (
  ctx: Context,
  tx: Write,
  given: Sending & { readonly placement: Placement },
): Promise<{ readonly needId: NeedId; readonly offerId: OfferId }> => {
  const { area, facts, read, allowances, placement } = given;
  const need = facts.needs.find(({ id }) => id === placement.request);
  const leader = facts.leaders.find(({ id }) => id === placement.provider);
  if (need === undefined || need.row.state !== "open") return lost(given, placement, "need");
  const request = read.requests.find(({ id }) => id === placement.request);
  const provider = read.providers.find(({ id }) => id === placement.provider);
  if (leader === undefined || provider === undefined) return lost(given, placement, "days");
  if (request === undefined) return lost(given, placement, "need");
  // Days are the ledger's to judge: it counts what this plan has taken before.
  const roomy = { ...provider, days: request.days, daysEarly: request.days };
  const alone = { ...roomy, daysLate: request.days, maxSchools: 1 };
  const pair = { request, provider: alone, role: "lead", standing: standingOf(read) } as const;
  if (!isEligible(pair)) return lost(given, placement, "rule");
  const allowance = allowances.of(placement.request, placement.provider);
  const zoneIds = need.zones.map(({ id }) => id);
  const row = found(await findNeed(tx, area.id, need.id));
  const place = { areaId: area.id, urn: need.school.urn, zoneIds };
  try {
    const { id: offerId } = await writeOffer(ctx, tx, {
      area,
      opened: { row, place },
      to: { line: leader.line.id, personId: leader.id, homeUrn: leader.home.urn },
      halfDays: request.days,
      window: request.window,
      note: "",
      overrideReason: allowance?.reason ?? "",
      setAside: allowance?.rules ?? [],
    });
    return { needId: need.id, offerId };
  } catch (error) {
    if (error instanceof RefusedError && daysGone.includes(error.refusal.kind))
      return lost(given, placement, "days");
    throw error;
  }
};

const requirePlaces = (sending: Sending, placements: readonly Placement[]): void => {
  for (const { id, line, work } of sending.facts.leaders) {
    const own = placements.filter(({ provider }) => provider === id);
    const [first] = own;
    if (first !== undefined && own.length > line.supply.mostSchools - work)
      lost(sending, first, "days");
  }
};

/**
 * Sends every placement as an offer with its hold, in the transaction that is given: all or none. Refuses `placement-lost`, naming the
 * leader and the school, for the first that cannot be sent as things stand now.
 */
export const sendPlacements = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly stored: StoredRound;
    readonly placements: readonly Placement[];
    readonly run: number;
  },
): Promise<readonly OfferId[]> => {
  const { area, stored, placements, run } = given;
  const { round, name } = stored.row;
  const { scope, choices } = round;
  const facts = await readRoundFacts(ctx, tx, { area, term: stored.term, needs: scope.needs });
  // A leader whom the plan chose is asked whether or not the choice of supply has changed since.
  const lines = facts.leaders.map(({ line }) => line.id);
  // The plan has kept the pins that stand; one to a leader who said no since keeps nobody else away.
  const decided = { ...choices, pins: [] };
  const problem = buildProblem(facts, { name, scope: { ...scope, lines }, choices: decided });
  const allowances = allowanceBook(problem.allowances);
  const sending = { area, facts, allowances, read: readFrozen(problem) };
  requirePlaces(sending, placements);
  const sent: { readonly needId: NeedId; readonly offerId: OfferId }[] = [];
  for (const placement of placements) {
    sent.push(await sendPlacement(ctx, tx, { ...sending, placement }));
  }
  const roundId = stored.row.id;
  await recordRoundOffers(
    tx,
    sent.map((each) => ({ ...each, roundId, run })),
  );
  return sent.map(({ offerId }) => offerId);
};

/**
 * Sends the agreed plan: every offer with its hold and the round's new state in one transaction. If one cannot be sent none is, and
 * `placement-lost` names the leader. Refuses `wrong-state` unless the panel has agreed, and `changed-since`.
 */
export const publishRound = (ctx: Context, area: Area, seen: RoundSeen): Promise<RoundChanged> =>
  ctx.write(async (tx) => {
    const stored = await openRound(ctx, tx, { area, id: seen.id });
    const { row } = stored;
    await requireRoundVersion(tx, row, seen.version);
    const { round } = row;
    if (round.state !== "agreed")
      return refuse({
        kind: "wrong-state",
        machine: "round",
        state: row.state,
        command: "publish",
      });
    const run = found(await findRun(tx, row.id, round.agreedRun));
    const { assignments } = thawPlan(run.plan);
    const sending = { area, stored, placements: assignments, run: run.number };
    const offers = await sendPlacements(ctx, tx, sending);
    const command = { type: "publish", at: toInstant(ctx.now()), offers } as const;
    return applyToRound(ctx, tx, { area, stored, command });
  });
