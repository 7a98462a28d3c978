import { entry, flagAt, real, whole } from "./cells.ts";
import type { Model } from "./model.ts";
import type { Duals } from "./net-values.ts";
import type { Stage } from "./objective.ts";

/**
 * Multipliers with those of the bands worked in: `lead` is what a lead for the request costs in all, below zero where its band must be
 * filled. Without the bands as variables of their own the subgradient method is far better behaved.
 */
export type Prices = { readonly lead: Float64Array; readonly specialist: Float64Array };

/** Requests of each band that have any choice, and how many of them each band must serve. */
export type BandBook = {
  readonly members: readonly Int32Array[];
  readonly quota: readonly number[];
};

export const bandBookOf = (model: Model, stage: Stage): BandBook => {
  const members: number[][] = [[], [], [], []];
  model.leadsOfRequest.forEach((items, request) => {
    if (items.length > 0) entry(members, whole(model.band, whole(items, 0))).push(request);
  });
  return {
    members: members.map((list) => Int32Array.from(list)),
    quota: stage.holds.map((hold, band) => (hold === "free" ? 0 : entry(stage.served, band))),
  };
};

/** The multiplier of a band that is best for given prices: the price of the last request that must be served, never above zero. */
const bandPrice = (prices: Prices, members: Int32Array, quota: number): number => {
  if (quota <= 0) return 0;
  const all = Float64Array.from(members, (request) => real(prices.lead, request)).sort();
  return Math.min(0, all[all.length - quota] ?? 0);
};

/** Parts the prices into multipliers that the certificate can state; all have the right sign. */
export const dualsFrom = (book: BandBook, prices: Prices): Duals => {
  const band = Float64Array.from(book.members, (members, at) =>
    bandPrice(prices, members, entry(book.quota, at)),
  );
  const lead = prices.lead.map((price) => Math.max(0, price));
  book.members.forEach((members, at) => {
    for (const request of members)
      lead[request] = Math.max(0, real(prices.lead, request) - real(band, at));
  });
  return { lead, specialist: prices.specialist.map((price) => Math.max(0, price)), band };
};

/** The prices that multipliers amount to. */
export const pricesFrom = (book: BandBook, duals: Duals): Prices => {
  const lead = duals.lead.slice();
  book.members.forEach((members, at) => {
    for (const request of members) lead[request] = real(lead, request) + real(duals.band, at);
  });
  return { lead, specialist: duals.specialist.slice() };
};

/** Prices at which no lead brings more than it costs: everyone who could be served counts. */
export const fullPrices = (model: Model, stage: Stage): Prices => {
  const most = (items: Int32Array): number => {
    let best = 0;
    for (const item of items)
      if (flagAt(stage.leftOut, item) === 0) best = Math.max(best, real(stage.points, item));
    return best;
  };
  return {
    lead: Float64Array.from(model.leadsOfRequest, most),
    specialist: Float64Array.from(model.specialistsOfRequest, most),
  };
};
