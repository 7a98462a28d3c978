import { entry, whole } from "./cells.ts";
import { type Draft, emptyDraft, fillSpecialists, isBetter, placeIfPossible } from "./draft.ts";
import type { Model } from "./model.ts";

const bandOf = (model: Model, request: number): number => {
  const first = entry(model.leadsOfRequest, request)[0];
  return first === undefined ? 4 : whole(model.band, first);
};

const daysOf = (model: Model, request: number): number => {
  const first = entry(model.leadsOfRequest, request)[0];
  return first === undefined ? 0 : whole(model.days, first);
};

/** What comes first within a band: as listed, the longest, the shortest, or the one with the fewest choices. */
const orders: readonly ((model: Model, request: number) => number)[] = [
  () => 0,
  (model, request) => -daysOf(model, request),
  (model, request) => daysOf(model, request),
  (model, request) => entry(model.leadsOfRequest, request).length,
];

const byFit = (model: Model, items: Int32Array): Int32Array =>
  items.toSorted((a, b) => whole(model.fit, b) - whole(model.fit, a) || a - b);

const greedyInOrder = (model: Model, rank: (model: Model, request: number) => number): Draft => {
  const draft = emptyDraft(model);
  const requests = Array.from({ length: model.requestCount }, (_, request) => request);
  requests.sort(
    (a, b) => bandOf(model, a) - bandOf(model, b) || rank(model, a) - rank(model, b) || a - b,
  );
  for (const request of requests)
    byFit(model, entry(model.leadsOfRequest, request)).some((item) => placeIfPossible(draft, item));
  fillSpecialists(draft);
  return draft;
};

/** What a broker with a list does: by need, each school to its fittest free provider, never looking back. */
export const greedyByNeed = (model: Model): Draft => greedyInOrder(model, () => 0);

/** The best of several greedy passes that differ in what comes first within a band. */
export const bestGreedy = (model: Model): Draft =>
  orders
    .map((rank) => greedyInOrder(model, rank))
    .reduce((best, draft) => (isBetter(draft, best) ? draft : best));
