import { flagAt, whole } from "./cells.ts";
import { isOver } from "./clock.ts";
import { type Draft, isBetter, itemsOf } from "./draft.ts";
import { improve } from "./insertion.ts";
import type { LinearSolver } from "./linear-solver.ts";
import type { Model } from "./model.ts";
import { type Neighbourhood, mergeBack, neighbourhoodOf } from "./neighbourhood.ts";
import type { Stage } from "./objective.ts";
import { fullPrices } from "./prices.ts";
import { type Pursuit, stopFor } from "./pursuit.ts";
import { regionsOf } from "./regions.ts";
import { diveWide } from "./wide-dive.ts";
import { type WideMaster, addWideSet, createWideMaster, priceWide } from "./wide-master.ts";
import { relaxWide } from "./wide-relaxation.ts";

/** Points of a lead by band while a plan is made: a lead outweighs what its days could bring in later bands. */
const leadWeights = [500_000, 100_000, 20_000, 3_500];

const planStage = (model: Model): Stage => ({
  holds: ["free", "free", "free", "free"],
  served: [0, 0, 0, 0],
  leftOut: new Uint8Array(model.itemCount),
  points: Float64Array.from(model.fit, (fit, item) =>
    flagAt(model.isLead, item) === 1 ? fit + (leadWeights[whole(model.band, item)] ?? 0) : fit,
  ),
});

const addPlan = (master: WideMaster, draft: Draft): void => {
  const byProvider = new Map<number, number[]>();
  for (const item of itemsOf(draft)) {
    const provider = whole(draft.model.provider, item);
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), item]);
  }
  for (const [provider, items] of byProvider)
    addWideSet(master, provider, Int32Array.from(items).sort());
};

export type Pass = {
  readonly solver: LinearSolver;
  readonly providers: number;
  /** How near the programme must come to its bound, and the share of placements that a dive holds at a time. */
  readonly effort: { readonly near: number; readonly share: number };
};

/** A few sets to start from, as if every request cost this share of the most that it can bring. */
const addSetsAt = (master: WideMaster, share: number): void => {
  const { lead, specialist } = fullPrices(master.model, master.stage);
  priceWide(master, {
    lead: lead.map((price) => price * share),
    specialist: specialist.map((price) => price * share),
    band: new Float64Array(4),
  });
};

const solveRegion = (pursuit: Pursuit, pass: Pass, { component, draft }: Neighbourhood): Draft => {
  const { model } = component;
  const stop = stopFor(pursuit, 0);
  const master = createWideMaster(model, planStage(model), pass.solver);
  addPlan(master, draft);
  for (const part of [0.3, 0.6, 0.9]) addSetsAt(master, part);
  const { near, share } = pass.effort;
  relaxWide(master, { near, rounds: 40, stop });
  pursuit.counters.relaxations++;
  const made = improve(diveWide(master, { stop, share, least: 1 }), 1);
  pursuit.counters.dives++;
  const best = isBetter(made, draft) ? made : draft;
  pursuit.counters.sets += master.sets.length;
  master.lp.dispose();
  return best;
};

/**
 * Goes through regions of several hundred providers by column generation and diving, everything else standing.
 */
export const passOver = (pursuit: Pursuit, start: Draft, pass: Pass): Draft => {
  const { model } = pursuit;
  const regions = regionsOf(model, pass.providers);
  let draft = start;
  for (const region of regions) {
    if (isOver(pursuit.clock)) break;
    const part = neighbourhoodOf(draft, region);
    if (part === undefined) continue;
    draft = mergeBack(model, part, solveRegion(pursuit, pass, part));
    pursuit.tell({ stage: 4, best: isBetter(draft, pursuit.best) ? draft : pursuit.best });
  }
  return draft;
};
