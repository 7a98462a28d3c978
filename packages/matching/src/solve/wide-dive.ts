import type { Stop } from "./column-generation.ts";
import { entry, flagAt, real, whole } from "./cells.ts";
import { type Draft, draftOf, fillSpecialists } from "./draft.ts";
import { loadKnapsack } from "./knapsack.ts";
import type { LinearAnswer } from "./linear-solver.ts";
import { priceBest, pricingWork } from "./best-sets.ts";
import { type WideMaster, addWideSet, handOver } from "./wide-master.ts";

/** A dive under way: what is held so far, and which columns that rules out. */
type Dive = {
  readonly master: WideMaster;
  readonly heldOf: readonly number[][];
  readonly setsOfItem: readonly number[][];
  readonly setsOfProvider: readonly number[][];
  readonly shut: Set<number>;
  indexed: number;
  /** What the last fractional plan takes of each item. */
  levels: Float64Array;
};

const startDive = (master: WideMaster): Dive => {
  const lists = (count: number): number[][] => Array.from({ length: count }, () => []);
  return {
    master,
    heldOf: lists(master.model.providerCount),
    setsOfItem: lists(master.model.itemCount),
    setsOfProvider: lists(master.model.providerCount),
    shut: new Set(),
    indexed: 0,
    levels: new Float64Array(master.model.itemCount),
  };
};

/** Hands new sets to the programme and notes which items they hold. */
const takeIn = (dive: Dive): void => {
  handOver(dive.master);
  const { sets } = dive.master;
  for (; dive.indexed < sets.length; dive.indexed++) {
    const { provider, items } = entry(sets, dive.indexed);
    entry(dive.setsOfProvider, provider).push(dive.indexed);
    for (const item of items) entry(dive.setsOfItem, item).push(dive.indexed);
  }
};

const shutSets = (dive: Dive, sets: readonly number[]): void => {
  const open = sets.filter((set) => !dive.shut.has(set));
  for (const set of open) dive.shut.add(set);
  dive.master.lp.shut(open, true);
};

const ruleOut = (dive: Dive, item: number): void => {
  dive.master.off[item] = 1;
  shutSets(dive, entry(dive.setsOfItem, item));
};

/** Holds an item where its provider still has room beside what it holds already; else rules it out. */
const holdOrRuleOut = (dive: Dive, item: number): void => {
  const { model, held, off, net, sack } = dive.master;
  const provider = whole(model.provider, item);
  const items = entry(model.itemsOfProvider, provider);
  held[item] = 1;
  const ask = { values: net, floor: Infinity, at: { off, held } };
  if (!loadKnapsack(sack, { model, index: provider, items }, ask)) {
    held[item] = 0;
    return ruleOut(dive, item);
  }
  entry(dive.heldOf, provider).push(item);
  const request = whole(model.request, item);
  const isLead = flagAt(model.isLead, item) === 1;
  const rivals = isLead ? model.leadsOfRequest : model.specialistsOfRequest;
  for (const rival of entry(rivals, request)) if (rival !== item) ruleOut(dive, rival);
};

/** Leaves each provider only sets with all that it holds, and gives it at least the set of just that. */
const keepHeld = (dive: Dive, providers: ReadonlySet<number>): void => {
  for (const provider of providers)
    addWideSet(dive.master, provider, Int32Array.from(entry(dive.heldOf, provider)).sort());
  takeIn(dive);
  for (const provider of providers) {
    const held = entry(dive.heldOf, provider);
    const lacking = entry(dive.setsOfProvider, provider).filter((set) => {
      const { items } = entry(dive.master.sets, set);
      return !held.every((item) => items.includes(item));
    });
    shutSets(dive, lacking);
  }
};

const levelsOf = ({ master }: Dive, answer: LinearAnswer): Float64Array => {
  const levels = new Float64Array(master.model.itemCount);
  answer.levels.forEach((level, set) => {
    if (level < 1e-9) return;
    for (const item of entry(master.sets, set).items) levels[item] = real(levels, item) + level;
  });
  return levels;
};

/** The last step of a dive takes specialists too. */
const lastStep = 4;

/** What this step may hold: leads of its band and of those before. The surest first. */
const openItems = ({ master, levels }: Dive, band: number): readonly number[] => {
  const { model, held, off } = master;
  const open: number[] = [];
  for (let item = 0; item < model.itemCount; item++) {
    if (real(levels, item) < 1e-4 || flagAt(held, item) + flagAt(off, item) > 0) continue;
    const counts = flagAt(model.isLead, item) === 1 && whole(model.band, item) <= band;
    if (counts || band === lastStep) open.push(item);
  }
  return open.sort((a, b) => real(levels, b) - real(levels, a) || a - b);
};

const sureLevel = 0.999;

/** Fewer new sets than these are not worth another solve. */
const fewSets = 5;

/** Solves what is left, and once more where there are new best sets for its prices. */
const solveRest = (dive: Dive, stop: Stop): LinearAnswer => {
  const { master } = dive;
  const solve = (): LinearAnswer => {
    takeIn(dive);
    const answer = master.lp.solve();
    stop.spend(answer.work + master.sets.length);
    return answer;
  };
  const first = solve();
  const { added } = priceBest(master, first.duals);
  stop.spend(pricingWork(master));
  return added < fewSets ? first : solve();
};

export type DiveAsk = {
  readonly stop: Stop;
  /** The share of what is open that each step holds, and the number that it holds at the least. */
  readonly share: number;
  readonly least: number;
};

/** Holds what is sure, and at least this share of what is open. False when nothing was open in this band. */
const stepDown = (dive: Dive, band: number, { share, least: few }: DiveAsk): boolean => {
  const { held, off, model } = dive.master;
  const { levels } = dive;
  const open = openItems(dive, band);
  const least = Math.max(few, Math.ceil(open.length * share));
  const touched = new Set<number>();
  let count = 0;
  for (const item of open) {
    if (count >= least && real(levels, item) < sureLevel) break;
    if (flagAt(off, item) === 1) continue;
    holdOrRuleOut(dive, item);
    count++;
    if (flagAt(held, item) === 1) touched.add(whole(model.provider, item));
  }
  keepHeld(dive, touched);
  return open.length > 0;
};

/** All that is held; then, where the dive was cut short, what the last fractional plan leans to. */
const endDive = (dive: Dive): Draft => {
  const { master, levels } = dive;
  const rest = openItems(dive, lastStep).filter((item) => real(levels, item) > 0.1);
  takeIn(dive);
  master.lp.shut([...dive.shut], false);
  master.held.fill(0);
  master.off.set(master.stage.leftOut);
  const draft = draftOf(master.model, [...dive.heldOf.flat(), ...rest]);
  fillSpecialists(draft);
  return draft;
};

/**
 * Diving on a wide master, band after band: the leads of the greatest need are settled while all others may still move, so that what
 * rounding costs falls on the lesser need. Many placements are held at a time, since far-off providers hardly bear on each other.
 */
export const diveWide = (master: WideMaster, ask: DiveAsk): Draft => {
  const { stop } = ask;
  const dive = startDive(master);
  for (let band = 0; band <= lastStep && !stop.isOver();) {
    dive.levels = levelsOf(dive, solveRest(dive, stop));
    if (!stepDown(dive, band, ask)) band++;
  }
  return endDive(dive);
};
