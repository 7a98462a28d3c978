import type { Area } from "@alongside/db/views/area";
import { recordNewRound, recordRoundOffers } from "@alongside/db/stores/round";
import { findRound, type StoredRound } from "@alongside/db/views/round";
import { instantOf as toInstant, workingDaysAfter } from "@alongside/domain/calendar";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import { draftRound, type RoundCommand, type RoundId } from "@alongside/domain/round";
import { isEligible, standingOf } from "@alongside/matching";
import { found, instantOf, record, todayOf, type Context } from "../context/index.ts";
import { engine } from "../engine/index.ts";
import { readRoundFacts, type RoundFacts } from "./facts.ts";
import { freezeProblem, readFrozen } from "./frozen.ts";
import { termOfArea } from "./make.ts";
import { applyToRound } from "./place.ts";
import { buildProblem, type Posed } from "./problem.ts";
import { budgetMs, keepRun } from "./solve.ts";

type PastOffer = {
  readonly offerId: OfferId;
  readonly needId: NeedId;
  readonly leader: PersonId;
};

export type PastRound = {
  readonly id: RoundId;
  readonly name: string;
  readonly termId: string;
  readonly zones: readonly ZoneId[];
  /** What came of it: offers that are on record already. */
  readonly offers: readonly PastOffer[];
  /** Where it differs from what the engine found, and where the panel met. */
  readonly words: { readonly pinned: string; readonly panel: string };
};

const nothingKnown = {
  interestsOf: new Map(),
  governorsOf: new Map(),
  rowsOf: new Map(),
  supportBy: new Map(),
} as const;

/** The facts as they were when the term lay ahead: all days were free, and nobody had answered yet. */
const asThen = (facts: RoundFacts): RoundFacts => ({
  ...facts,
  support: [],
  conflicts: nothingKnown,
  records: undefined,
  needs: facts.needs.map((need) => ({ ...need, declinedBy: [], setAside: [] })),
  leaders: facts.leaders.map((leader) => {
    const { supply } = leader.line;
    const { halfDays, earlyHalfDays, lateHalfDays } = supply;
    return {
      ...leader,
      free: halfDays,
      early: earlyHalfDays,
      late: lateHalfDays,
      work: 0,
      isKeptHome: false,
      line: {
        ...leader.line,
        state: "firm" as const,
        goodUntil: facts.term.endsOn,
        supply: { ...supply, release: null },
      },
    };
  }),
});

/** Offers whose pair passes every rule: the others were sent with a rule set aside, and belong to no round. */
const fitting = (facts: RoundFacts, posed: Posed, offers: readonly PastOffer[]) => {
  const problem = readFrozen(buildProblem(facts, posed));
  const standing = standingOf(problem);
  return offers.filter(({ needId, leader }) => {
    const request = problem.requests.find(({ id }) => id === needId);
    const provider = problem.providers.find(({ id }) => id === leader);
    return (
      request !== undefined &&
      provider !== undefined &&
      isEligible({ request, provider, role: "lead", standing })
    );
  });
};

/** Does one step after the other, each an hour later than the one before. */
const stepper = (at: (hours: number) => Context, area: Area, id: RoundId) => {
  const state = { hours: 0 };
  const stored = (ctx: Context): Promise<StoredRound> =>
    findRound(ctx.read, area.id, id).then(found);
  const next = () => at((state.hours += 1));
  return {
    command: async (
      toCommand: (ctx: Context) => RoundCommand,
      facts?: Readonly<Record<string, unknown>>,
    ) => {
      const ctx = next();
      const round = await stored(ctx);
      const given = { area, stored: round, command: toCommand(ctx), ...(facts ? { facts } : {}) };
      await ctx.write((tx) => applyToRound(ctx, tx, given));
    },
    solve: async (facts: RoundFacts, previous: number | null) => {
      const ctx = next();
      const round = await stored(ctx);
      const { scope, choices } = round.row.round;
      const problem = freezeProblem(buildProblem(facts, { name: round.row.name, scope, choices }));
      const answer = await engine.answer({ kind: "solve", round: problem.text, budgetMs });
      const run = { kind: "solve", problem, answer, previous, wasCancelled: false } as const;
      await ctx.write((tx) => keepRun(ctx, tx, { area, stored: round, run }));
      return answer.plan;
    },
  };
};

/**
 * Writes a round of a term that is over, as it may have gone: solved from what was known then, changed by hand to what came of it, agreed,
 * published and closed. For histories that are brought in; `at` gives the request so many hours after the beginning.
 */
export const keepPastRound = async (
  at: (hours: number) => Context,
  area: Area,
  past: PastRound,
): Promise<void> => {
  const ctx = at(0);
  const { id, name, termId, zones, words } = past;
  const term = await termOfArea(ctx.read, area, termId);
  const wanted = { area, term, needs: past.offers.map(({ needId }) => needId) };
  const facts = asThen(await readRoundFacts(ctx, ctx.read, wanted));
  const lines = facts.leaders.map(({ line }) => line.id);
  const { academicYear, season } = term;
  const scope = { zones, term: { academicYear, season }, needs: wanted.needs, lines };
  const choices = draftRound(id, scope).choices;
  const offers = fitting(facts, { name, scope, choices }, past.offers);
  const needs = offers.map(({ needId }) => needId);
  if (needs.length === 0) return;
  const round = draftRound(id, { ...scope, needs });
  const createdBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
  await ctx.write(async (tx) => {
    const createdAt = instantOf(ctx);
    await recordNewRound(tx, { areaId: area.id, name, termId, round, createdBy, createdAt });
    const about = { areaId: area.id, entity: "round", entityId: id, entityVersion: 1 };
    await record(ctx, tx, { ...about, kind: "round-begun", payload: { name, termId } });
  });
  const steps = stepper(at, area, id);
  const plan = await steps.solve(facts, null);
  for (const { needId: need, leader } of offers) {
    if (plan.assignments.some((each) => each.request === need && each.provider === leader))
      continue;
    const change = { kind: "pin", need, leader, reason: words.pinned } as const;
    await steps.command((now) => ({ type: "adjust", at: toInstant(now.now()), change }));
  }
  await steps.solve(facts, null);
  await steps.command((now) => ({
    type: "propose",
    at: toInstant(now.now()),
    run: 2,
    answerBy: workingDaysAfter(todayOf(now), 5),
  }));
  await steps.command((now) => ({ type: "agree", at: toInstant(now.now()), run: 2 }), {
    words: words.panel,
  });
  const sent = offers.map(({ offerId }) => offerId);
  await steps.command((now) => ({ type: "publish", at: toInstant(now.now()), offers: sent }));
  await ctx.write((tx) =>
    recordRoundOffers(
      tx,
      offers.map(({ offerId, needId }) => ({ roundId: id, offerId, needId, run: 2 })),
    ),
  );
  await steps.command((now) => ({ type: "close", at: toInstant(now.now()) }));
};
