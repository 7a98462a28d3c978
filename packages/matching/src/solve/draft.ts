import { flagAt, real, whole } from "./cells.ts";
import { type Model, earlyWindow, lateWindow, noBand } from "./model.ts";

/** A plan being made: the chosen items and the room that they take. Always feasible. */
export type Draft = {
  readonly model: Model;
  readonly leadOf: Int32Array;
  readonly specialistOf: Int32Array;
  readonly usedDays: Int32Array;
  readonly usedEarly: Int32Array;
  readonly usedLate: Int32Array;
  readonly usedSchools: Int32Array;
  /** Leads served in each band, then the fit: the objective, to be compared from the left. */
  readonly value: Float64Array;
};

export const none = -1;

export const emptyDraft = (model: Model): Draft => ({
  model,
  leadOf: new Int32Array(model.requestCount).fill(none),
  specialistOf: new Int32Array(model.requestCount).fill(none),
  usedDays: new Int32Array(model.providerCount),
  usedEarly: new Int32Array(model.providerCount),
  usedLate: new Int32Array(model.providerCount),
  usedSchools: new Int32Array(model.providerCount),
  value: new Float64Array(5),
});

export const copyDraft = (draft: Draft): Draft => ({
  model: draft.model,
  leadOf: draft.leadOf.slice(),
  specialistOf: draft.specialistOf.slice(),
  usedDays: draft.usedDays.slice(),
  usedEarly: draft.usedEarly.slice(),
  usedLate: draft.usedLate.slice(),
  usedSchools: draft.usedSchools.slice(),
  value: draft.value.slice(),
});

/** Positive when the first is the better plan: more served in the earliest band that differs, then more fit. */
export const compareValues = (a: Float64Array, b: Float64Array): number => {
  for (let at = 0; at < 5; at++) {
    const difference = real(a, at) - real(b, at);
    if (difference !== 0) return difference;
  }
  return 0;
};

export const isBetter = (a: Draft, b: Draft): boolean => compareValues(a.value, b.value) > 0;

/** Whether the provider has room for the item as things stand. */
export const hasRoom = (draft: Draft, item: number): boolean => {
  const { model } = draft;
  const provider = whole(model.provider, item);
  const days = whole(model.days, item);
  const window = whole(model.window, item);
  if (whole(draft.usedSchools, provider) >= whole(model.capSchools, provider)) return false;
  if (whole(draft.usedDays, provider) + days > whole(model.capDays, provider)) return false;
  if (window === earlyWindow)
    return whole(draft.usedEarly, provider) + days <= whole(model.capEarly, provider);
  if (window === lateWindow)
    return whole(draft.usedLate, provider) + days <= whole(model.capLate, provider);
  return true;
};

const shift = (cells: Int32Array, index: number, by: number): void => {
  cells[index] = whole(cells, index) + by;
};

const takeRoom = (draft: Draft, item: number, sign: 1 | -1): void => {
  const { model } = draft;
  const provider = whole(model.provider, item);
  const days = sign * whole(model.days, item);
  const window = whole(model.window, item);
  shift(draft.usedDays, provider, days);
  shift(draft.usedSchools, provider, sign);
  if (window === earlyWindow) shift(draft.usedEarly, provider, days);
  if (window === lateWindow) shift(draft.usedLate, provider, days);
  draft.value[4] = real(draft.value, 4) + sign * whole(model.fit, item);
  if (flagAt(model.isLead, item) === 0) return;
  const band = whole(model.band, item);
  if (band === noBand) return;
  draft.value[band] = real(draft.value, band) + sign;
};

/** Whether the roles allow the item: no lead yet; or a lead that leaves room for a specialist. */
export const isOpen = (draft: Draft, item: number): boolean => {
  const request = whole(draft.model.request, item);
  const lead = whole(draft.leadOf, request);
  if (flagAt(draft.model.isLead, item) === 1) return lead === none;
  if (lead === none || whole(draft.specialistOf, request) !== none) return false;
  return flagAt(draft.model.opensSpecialist, lead) === 1;
};

/** The caller has checked `isOpen` and `hasRoom`. */
export const place = (draft: Draft, item: number): void => {
  const request = whole(draft.model.request, item);
  const slots = flagAt(draft.model.isLead, item) === 1 ? draft.leadOf : draft.specialistOf;
  slots[request] = item;
  takeRoom(draft, item, 1);
};

export const placeIfPossible = (draft: Draft, item: number): boolean => {
  if (!isOpen(draft, item) || !hasRoom(draft, item)) return false;
  place(draft, item);
  return true;
};

/** Takes a placement out. The caller takes a specialist out before its lead. */
export const unplace = (draft: Draft, item: number): void => {
  const request = whole(draft.model.request, item);
  const slots = flagAt(draft.model.isLead, item) === 1 ? draft.leadOf : draft.specialistOf;
  slots[request] = none;
  takeRoom(draft, item, -1);
};

/** The chosen items, request by request, lead before specialist. */
export const itemsOf = (draft: Draft): readonly number[] => {
  const items: number[] = [];
  for (let request = 0; request < draft.model.requestCount; request++) {
    const lead = whole(draft.leadOf, request);
    const specialist = whole(draft.specialistOf, request);
    if (lead !== none) items.push(lead);
    if (specialist !== none) items.push(specialist);
  }
  return items;
};

/** A plan of these items: leads first, leaving out what does not fit. */
export const draftOf = (model: Model, items: readonly number[]): Draft => {
  const draft = emptyDraft(model);
  for (const item of items) if (flagAt(model.isLead, item) === 1) placeIfPossible(draft, item);
  for (const item of items) if (flagAt(model.isLead, item) === 0) placeIfPossible(draft, item);
  return draft;
};

/** Puts in specialists where there is room, the fittest first. */
export const fillSpecialists = (draft: Draft): void => {
  const { model } = draft;
  const open: number[] = [];
  for (const items of model.specialistsOfRequest)
    for (const item of items)
      if (isOpen(draft, item) && whole(model.fit, item) > 0) open.push(item);
  open.sort((a, b) => whole(model.fit, b) - whole(model.fit, a) || a - b);
  for (const item of open) placeIfPossible(draft, item);
};

/** What the placements of a plan are worth by these points. */
export const pointsAt = (draft: Draft, points: Float64Array): number =>
  itemsOf(draft).reduce((sum, item) => sum + real(points, item), 0);
