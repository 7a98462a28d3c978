import type { Chance } from "../generate/chance.ts";
import { entry, flagAt, whole } from "./cells.ts";
import { type Component, restrictModel } from "./components.ts";
import { type Draft, draftOf, fillSpecialists, itemsOf, none } from "./draft.ts";
import { type Model, earlyWindow, lateWindow } from "./model.ts";

/** A part of a plan that may be made anew while the rest stands. */
export type Neighbourhood = {
  readonly component: Component;
  /** The part as it is now. */
  readonly draft: Draft;
  /** The placements that stand. */
  readonly kept: readonly number[];
};

const isInside = (model: Model, item: number, inside: ReadonlySet<number>): boolean =>
  item !== none && inside.has(whole(model.provider, item));

/** A request may move when nobody outside the part works with it. */
const isFree = (draft: Draft, request: number, inside: ReadonlySet<number>): boolean => {
  const lead = whole(draft.leadOf, request);
  const specialist = whole(draft.specialistOf, request);
  if (lead === none) return true;
  if (!isInside(draft.model, lead, inside)) return false;
  return specialist === none || isInside(draft.model, specialist, inside);
};

const reduceRoom = (component: Component, model: Model, kept: readonly number[]): void => {
  const numbers = new Map(Array.from(component.providers, (provider, at) => [provider, at]));
  const sub = component.model;
  const lower = (cells: Int32Array, at: number, by: number): void => {
    cells[at] = whole(cells, at) - by;
  };
  for (const item of kept) {
    const at = numbers.get(whole(model.provider, item));
    if (at === undefined) continue;
    const days = whole(model.days, item);
    lower(sub.capDays, at, days);
    lower(sub.capSchools, at, 1);
    if (whole(model.window, item) === earlyWindow) lower(sub.capEarly, at, days);
    if (whole(model.window, item) === lateWindow) lower(sub.capLate, at, days);
  }
};

/** Frees the placements among these providers, but for `fixed` requests; nothing when there is nothing to decide. */
export const neighbourhoodOf = (
  draft: Draft,
  providers: readonly number[],
  fixed: ReadonlySet<number> = new Set(),
): Neighbourhood | undefined => {
  const { model } = draft;
  const inside = new Set(providers);
  const items = providers.flatMap((provider) =>
    Array.from(entry(model.itemsOfProvider, provider)).filter((item) => {
      const request = whole(model.request, item);
      return !fixed.has(request) && isFree(draft, request, inside);
    }),
  );
  if (items.length === 0) return undefined;
  const component = restrictModel(model, Int32Array.from(items).sort());
  const current = itemsOf(draft);
  const free = new Set(items);
  const kept = current.filter((item) => !free.has(item));
  reduceRoom(component, model, kept);
  const numbers = new Map(Array.from(component.items, (item, at) => [item, at]));
  const own = current.flatMap((item) => {
    const number = numbers.get(item);
    return number === undefined ? [] : [number];
  });
  return { component, draft: draftOf(component.model, own), kept };
};

/** The whole plan with its part made anew. */
export const mergeBack = (model: Model, at: Neighbourhood, part: Draft): Draft => {
  const items = itemsOf(part).map((item) => whole(at.component.items, item));
  const draft = draftOf(model, [...at.kept, ...items]);
  fillSpecialists(draft);
  return draft;
};

/** Which providers could serve the same requests, with how many they share; the most shared first. */
export const rivalsOf = (
  model: Model,
  provider: number,
): readonly (readonly [number, number])[] => {
  const shared = new Map<number, number>();
  for (const item of entry(model.itemsOfProvider, provider)) {
    if (flagAt(model.isLead, item) === 0) continue;
    for (const other of entry(model.leadsOfRequest, whole(model.request, item))) {
      const rival = whole(model.provider, other);
      if (rival !== provider) shared.set(rival, (shared.get(rival) ?? 0) + 1);
    }
  }
  return [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
};

/** A provider and those who share most requests with it, with some chance in who counts as most. */
export const groupAround = (
  model: Model,
  chance: Chance,
  { seed, size }: { readonly seed: number; readonly size: number },
): readonly number[] => {
  const rivals = rivalsOf(model, seed)
    .map(([rival, shared]) => [rival, shared * (0.3 + chance.share())] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, size - 1)
    .map(([rival]) => rival);
  return [seed, ...rivals].sort((a, b) => a - b);
};
