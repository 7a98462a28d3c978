import { entry, real, whole } from "./cells.ts";
import type { Model } from "./model.ts";
import type { Goal } from "./pursuit.ts";
import { type Prices, bandBookOf, fullPrices, pricesFrom } from "./prices.ts";
import type { Duals } from "./net-values.ts";

/** What serving each request costs the others, in units of a stage's goal; zero or below. */
export type Costs = Float64Array;

type Asked = { readonly band: number; readonly days: number };

const askedOf = (model: Model, request: number): Asked => {
  const [first] = entry(model.leadsOfRequest, request);
  if (first === undefined) return { band: 4, days: 0 };
  return { band: whole(model.band, first), days: whole(model.days, first) };
};

/** A little for each day: at full prices nobody would ask for anything, and no price would learn. */
const costOfDay = 5e-4;

/** A band starts from full prices; the bands before it cost what they cost each other. */
const bandStart = (model: Model, { index, unit }: Goal, costs: Costs): Prices => {
  const lead = costs.map((cost, request) => {
    const { band, days } = askedOf(model, request);
    return band > index ? 0 : unit * ((band === index ? 1 : 0) - costOfDay * days + cost);
  });
  return { lead, specialist: new Float64Array(costs.length) };
};

/** Points of fit that a lead of the last band may stand for: these are tried. */
const pointsOfLead = [300, 600, 900, 1200, 1800];

const fitStarts = (model: Model, goal: Goal, costs: Costs): readonly Prices[] => {
  const full = fullPrices(model, goal.stage);
  return pointsOfLead.map((points) => ({
    lead: costs.map((cost, request) => 0.9 * real(full.lead, request) + points * cost),
    specialist: full.specialist.map((price) => 0.8 * price),
  }));
};

/** Prices from which a stage's bound may be lowered, by what the stage before it found. */
export const startPrices = (model: Model, goal: Goal, costs: Costs): readonly Prices[] =>
  goal.index === 4 ? fitStarts(model, goal, costs) : [bandStart(model, goal, costs)];

export const noCosts = (model: Model): Costs => new Float64Array(model.requestCount);

/** The costs that a stage's multipliers amount to. */
export const costsFrom = (model: Model, { index, unit, stage }: Goal, duals: Duals): Costs => {
  const { lead } = pricesFrom(bandBookOf(model, stage), duals);
  return lead.map((price, request) => {
    const { band } = askedOf(model, request);
    return band > index ? 0 : Math.min(0, price / unit - (band === index ? 1 : 0));
  });
};
