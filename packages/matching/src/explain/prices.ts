import { exactBest } from "../solve/knapsack-exact.ts";
import type { GroupProof, Plan } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { entry, flagAt, real, whole } from "../solve/cells.ts";
import { type Knapsack, type Restriction, createKnapsack, loadItems } from "../solve/knapsack.ts";
import type { Model } from "../solve/model.ts";
import { type Duals, netValues } from "../solve/net-values.ts";

/**
 * Shadow prices: what one more placement of each kind would be worth to the plan, read off the proof's multipliers.
 * In points of fit, a lead in band b counting as `worthOfLead[b - 1]` points so that need outweighs fit.
 */
export type Prices = {
  readonly model: Model;
  /** Net worth of each item at the multipliers. */
  readonly net: Float64Array;
  /** The most that each provider's own room is worth. */
  readonly bestOf: Float64Array;
  readonly bound: number;
  /** Room to work in, so that each question costs no memory of its own. */
  readonly sack: Knapsack;
  readonly at: Restriction;
};

const fitStage = (group: GroupProof) => group.stages.find(({ goal }) => goal === "fit");

/** The multipliers of the fit stage of all groups, laid over the whole model. */
const dualsOfPlan = (
  problem: Problem,
  plan: Plan,
): { duals: Duals; band: Float64Array[]; base: number } => {
  const place = new Map(problem.requests.map(({ id }, at) => [id, at]));
  const lead = new Float64Array(problem.requests.length);
  const specialist = new Float64Array(problem.requests.length);
  const band = problem.requests.map(() => new Float64Array(4));
  let base = 0;
  for (const group of plan.certificate) {
    const stage = fitStage(group);
    if (stage === undefined) continue;
    stage.band.forEach((dual, at) => (base += dual * (stage.served[at] ?? 0)));
    group.requests.forEach((id, at) => {
      const index = place.get(id);
      if (index === undefined) return;
      lead[index] = stage.lead[at] ?? 0;
      specialist[index] = stage.specialist[at] ?? 0;
      band[index] = Float64Array.from(stage.band);
      base += stage.lead[at] ?? 0;
    });
  }
  return { duals: { lead, specialist, band: new Float64Array(4) }, band, base };
};

type Scale = Pick<Prices, "model" | "net" | "sack">;

const bestLoadOf = ({ model, net, sack }: Scale, provider: number): number => {
  const items = entry(model.itemsOfProvider, provider);
  loadItems(sack, { model, index: provider, items }, { values: net, floor: 0 });
  return exactBest(sack, model);
};

export const pricesOf = (problem: Problem, plan: Plan, model: Model): Prices => {
  const { duals, band, base } = dualsOfPlan(problem, plan);
  const net = new Float64Array(model.itemCount);
  netValues(model, Float64Array.from(model.fit), { duals, net });
  for (let item = 0; item < model.itemCount; item++) {
    const own = entry(band, whole(model.request, item));
    if (flagAt(model.isLead, item) === 1)
      net[item] = real(net, item) - real(own, whole(model.band, item));
  }
  const sack = createKnapsack();
  const bestOf = Float64Array.from({ length: model.providerCount }, (_, provider) =>
    bestLoadOf({ model, net, sack }, provider),
  );
  const bound = bestOf.reduce((sum, best) => sum + best, base);
  const none = () => new Uint8Array(model.itemCount);
  return { model, net, bestOf, bound, sack, at: { off: none(), held: none() } };
};

/** An upper bound on any plan of the same counts that holds the item. */
export const boundWith = (prices: Prices, item: number): number => {
  const { model, net, sack, at } = prices;
  const provider = whole(model.provider, item);
  const items = entry(model.itemsOfProvider, provider);
  at.held[item] = 1;
  const fits = loadItems(sack, { model, index: provider, items }, { values: net, floor: 0, at });
  at.held[item] = 0;
  if (!fits) return -Infinity;
  return prices.bound - real(prices.bestOf, provider) + exactBest(sack, model);
};
