import { entry, real, whole } from "./cells.ts";
import type { Model } from "./model.ts";
import type { Stage } from "./objective.ts";
import { type Prices, fullPrices } from "./prices.ts";
import { type Patchwork, leadWeights } from "./regions-pass.ts";

/** Where no region set a price, what everyone else's full price would be is safe. */
const patched = (patch: Prices, full: Prices, unit: number): Prices => {
  const join = (own: Float64Array, other: Float64Array) =>
    own.map((price, at) => (Number.isNaN(price) ? real(other, at) : price * unit));
  return {
    lead: join(patch.lead, full.lead),
    specialist: join(patch.specialist, full.specialist),
  };
};

/** A lead's days cost a stage less than they cost the plan, by as much as later bands no longer ask for them: these shares are tried. */
const shares = [2, 1, 0.5, 0.25, 0.12, 0.06];

type At = { readonly index: number; readonly unit: number };

/** The prices of a stage where serving each request costs this share of what it costs the plan. */
const fromCosts = (model: Model, costs: Prices, at: At & { readonly share: number }): Prices => {
  const { index, unit, share } = at;
  const scale = (share * unit) / (leadWeights[index] ?? 1);
  return {
    lead: costs.lead.map((cost, request) => {
      const [first] = entry(model.leadsOfRequest, request);
      const band = first === undefined ? 4 : whole(model.band, first);
      if (index < 4 && band > index) return 0;
      return (index < 4 && band === index ? unit : 0) + scale * cost;
    }),
    specialist: costs.specialist.map((price) => (index < 4 ? 0 : price)),
  };
};

/** Prices from which a stage's bound may be lowered. `ownPrices` where the stage was solved as one programme. */
export const startPrices = (
  model: Model,
  stage: Stage,
  at: At & { readonly patchwork: Patchwork; readonly ownPrices: boolean },
): readonly Prices[] => {
  const full = fullPrices(model, stage);
  if (at.ownPrices) return [patched(entry(at.patchwork, at.index), full, at.unit), full];
  const costs = entry(at.patchwork, 4);
  const tries = shares.map((share) => fromCosts(model, costs, { ...at, share }));
  return [full, ...tries.map((prices) => patched(prices, full, 1))];
};
