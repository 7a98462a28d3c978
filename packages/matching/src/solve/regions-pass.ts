import { entry, flagAt, real, whole } from "./cells.ts";
import { isOver } from "./clock.ts";
import type { Component } from "./components.ts";
import { type Draft, isBetter, itemsOf } from "./draft.ts";
import { improve } from "./insertion.ts";
import type { LinearSolver } from "./linear-solver.ts";
import type { Model } from "./model.ts";
import { type Neighbourhood, mergeBack, neighbourhoodOf } from "./neighbourhood.ts";
import type { Hold, Stage } from "./objective.ts";
import { type Prices, bandBookOf, fullPrices, pricesFrom } from "./prices.ts";
import type { Duals } from "./net-values.ts";
import { type Pursuit, goalOf, stopFor } from "./pursuit.ts";
import { regionsOf } from "./regions.ts";
import { diveWide } from "./wide-dive.ts";
import { type WideMaster, addWideSet, createWideMaster, priceWide, turnTo } from "./wide-master.ts";
import { relaxWide } from "./wide-relaxation.ts";

/** Prices by stage as the regions' own linear programmes set them, in units of the stage's goal; not a number where none did. */
export type Patchwork = readonly Prices[];

export const emptyPatchwork = ({ requestCount }: Model): Patchwork =>
  [0, 1, 2, 3, 4].map(() => ({
    lead: new Float64Array(requestCount).fill(NaN),
    specialist: new Float64Array(requestCount).fill(NaN),
  }));

const sew = (patch: Prices, { requests }: Component, own: Prices): void => {
  requests.forEach((request, at) => {
    patch.lead[request] = real(own.lead, at);
    patch.specialist[request] = real(own.specialist, at);
  });
};

const dividedBy = ({ lead, specialist }: Prices, by: number): Prices => ({
  lead: lead.map((price) => price / by),
  specialist: specialist.map((price) => price / by),
});

/** Points of a lead by band while a plan is made: a lead outweighs what its days could bring in later bands. */
export const leadWeights = [500_000, 100_000, 20_000, 3_500];
const unit = 1000;

const planStage = (model: Model): Stage => ({
  holds: ["free", "free", "free", "free"],
  served: [0, 0, 0, 0],
  leftOut: new Uint8Array(model.itemCount),
  points: Float64Array.from(model.fit, (fit, item) =>
    flagAt(model.isLead, item) === 1 ? fit + (leadWeights[whole(model.band, item)] ?? 0) : fit,
  ),
});

/** A stage of the proof as a region sees it: leads of one band counted, or fit. */
const proofStage = (draft: Draft, index: number): Stage => {
  const { model } = draft;
  const served = [0, 1, 2, 3].map((band) => real(draft.value, band));
  const holds = [0, 1, 2, 3].map((band): Hold => (band < index ? "at-least" : "free"));
  const { stage } = goalOf(model, index, { holds, served });
  if (index === 4) return stage;
  const points = Float64Array.from(model.band, (band, item) =>
    band === index && flagAt(model.isLead, item) === 1 ? unit : 0,
  );
  return { ...stage, points };
};

const addPlan = (master: WideMaster, draft: Draft): void => {
  const byProvider = new Map<number, number[]>();
  for (const item of itemsOf(draft)) {
    const provider = whole(draft.model.provider, item);
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), item]);
  }
  for (const [provider, items] of byProvider)
    addWideSet(master, provider, Int32Array.from(items).sort());
};

/**
 * What each lead costs beyond what it weighs, by the plan's own prices. They agree across borders better than those of stages that each
 * region solves for itself.
 */
const sewPlan = (patch: Prices, component: Component, duals: Duals): void => {
  const { model, requests } = component;
  requests.forEach((request, at) => {
    const [first] = entry(model.leadsOfRequest, at);
    const weight = first === undefined ? 0 : (leadWeights[whole(model.band, first)] ?? 0);
    patch.lead[request] = real(duals.lead, at) - weight;
    patch.specialist[request] = real(duals.specialist, at);
  });
};

export type Pass = {
  readonly solver: LinearSolver;
  readonly patchwork: Patchwork;
  readonly angle: number;
  readonly providers: number;
  /** Whether the region's multipliers for the proof are wanted too. */
  readonly prices: boolean;
  /** How near the programme must come to its bound, and the share of placements that a dive holds at a time. */
  readonly effort: { readonly near: number; readonly share: number };
};

const priceStages = (
  pursuit: Pursuit,
  master: WideMaster,
  at: { pass: Pass; part: Draft; component: Component },
): void => {
  addPlan(master, at.part);
  for (const index of [0, 1, 2, 3, 4]) {
    if (isOver(pursuit.clock)) return;
    const stage = proofStage(at.part, index);
    turnTo(master, stage);
    const { duals } = relaxWide(master, { near: 1e-3, rounds: 12, stop: stopFor(pursuit, 0) });
    const own = pricesFrom(bandBookOf(master.model, stage), duals);
    sew(entry(at.pass.patchwork, index), at.component, dividedBy(own, index < 4 ? unit : 1));
  }
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
  const { duals } = relaxWide(master, { near, rounds: 40, stop });
  sewPlan(entry(pass.patchwork, 4), component, duals);
  pursuit.counters.relaxations++;
  const made = improve(diveWide(master, { stop, share }), 1);
  pursuit.counters.dives++;
  const best = isBetter(made, draft) ? made : draft;
  if (pass.prices) priceStages(pursuit, master, { pass, part: best, component });
  pursuit.counters.sets += master.sets.length;
  master.lp.dispose();
  return best;
};

/**
 * Goes through regions of several hundred providers by column generation and diving, everything else standing. The first pass starts from
 * nothing; in later ones regions with other borders win what is unserved.
 */
export const passOver = (pursuit: Pursuit, start: Draft, pass: Pass): Draft => {
  const { model } = pursuit;
  const regions = regionsOf(model, { most: pass.providers, angle: pass.angle });
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
