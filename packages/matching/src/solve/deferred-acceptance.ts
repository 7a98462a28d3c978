import { entry, whole } from "./cells.ts";
import { type Draft, emptyDraft, fillSpecialists, hasRoom, none, place, unplace } from "./draft.ts";
import type { Model } from "./model.ts";

/** A provider ranks schools by need, then by fit. */
export const providerPrefers = (model: Model, a: number, b: number): number =>
  whole(model.band, a) - whole(model.band, b) || whole(model.fit, b) - whole(model.fit, a) || a - b;

/** The provider keeps the best of what it holds and the newcomer, as far as its room goes. Returns those turned away. */
const choose = (draft: Draft, held: number[], newcomer: number): readonly number[] => {
  for (const item of held) unplace(draft, item);
  const wanted = [...held, newcomer].sort((a, b) => providerPrefers(draft.model, a, b));
  const turnedAway: number[] = [];
  held.length = 0;
  for (const item of wanted) {
    if (!hasRoom(draft, item)) turnedAway.push(item);
    else {
      place(draft, item);
      held.push(item);
    }
  }
  return turnedAway;
};

/**
 * Deferred acceptance (Gale and Shapley 1962) with schools proposing in the order of their fit. With days instead of
 * seats the result need not be stable, but it is what a fair clearing house would do, and a floor for every other plan.
 */
export const deferredAcceptance = (model: Model): Draft => {
  const draft = emptyDraft(model);
  const lists = model.leadsOfRequest.map((items) =>
    items.toSorted((a, b) => whole(model.fit, b) - whole(model.fit, a) || a - b),
  );
  const held: number[][] = Array.from({ length: model.providerCount }, () => []);
  const next = new Int32Array(model.requestCount);
  const waiting = Array.from(
    { length: model.requestCount },
    (_, at) => model.requestCount - 1 - at,
  );
  for (let request = waiting.pop(); request !== undefined; request = waiting.pop()) {
    if (whole(draft.leadOf, request) !== none) continue;
    const item = entry(lists, request)[whole(next, request)];
    if (item === undefined) continue;
    next[request] = whole(next, request) + 1;
    const own = entry(held, whole(model.provider, item));
    for (const away of choose(draft, own, item)) waiting.push(whole(model.request, away));
  }
  fillSpecialists(draft);
  return draft;
};
