import { entry, flagAt, real, whole } from "./cells.ts";
import { type Draft, itemsOf, none } from "./draft.ts";
import { leadRow, providerRow, specialistRow } from "./wide-master.ts";

/** Prices of a programme: its rows' multipliers, each provider's row at what the best set is worth, and every item's points net of them. */
export type PricedRows = { readonly rows: Float64Array; readonly net: Float64Array };

/** What the prices of places that stay empty add up to, shared among the providers who could fill them. */
const addEmptyPlaces = (draft: Draft, rows: Float64Array, losses: Float64Array): void => {
  const { model } = draft;
  const share = (price: number, items: Int32Array): void => {
    for (const item of items) {
      const provider = whole(model.provider, item);
      losses[provider] = real(losses, provider) + price / items.length;
    }
  };
  for (let request = 0; request < model.requestCount; request++) {
    const lead = whole(draft.leadOf, request);
    if (lead === none) share(real(rows, leadRow(request)), entry(model.leadsOfRequest, request));
    else if (
      flagAt(model.opensSpecialist, lead) === 1 &&
      whole(draft.specialistOf, request) === none
    )
      share(real(rows, specialistRow(model, request)), entry(model.specialistsOfRequest, request));
  }
};

/**
 * How far a plan lies below the bound of these prices, provider by provider: their best set at these prices less what they have, and their
 * share of the price of places that stay empty. All together they are the gap (complementary slackness).
 */
export const lossesOf = (draft: Draft, { rows, net }: PricedRows): Float64Array => {
  const { model } = draft;
  const losses = Float64Array.from({ length: model.providerCount }, (_, provider) =>
    real(rows, providerRow(model, provider)),
  );
  for (const item of itemsOf(draft)) {
    const provider = whole(model.provider, item);
    losses[provider] = real(losses, provider) - real(net, item);
  }
  addEmptyPlaces(draft, rows, losses);
  return losses;
};
