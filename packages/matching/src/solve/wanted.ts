import { entry, real } from "./cells.ts";
import type { Draft } from "./draft.ts";
import { bandOfRequest, worthOfLead } from "./ladder.ts";
import type { Model } from "./model.ts";
import { leadRow } from "./wide-master.ts";

/** In leads of the request's band: below this a price is taken for none. */
const leastPrice = 0.02;

/** Requests that the prices of their own band's rung say to serve, band by band, the dearest first. */
export const wantedBy = (model: Model, rungs: readonly Float64Array[]): readonly number[] => {
  const priceOf = (request: number): number =>
    real(entry(rungs, Math.min(3, bandOfRequest(model, request))), leadRow(request));
  return Array.from(model.leadsOfRequest.keys())
    .filter((request) => bandOfRequest(model, request) < 4 && priceOf(request) > leastPrice)
    .sort(
      (a, b) =>
        bandOfRequest(model, a) - bandOfRequest(model, b) || priceOf(b) - priceOf(a) || a - b,
    );
};

/** What a plan is worth by the weights of the last rung. */
const worthOf = ({ value }: Draft): number =>
  [0, 1, 2, 3].reduce(
    (sum, band) => sum + real(value, band) * worthOfLead(4, band),
    real(value, 4),
  );

/**
 * The plan that a search over a country goes on from: the better of two by the rung's weights. A dive that lost one lead of the greatest
 * need may still be far better in all else, and a neighbourhood may find that one.
 */
export const startOfSearch = (best: Draft, dived: Draft): Draft =>
  worthOf(dived) > worthOf(best) ? dived : best;
