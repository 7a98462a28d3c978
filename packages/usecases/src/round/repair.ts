import type { Read, Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import {
  findRun,
  listRoundOffers,
  type RoundOfferRow,
  type StoredRound,
} from "@alongside/db/views/round";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { NeedId } from "@alongside/domain/need";
import { awaitedOf, holdsDays } from "@alongside/domain/offer";
import type { RoundId } from "@alongside/domain/round";
import type { Placement, Plan } from "@alongside/matching";
import { found, refuse, type Context } from "../context/index.ts";
import { engine, type EngineAnswer } from "../engine/index.ts";
import { readRoundFacts, type RoundFacts } from "./facts.ts";
import { fingerprintOfPlan, freezeProblem, thawPlan, type Frozen } from "./frozen.ts";
import {
  applyToRound,
  openRound,
  requireRoundVersion,
  type RoundChanged,
  type RoundSeen,
} from "./place.ts";
import { nameProblem } from "./picture.ts";
import { kmBetween, partsOf } from "./plan.ts";
import { buildProblem, type RoundProblem } from "./problem.ts";
import { sendPlacements } from "./publish.ts";
import { freezeMending, type Mending } from "./replay.ts";
import { keepRun } from "./solve.ts";

/** A need whose offer came to nothing and that waits for another. */
const isLost = ({ state, needState }: RoundOfferRow): boolean =>
  (state === "declined" || state === "expired" || state === "withdrawn") && needState === "open";

/** Offers of the round that are out or were said yes to: their leaders stay. */
const isLive = ({ offer, needState }: RoundOfferRow): boolean =>
  holdsDays(offer) && needState !== "closed";

/** What live offers of this round hold is theirs in the repair as well, so that they fit where they are. */
const withOwnHolds = (facts: RoundFacts, live: readonly RoundOfferRow[]): RoundFacts => ({
  ...facts,
  leaders: facts.leaders.map((leader) => {
    const own = live.filter(
      ({ personId, lineId }) => personId === leader.id && lineId === leader.line.id,
    );
    const held = (window?: "early" | "late") =>
      own
        .filter(({ offer }) => window === undefined || offer.window === window)
        .reduce((sum, { offer }) => sum + offer.halfDays, 0);
    return {
      ...leader,
      free: leader.free + held(),
      early: leader.early + held("early"),
      late: leader.late + held("late"),
      work: Math.max(0, leader.work - own.length),
    };
  }),
});

/** Days that an agreement has taken over are no hold any more: then the need is agreed and stays out of the repair. */
const isHeld = (row: RoundOfferRow): boolean => isLive(row) && row.needState === "offered";

/** What is asked of the engine when offers came to nothing. */
type Broken = {
  readonly problem: RoundProblem;
  /** The problem as it goes to the engine and is kept. */
  readonly frozen: Frozen;
  readonly mending: Mending;
  readonly previous: { readonly number: number; readonly plan: Plan };
  readonly live: readonly RoundOfferRow[];
  readonly lost: readonly RoundOfferRow[];
};

type Mended = Broken & { readonly answer: EngineAnswer };

const lastRunOf = ({ row }: StoredRound): number => row.round.runs.length;

const withLiveOnes = (problem: RoundProblem, live: readonly RoundOfferRow[]): RoundProblem => ({
  ...problem,
  // What was sent stands, whatever was ruled out or pinned since.
  forbid: problem.forbid.filter(
    ({ request, provider }) =>
      !live.some(({ needId, personId }) => needId === request && personId === provider),
  ),
  pins: [
    ...problem.pins.filter(({ request }) => !live.some(({ needId }) => needId === request)),
    ...live.map(({ needId, personId }) => ({ request: needId, provider: personId })),
  ].toSorted((one, other) => (one.request < other.request ? -1 : 1)),
});

/** Of several offers for one need that came to nothing the last one. */
const latestOfEach = (rows: readonly RoundOfferRow[]): readonly RoundOfferRow[] => [
  ...new Map(rows.map((row) => [row.needId, row])).values(),
];

/** What there is to mend as things stand in this read; undefined while no offer of the round has come to nothing. */
const findBroken = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly stored: StoredRound },
): Promise<Broken | undefined> => {
  const { area, stored } = given;
  if (stored.row.state !== "published") return undefined;
  const { round, name } = stored.row;
  const offers = await listRoundOffers(read, stored.row.id);
  const live = offers.filter(isHeld);
  const waiting = new Set(live.map(({ needId }) => needId));
  const lost = latestOfEach(offers.filter(isLost));
  const [change] = lost;
  if (change === undefined) return undefined;
  const { scope, choices } = round;
  const wanted = { area, term: stored.term, needs: scope.needs };
  const facts = withOwnHolds(await readRoundFacts(ctx, read, wanted), live);
  const needs = facts.needs
    .filter(({ id, row }) => scope.needs.includes(id) && (row.state === "open" || waiting.has(id)))
    .map(({ id }) => id);
  const lines = [...new Set([...scope.lines, ...live.map(({ lineId }) => lineId)])];
  const built = buildProblem(facts, { name, choices, scope: { ...scope, needs, lines } });
  const leaders = new Set(built.providers.map(({ id }) => id));
  const standing = live.filter(({ personId }) => leaders.has(personId));
  const problem = withoutAsked(withLiveOnes(built, standing), offers.filter(isLost));
  const previous = found(await findRun(read, stored.row.id, lastRunOf(stored)));
  const mending: Mending = {
    change: { kind: "declined", request: change.needId, provider: change.personId },
    confirmed: standing.map(({ needId, personId }): Placement => ({
      request: needId,
      provider: personId,
      role: "lead",
    })),
  };
  const frozen = freezeProblem(problem);
  const { number } = previous;
  const before = { number, plan: thawPlan(previous.plan) };
  return { problem, frozen, mending, previous: before, live, lost };
};

/** Some five seconds of a usual processor. Counted, not timed, so that the same repair is found when it is accepted. */
const mostWork = 5_000_000;

/** What would make up for the offers that came to nothing, as things stand; undefined while none has. */
export const proposedRepair = async (
  ctx: Context,
  given: { readonly area: Area; readonly stored: StoredRound },
): Promise<Mended | undefined> => {
  const broken = await findBroken(ctx, ctx.read, given);
  return broken === undefined ? undefined : mend(broken);
};

/** A repair of a round that may have been decided otherwise since: what is out or was said yes to stays. */
export const repairTask = ({ mending, previous }: Broken, round: string) =>
  ({ kind: "repair", round, previous: previous.plan, work: mostWork, ...mending }) as const;

const mend = async (broken: Broken): Promise<Mended> => ({
  ...broken,
  answer: await engine.answer(repairTask(broken, broken.frozen.text)),
});

/** Whether things are still as they were when the repair was made. */
const isStill = (now: Broken | undefined, then: Broken): boolean =>
  now !== undefined &&
  now.previous.number === then.previous.number &&
  freezeMending(now.mending) === freezeMending(then.mending) &&
  now.frozen.hash === then.frozen.hash;

/** Leaders who said no or let an offer run out are not asked again for the same need, and a pin to them falls away. */
const withoutAsked = (problem: RoundProblem, ended: readonly RoundOfferRow[]): RoundProblem => {
  const asked = ended.filter(({ state }) => state !== "withdrawn");
  const wasAsked = (request: string, provider: string) =>
    asked.some(({ needId, personId }) => needId === request && personId === provider);
  return {
    ...problem,
    pins: problem.pins.filter(({ request, provider }) => !wasAsked(request, provider)),
    providers: problem.providers.map((provider) => ({
      ...provider,
      declines: [
        ...new Set([
          ...provider.declines,
          ...asked.flatMap(({ needId, personId }) => (personId === provider.id ? [needId] : [])),
        ]),
      ].toSorted(),
    })),
  };
};

const liveNeeds = ({ live }: Broken): ReadonlySet<string> =>
  new Set(live.map(({ needId }) => needId));

/** What the repair would send: leads at needs that no offer is out for. */
const newPlacements = (mended: Mended) => {
  const out = liveNeeds(mended);
  return mended.answer.plan.assignments.filter(({ request }) => !out.has(request));
};

const offerLine = (row: RoundOfferRow) => ({
  id: row.offerId,
  needId: row.needId,
  school: row.school,
  leader: row.leader,
  state: row.state,
  due: row.dueAt,
  awaited: awaitedOf(row.offer),
  halfDays: row.offer.halfDays,
  isLost: isLost(row),
});

const endWords: Partial<Readonly<Record<RoundOfferRow["state"], string>>> = {
  declined: "declined",
  expired: "did not answer in time",
  withdrawn: "was taken back",
};

const proposalOf = async (ctx: Context, area: Area, mended: Mended) => {
  const { answer, problem, lost } = mended;
  const { plan } = answer;
  const { need, leader } = await nameProblem(ctx.read, area, problem);
  return {
    hash: fingerprintOfPlan(plan),
    lost: lost.map((row) => ({
      needId: row.needId,
      school: row.school,
      leader: row.leader,
      words: `${row.leader} ${endWords[row.state] ?? "is not available"}`,
    })),
    sends: newPlacements(mended).map(({ request, provider, fit, parts }) => ({
      need: need(request),
      leader: leader(provider),
      km: kmBetween(need(request).point, leader(provider).point),
      fit,
      parts: partsOf(problem, { provider, parts }),
      isReplacement: lost.some(({ needId }) => needId === request),
    })),
    without: plan.unserved.map((id) => need(id)),
    stays: mended.live.length,
  };
};

/** The offers that a round sent and where each stands; and, when some came to nothing, the least change that would make up for them. */
export const showRepair = async (ctx: Context, area: Area, id: RoundId) => {
  const stored = await openRound(ctx, ctx.read, { area, id });
  const offers = await listRoundOffers(ctx.read, id);
  const mended = await proposedRepair(ctx, { area, stored });
  return {
    round: { id, name: stored.row.name, state: stored.row.state },
    version: stored.row.version,
    offers: offers.map(offerLine),
    proposal: mended === undefined ? null : await proposalOf(ctx, area, mended),
  };
};

type Accepting = RoundSeen & { readonly hash: string; readonly needs: readonly NeedId[] };

const keepRepair = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly input: Accepting; readonly mended: Mended },
): Promise<RoundChanged> => {
  const { area, input, mended } = given;
  const { frozen: problem, answer, mending, previous } = mended;
  const stored = await openRound(ctx, tx, { area, id: input.id });
  await requireRoundVersion(tx, stored.row, input.version);
  const isSame = isStill(await findBroken(ctx, tx, { area, stored }), mended);
  if (!isSame) return refuse({ kind: "run-out-of-date", run: lastRunOf(stored) });
  const placements = newPlacements(mended).filter(({ request }) =>
    input.needs.some((id) => id === request),
  );
  const run = {
    kind: "repair",
    problem,
    answer,
    previous: previous.number,
    mending: freezeMending(mending),
    wasCancelled: false,
  } as const;
  const kept = await keepRun(ctx, tx, { area, stored, run });
  const now = await openRound(ctx, tx, { area, id: input.id });
  const sending = { area, stored: now, placements, run: kept.run };
  const offers = await sendPlacements(ctx, tx, sending);
  const command = { type: "add-offers", at: toInstant(ctx.now()), offers } as const;
  return applyToRound(ctx, tx, { area, stored: now, command });
};

/**
 * Sends the offers of a repair, or those of them that were chosen, with their holds in one transaction, and keeps the run. Refuses
 * `run-out-of-date` when things have changed since the proposal was read, `no-offers`, `placement-lost` and `changed-since`.
 */
export const acceptRepair = async (
  ctx: Context,
  area: Area,
  input: Accepting,
): Promise<RoundChanged> => {
  const stored = await openRound(ctx, ctx.read, { area, id: input.id });
  await requireRoundVersion(ctx.read, stored.row, input.version);
  // The engine works before the transaction: nobody else waits for it to write.
  const mended = await proposedRepair(ctx, { area, stored });
  return mended !== undefined && fingerprintOfPlan(mended.answer.plan) === input.hash
    ? ctx.write((tx) => keepRepair(ctx, tx, { area, input, mended }))
    : refuse({ kind: "run-out-of-date", run: lastRunOf(stored) });
};
