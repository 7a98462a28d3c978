import { entry, flagAt, real, whole } from "./cells.ts";
import { exactBest } from "./knapsack-exact.ts";
import type { CutPrices } from "./knapsack-cuts.ts";
import { type Knapsack, chosenSet, huntSets, loadKnapsack, relaxedBest } from "./knapsack.ts";
import { type Master, addSet } from "./master.ts";
import { type Duals, netValues } from "./net-values.ts";
import type { Stage } from "./objective.ts";
import type { Lp } from "./simplex.ts";

const positive = (lp: Lp, row: number): number => (row < 0 ? 0 : Math.max(0, real(lp.duals, row)));

/** A band's dual, with the sign that makes the bound valid for the way the band is held. */
const bandDual = (master: Master, band: number): number => {
  const hold = entry(master.stage.holds, band);
  if (hold === "free") return 0;
  const dual = real(master.lp.duals, whole(master.rows.band, band));
  return hold === "exactly" ? dual : Math.min(0, dual);
};

export const dualsOf = (master: Master): Duals => ({
  lead: Float64Array.from(master.rows.lead, (row, request) =>
    flagAt(master.at.served, request) === 1 ? real(master.lp.duals, row) : positive(master.lp, row),
  ),
  specialist: Float64Array.from(master.rows.specialist, (row) => positive(master.lp, row)),
  band: Float64Array.from([0, 1, 2, 3], (band) => bandDual(master, band)),
});

/** What the master's cuts cost at its duals; nothing where it has none. */
export const cutPricesOf = ({ cuts, lp }: Master): CutPrices | undefined =>
  cuts.rows.length === 0
    ? undefined
    : {
        ofElement: cuts.ofElement,
        costs: Float64Array.from(cuts.rows, (row) => positive(lp, row)),
      };

/** What the right-hand sides of a stage's rows but those of providers come to at these multipliers. */
export const rowsWorth = (stage: Stage, duals: Duals, cuts: CutPrices | undefined): number => {
  let sum = 0;
  for (const dual of duals.lead) sum += dual;
  stage.served.forEach((served, band) => (sum += served * real(duals.band, band)));
  for (const cost of cuts?.costs ?? []) sum += cost;
  return sum;
};

export type Pricing = {
  /** An upper bound on the stage's points over every plan of this node; minus infinity when it has none. */
  readonly bound: number;
  readonly added: number;
};

/** Steps that the search for one provider's best set may take before a table finds it. */
const stepLimit = 4_000;
/** The same where no table can, because of cuts. */
const stepLimitWithCuts = 4_000_000;

export const stepLimitOf = ({ cuts }: Knapsack): number =>
  cuts.size > 0 ? stepLimitWithCuts : stepLimit;

type Asked = {
  readonly provider: number;
  /** Only sets worth more than this help. */
  readonly over: number;
  readonly cuts: CutPrices | undefined;
  readonly steps: number;
};

/** The best value among the loaded sets, never below the truth but for sets that do not help; sets that help are added. */
const huntHelpful = (master: Master, { provider, over, steps }: Asked): number => {
  const { model, sack } = master;
  const found: Int32Array[] = [];
  const withCuts = sack.cuts.size > 0;
  const none = sack.held.length > 0 ? -Infinity : 0;
  let best = withCuts ? over : -Infinity;
  const complete = huntSets(sack, {
    model,
    threshold: withCuts ? over : none,
    stepsLeft: steps,
    found: (at, value) => {
      best = value;
      if (value > over + master.lp.tolerance) found.push(chosenSet(at));
      return value + 1e-7;
    },
  });
  for (const set of found.slice(-3)) addSet(master, provider, set);
  if (complete) return best;
  if (withCuts) return relaxedBest(sack);
  // The search ran out of steps: without the best set itself the programme would stop short of its bound.
  const exact = exactBest(sack, model);
  if (exact > Math.max(best, over) + master.lp.tolerance) addSet(master, provider, chosenSet(sack));
  return exact;
};

/** The best value of one provider against `net`, never below the truth but for sets that do not help; sets that help are added. */
export const priceProvider = (master: Master, asked: Asked): number => {
  const { model, sack, net: values, at } = master;
  const { provider, cuts } = asked;
  const items = entry(model.itemsOfProvider, provider);
  const ask = { values, floor: 0, at, cuts };
  if (!loadKnapsack(sack, { model, index: provider, items }, ask)) return -Infinity;
  const relaxed = relaxedBest(sack);
  return relaxed <= asked.over + master.lp.tolerance ? relaxed : huntHelpful(master, asked);
};

const isHeld = (master: Master, provider: number): boolean =>
  entry(master.model.itemsOfProvider, provider).some((item) => flagAt(master.at.held, item) === 1);

const priceEach = (
  master: Master,
  at: { readonly cuts: CutPrices | undefined; readonly steps: number },
): number => {
  const { lp, model } = master;
  let sum = 0;
  for (let provider = 0; provider < model.providerCount; provider++) {
    const row = whole(master.rows.provider, provider);
    if (row < 0) continue;
    const dual = real(lp.duals, row);
    const over = isHeld(master, provider) ? dual : Math.max(dual, 0);
    sum += priceProvider(master, { ...at, provider, over });
  }
  return sum;
};

/**
 * Prices every provider at the current duals, adds columns that improve, and returns the Lagrangian bound. With cuts it looks further only
 * where a short look finds no column.
 */
export const price = (master: Master): Pricing => {
  const { model, stage } = master;
  const duals = dualsOf(master);
  netValues(model, stage.points, { duals, net: master.net });
  const cuts = cutPricesOf(master);
  const before = master.sets.length;
  let sum = priceEach(master, { cuts, steps: stepLimit });
  if (cuts !== undefined && master.sets.length === before)
    sum = priceEach(master, { cuts, steps: stepLimitWithCuts });
  master.rounds++;
  return { bound: rowsWorth(stage, duals, cuts) + sum, added: master.sets.length - before };
};

/** Units of work of pricing since it was last asked. */
export const pricingWork = ({ sack, model }: Master): number => {
  const { steps } = sack;
  sack.steps = 0;
  return model.itemCount / 50 + steps / 500;
};
