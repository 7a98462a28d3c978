import { entry, flagAt, real, whole } from "./cells.ts";
import {
  type Draft,
  compareValues,
  copyDraft,
  fillSpecialists,
  hasRoom,
  none,
  place,
  placeIfPossible,
  unplace,
} from "./draft.ts";

/** Takes a lead out together with the specialist beside it. */
const takeOut = (draft: Draft, item: number): void => {
  const request = whole(draft.model.request, item);
  const specialist = whole(draft.specialistOf, request);
  if (flagAt(draft.model.isLead, item) === 1 && specialist !== none) unplace(draft, specialist);
  unplace(draft, item);
};

const placedAt = (draft: Draft, provider: number): number[] =>
  Array.from(entry(draft.model.itemsOfProvider, provider)).filter((item) => {
    const request = whole(draft.model.request, item);
    return whole(draft.leadOf, request) === item || whole(draft.specialistOf, request) === item;
  });

/** Finds a new lead for a request that lost its own: a free place, or one that a further move frees. */
const rehouse = (draft: Draft, request: number, depth: number): boolean => {
  const { model } = draft;
  const leads = entry(model.leadsOfRequest, request).toSorted(
    (a, b) => whole(model.fit, b) - whole(model.fit, a) || a - b,
  );
  if (leads.some((item) => placeIfPossible(draft, item))) return true;
  return depth > 0 && leads.some((item) => squeezeIn(draft, item, depth - 1));
};

/** Places an item by moving one other placement away; leaves the plan as it was when that fails. */
const squeezeIn = (draft: Draft, item: number, depth: number): boolean => {
  const before = draft.value.slice();
  for (const rival of placedAt(draft, whole(draft.model.provider, item))) {
    const request = whole(draft.model.request, rival);
    const specialist = whole(draft.specialistOf, request);
    takeOut(draft, rival);
    if (hasRoom(draft, item)) {
      place(draft, item);
      if (flagAt(draft.model.isLead, rival) === 0 || rehouse(draft, request, depth)) return true;
      if (compareValues(draft.value, before) > 0) return true;
      unplace(draft, item);
    }
    placeIfPossible(draft, rival);
    if (specialist !== none && specialist !== rival) placeIfPossible(draft, specialist);
  }
  return false;
};

const unserved = (draft: Draft): number[] =>
  Array.from(draft.leadOf.keys()).filter((request) => whole(draft.leadOf, request) === none);

/** Ejection chains (Glover 1996): serves those left out by moving others along, as long as the plan gets better. */
export const insertUnserved = (draft: Draft, depth: number): Draft => {
  let best = copyDraft(draft);
  for (const request of unserved(best)) {
    const trial = copyDraft(best);
    if (!rehouse(trial, request, depth)) continue;
    fillSpecialists(trial);
    if (compareValues(trial.value, best.value) > 0) best = trial;
  }
  return best;
};

/** Moves each lead to a fitter free place while there is one. */
const moveToFitter = (draft: Draft): boolean => {
  const { model } = draft;
  let moved = false;
  for (let request = 0; request < model.requestCount; request++) {
    const lead = whole(draft.leadOf, request);
    if (lead === none) continue;
    const trial = real(draft.value, 4);
    const specialist = whole(draft.specialistOf, request);
    for (const item of entry(model.leadsOfRequest, request)) {
      if (whole(model.fit, item) <= whole(model.fit, whole(draft.leadOf, request))) continue;
      const old = whole(draft.leadOf, request);
      if (specialist !== none || !hasRoom(draft, item)) continue;
      unplace(draft, old);
      place(draft, item);
    }
    if (real(draft.value, 4) > trial) moved = true;
  }
  return moved;
};

/** Cheap repairs until none helps: those left out, fitter places, specialists. */
export const improve = (draft: Draft, depth = 2): Draft => {
  let best = draft;
  for (let round = 0; round < 4; round++) {
    const next = insertUnserved(best, depth);
    moveToFitter(next);
    fillSpecialists(next);
    if (compareValues(next.value, best.value) <= 0) return best;
    best = next;
  }
  return best;
};
