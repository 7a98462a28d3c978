import { real } from "./cells.ts";
import { planAhead, shareLeft } from "./clock.ts";
import type { Hold } from "./objective.ts";
import { type Goal, type LeadPoints, type Pursuit, type StageOutcome, goalOf } from "./pursuit.ts";
import { seekPlan, steps } from "./seek-plan.ts";
import { boundStage } from "./stage-bounds.ts";

/**
 * What the last lead of a band costs in those of the next, where days are so short that leads of band 2 stay open: 3.6 of band 2 for one of band 1,
 * 4.1 of band 3 for one of band 2. At less the programme itself gives up leads of the greatest need, in the tightest parts first.
 */
const leadPoints: LeadPoints = [150_000, 45_000, 11_000, 1_000];

/** For neighbourhoods a quarter of what is left: the rest are bounds. */
const ask = { leadPoints, prices: 0.3, dive: 0.6, search: 0.25 };

/** A bound that still falls is worth the time that a country has left. */
const rounds = 60;

/** Counts alone, without the tie-break by fit that small linear programmes need. */
const plainGoal = (pursuit: Pursuit, index: number): Goal => {
  const { model } = pursuit;
  const served = [0, 1, 2, 3].map((band) => real(pursuit.best.value, band));
  const holds = [0, 1, 2, 3].map((band): Hold => (band < index ? "at-least" : "free"));
  return goalOf(model, index, { holds, served });
};

const boundShares = [0.1, 0.2, 0.35, 0.5, 1];

/** A part too large for an exact proof, a region or the country: its bounds go on from the prices of its plan, with the plan's numbers held. */
export const pursueLarge = (pursuit: Pursuit): readonly StageOutcome[] => {
  const ladder = seekPlan(pursuit, ask);
  planAhead(pursuit.clock);
  return boundShares.map((share, index) => {
    const clock = shareLeft(pursuit.clock, share);
    return boundStage(pursuit, plainGoal(pursuit, index), { clock, ladder, rounds, steps });
  });
};
