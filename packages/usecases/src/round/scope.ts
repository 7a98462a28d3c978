import type { Area } from "@alongside/db/views/area";
import type { RoundId } from "@alongside/domain/round";
import { isForTerm, windowOf } from "@alongside/domain/round";
import { toReference } from "@alongside/domain/need";
import type { Context } from "../context/index.ts";
import { ableLeaders } from "./able.ts";
import {
  isCurrent,
  readRoundFacts,
  type RoundFacts,
  type RoundLeader,
  type RoundNeed,
} from "./facts.ts";
import { readFrozen } from "./frozen.ts";
import { needsWithin } from "./make.ts";
import { openRound } from "./place.ts";
import { bands } from "./plan.ts";
import { buildProblem, leadersIn } from "./problem.ts";

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

type Reach = ReadonlyMap<string, number>;

/** How many of the leaders could take each need on by every rule, were it the only one. */
const reachable = async (
  facts: RoundFacts,
  posed: Parameters<typeof buildProblem>[1],
): Promise<Reach> => {
  const able = await ableLeaders(readFrozen(buildProblem(facts, posed)));
  return new Map([...able].map(([need, leaders]) => [need, leaders.length]));
};

const byExpertise = (
  facts: RoundFacts,
  needs: readonly RoundNeed[],
  leaders: readonly RoundLeader[],
) => {
  const codes = [...new Set(needs.map(({ ask }) => ask.primaryArea))];
  return codes
    .map((code) => {
      const asking = needs.filter(({ ask }) => ask.primaryArea === code);
      const able = leaders.filter(({ line }) =>
        line.supply.areas.some(({ area }) => area === code),
      );
      return {
        code,
        label: facts.labelOf("expertise", code),
        needs: asking.length,
        asked: sum(asking.map(({ ask }) => ask.halfDays)),
        leaders: able.length,
        /** Days of one leader count in every area that the leader covers. */
        free: sum(able.map(({ free }) => free)),
      };
    })
    .toSorted((one, other) => one.leaders - other.leaders || other.asked - one.asked);
};

const byBand = (needs: readonly RoundNeed[], reach: Reach) =>
  bands.map((band) => {
    const of = needs.filter((need) => need.band === band);
    return {
      band,
      needs: of.length,
      asked: sum(of.map(({ ask }) => ask.halfDays)),
      reachable: of.filter(({ id }) => (reach.get(id) ?? 0) > 0).length,
    };
  });

const toChoice = (
  facts: RoundFacts,
  need: RoundNeed,
  given: { chosen: boolean; reach: Reach },
) => ({
  id: need.id,
  reference: need.row.number === null ? "" : toReference(need.row.number),
  school: need.school.name,
  zones: need.zones.map(({ name }) => name),
  phase: need.school.phase,
  state: need.row.state,
  band: need.band,
  halfDays: need.ask.halfDays,
  window: windowOf(need.ask, facts.term),
  isForTerm: isForTerm(need.ask, facts.term),
  earliest: need.ask.earliest,
  expertise: facts.labelOf("expertise", need.ask.primaryArea),
  isChosen: given.chosen,
  /** How many of the chosen leaders pass every rule for it; null while it is not chosen. */
  reach: given.reach.get(need.id) ?? null,
});

const toLine = (facts: RoundFacts, leader: RoundLeader, isChosen: boolean) => ({
  id: leader.line.id,
  leader: leader.name,
  home: leader.home.name,
  zones: leader.zones.map(({ name }) => name),
  free: leader.free,
  early: leader.early,
  late: leader.late,
  places: Math.max(0, leader.line.supply.mostSchools - leader.work),
  expertise: leader.line.supply.areas.map(({ area }) => facts.labelOf("expertise", area)),
  isCurrent: isCurrent(leader.line, facts.today),
  isDesignated: leader.isDesignated,
  goodUntil: leader.line.goodUntil,
  isChosen,
});

/** What a round may be about and what it is about, and what is asked for beside what is there, before anything is solved. */
export const showScope = async (ctx: Context, area: Area, id: RoundId) => {
  const { row, term } = await openRound(ctx, ctx.read, { area, id });
  const { scope, choices } = row.round;
  const facts = await readRoundFacts(ctx, ctx.read, { area, term, needs: scope.needs });
  const within = needsWithin(facts, scope.zones);
  const isChosen = new Set(scope.needs);
  const isChosenLine = new Set(scope.lines);
  const chosen = within.filter(({ id: need }) => isChosen.has(need));
  const leaders = leadersIn(facts, scope.lines);
  const reach = await reachable(facts, { name: row.name, scope, choices });
  return {
    round: { id: row.id, name: row.name, state: row.state, version: row.version },
    term,
    needs: within.map((need) => toChoice(facts, need, { chosen: isChosen.has(need.id), reach })),
    lines: facts.leaders.map((leader) => toLine(facts, leader, isChosenLine.has(leader.line.id))),
    demand: {
      needs: chosen.length,
      halfDays: sum(chosen.map(({ ask }) => ask.halfDays)),
      reachable: chosen.filter((need) => (reach.get(need.id) ?? 0) > 0).length,
    },
    supply: {
      leaders: leaders.length,
      halfDays: sum(leaders.map(({ free }) => free)),
      places: sum(leaders.map(({ line, work }) => Math.max(0, line.supply.mostSchools - work))),
    },
    byExpertise: byExpertise(facts, chosen, leaders),
    byBand: byBand(chosen, reach),
  };
};
