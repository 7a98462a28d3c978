import { entry, flagAt, real, whole } from "./cells.ts";
import { exactBest } from "./knapsack-exact.ts";
import { type Restriction, chosenSet, huntSets, loadKnapsack, relaxedBest } from "./knapsack.ts";
import { type Master, addSet } from "./master.ts";
import { type Duals, netValues } from "./net-values.ts";
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

export type Pricing = {
  /** An upper bound on the stage's points over every plan of this node; minus infinity when it has none. */
  readonly bound: number;
  readonly added: number;
};

export const stepLimit = 4000;

/** The best value of one provider against `net`, never below the truth; columns that beat `over` are added. */
const priceProvider = (master: Master, provider: number, over: number): number => {
  const { model, sack } = master;
  const items = entry(model.itemsOfProvider, provider);
  const at: Restriction = master.at;
  const loaded = loadKnapsack(
    sack,
    { model, index: provider, items },
    { values: master.net, floor: 0, at },
  );
  if (!loaded) return -Infinity;
  const relaxed = relaxedBest(sack);
  if (relaxed <= over + master.lp.tolerance) return relaxed;
  const found: Int32Array[] = [];
  let best = -Infinity;
  const whole_ = huntSets(sack, {
    model,
    threshold: sack.held.length > 0 ? -Infinity : 0,
    stepsLeft: stepLimit,
    found: (at_, value) => {
      best = value;
      if (value > over + master.lp.tolerance) found.push(chosenSet(at_));
      return value + 1e-7;
    },
  });
  for (const set of found.slice(-3)) addSet(master, provider, set);
  if (whole_) return best;
  // The search ran out of steps: without the best set itself the programme would stop short of its bound.
  const exact = exactBest(sack, model);
  if (exact > Math.max(best, over) + master.lp.tolerance) addSet(master, provider, chosenSet(sack));
  return exact;
};

const isHeld = (master: Master, provider: number): boolean =>
  entry(master.model.itemsOfProvider, provider).some((item) => flagAt(master.at.held, item) === 1);

/** Prices every provider at the current duals, adds columns that improve, and returns the Lagrangian bound. */
export const price = (master: Master): Pricing => {
  const { lp, model, stage } = master;
  const duals = dualsOf(master);
  netValues(model, stage.points, { duals, net: master.net });
  const before = master.sets.length;
  let bound = 0;
  for (const dual of duals.lead) bound += dual;
  stage.served.forEach((served, band) => (bound += served * real(duals.band, band)));
  for (let provider = 0; provider < model.providerCount; provider++) {
    const row = whole(master.rows.provider, provider);
    if (row < 0) continue;
    const conv = Math.max(real(lp.duals, row), 0);
    bound += priceProvider(master, provider, isHeld(master, provider) ? real(lp.duals, row) : conv);
  }
  master.rounds++;
  return { bound, added: master.sets.length - before };
};

/** Units of work of pricing since it was last asked. */
export const pricingWork = ({ sack, model }: Master): number => {
  const { steps } = sack;
  sack.steps = 0;
  return model.itemCount / 50 + steps / 500;
};
