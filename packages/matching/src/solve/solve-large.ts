import { real } from "./cells.ts";
import { type Clock, isLimited, isOver, planAhead, shareLeft } from "./clock.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { improve } from "./insertion.ts";
import { type Ladder, climb } from "./ladder.ts";
import { searchNeighbourhoods } from "./large-neighbourhood.ts";
import type { LinearSolver } from "./linear-solver.ts";
import type { Hold } from "./objective.ts";
import { type Goal, type Pursuit, type StageOutcome, goalOf, offer, stopFor } from "./pursuit.ts";
import { passOver } from "./regions-pass.ts";
import { boundStage } from "./stage-bounds.ts";
import { startOfSearch, wantedBy } from "./wanted.ts";
import { diveWide } from "./wide-dive.ts";

const shareForPrices = 0.3;
const shareForDive = 0.6;
/** For neighbourhoods, of what is left: the bounds of a region are quick, those of a country are not. */
const shareOfRegion = 0.7;
const shareOfCountry = 0.3;

/** Chains of moves after a dive take longer than they are worth above this many providers. */
const chainsUpTo = 2000;

const rounds = 20;
/** A bound that still falls is worth the time that a country has left. */
const roundsOfBound = 60;
const steps = 120;

/** Neighbourhoods to remake where nobody set a limit: enough to pass over every provider a few times. */
const roundsFor = (providers: number): number => Math.ceil(providers / 4);

/** Counts alone, without the tie-break by fit that small linear programmes need. */
const plainGoal = (pursuit: Pursuit, index: number): Goal => {
  const { model } = pursuit;
  const served = [0, 1, 2, 3].map((band) => real(pursuit.best.value, band));
  const holds = [0, 1, 2, 3].map((band): Hold => (band < index ? "at-least" : "free"));
  return goalOf(model, index, { holds, served });
};

const within = (pursuit: Pursuit, share: number): Pursuit => {
  planAhead(pursuit.clock);
  return { ...pursuit, clock: shareLeft(pursuit.clock, share) };
};

const diveFrom = (pursuit: Pursuit, { master }: Ladder): Draft => {
  const providers = pursuit.model.providerCount;
  const part = within(pursuit, shareForDive);
  const share = 0.1;
  const least = Math.ceil(providers / 200);
  const draft = diveWide(master, { stop: stopFor(part, -Infinity), share, least });
  const made = improve(draft, providers > chainsUpTo ? 0 : 1);
  offer(pursuit, made);
  pursuit.tell({ stage: 4, best: pursuit.best });
  pursuit.counters.dives++;
  pursuit.counters.sets += master.sets.length;
  return made;
};

/** Up to this many providers a simplex method is quick enough to make a plan of its own, often a better one. */
const simplexUpTo = 900;

const diveBySimplex = (pursuit: Pursuit, solver: LinearSolver): void => {
  const part = within(pursuit, shareForDive);
  const effort = { near: 5e-5, share: 0.02 };
  const start = emptyDraft(pursuit.model);
  offer(pursuit, passOver(part, start, { solver, providers: simplexUpTo, effort }));
};

const searchParts = (pursuit: Pursuit, ladder: Ladder, dived: Draft): void => {
  const isRegion = pursuit.model.providerCount <= simplexUpTo;
  const part = within(pursuit, isRegion ? shareOfRegion : shareOfCountry);
  if (!isRegion) part.best = startOfSearch(part.best, dived);
  searchNeighbourhoods(part, {
    rounds: isLimited(part.clock) ? Infinity : roundsFor(pursuit.model.providerCount),
    providers: 16,
    isEnough: () => isOver(part.clock),
    wanted: wantedBy(pursuit.model, ladder.rungs),
  });
  offer(pursuit, part.best);
};

const boundShares = [0.1, 0.2, 0.35, 0.5, 1];

/**
 * A part too large for an exact proof, a region or the country: prices for everything at once, band after band; the plan by a dive from them, then
 * neighbourhood after neighbourhood; the bounds by going on from the same prices with the plan's numbers held.
 */
export const pursueLarge = (pursuit: Pursuit): readonly StageOutcome[] => {
  const { model } = pursuit;
  const stop = stopFor(within(pursuit, shareForPrices), -Infinity);
  const ladder = climb(model, { stop, rounds, steps });
  const dived = diveFrom(pursuit, ladder);
  const { linearSolver } = pursuit;
  if (linearSolver !== undefined && model.providerCount <= simplexUpTo)
    diveBySimplex(pursuit, linearSolver);
  searchParts(pursuit, ladder, dived);
  planAhead(pursuit.clock);
  return boundShares.map((share, index) => {
    const clock: Clock = shareLeft(pursuit.clock, share);
    return boundStage(pursuit, plainGoal(pursuit, index), {
      clock,
      ladder,
      rounds: roundsOfBound,
      steps,
    });
  });
};
