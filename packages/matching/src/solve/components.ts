import { entry, flagAt, real, whole } from "./cells.ts";
import type { Model } from "./model.ts";

/** A part of the problem that shares no provider and no request with any other. */
export type Component = {
  readonly model: Model;
  /** The whole problem's number of each request, provider and item of the part. */
  readonly requests: Int32Array;
  readonly providers: Int32Array;
  readonly items: Int32Array;
};

const findRoot = (parent: Int32Array, node: number): number => {
  let root = node;
  while (whole(parent, root) !== root) root = whole(parent, root);
  for (let at = node; at !== root;) {
    const next = whole(parent, at);
    parent[at] = root;
    at = next;
  }
  return root;
};

const pick = (cells: Int32Array, of: Int32Array): Int32Array =>
  of.map((index) => whole(cells, index));

const pickReal = (cells: Float64Array, of: Int32Array): Float64Array =>
  Float64Array.from(of, (index) => real(cells, index));

const pickFlags = (cells: Uint8Array, of: Int32Array): Uint8Array =>
  Uint8Array.from(of, (index) => flagAt(cells, index));

const renumber = (cells: Int32Array, members: Int32Array): Int32Array => {
  const numbers = new Map(Array.from(members, (member, at) => [member, at]));
  return cells.map((member) => numbers.get(member) ?? -1);
};

const lists = (keys: Int32Array, count: number, keep: (item: number) => boolean): Int32Array[] => {
  const found: number[][] = Array.from({ length: count }, () => []);
  keys.forEach((key, item) => {
    if (keep(item)) entry(found, key).push(item);
  });
  return found.map((list) => Int32Array.from(list));
};

/** The part of a model that these items span. */
export const restrictModel = (model: Model, items: Int32Array): Component => {
  const requests = Int32Array.from(new Set(pick(model.request, items))).sort();
  const providers = Int32Array.from(new Set(pick(model.provider, items))).sort();
  const request = renumber(pick(model.request, items), requests);
  const provider = renumber(pick(model.provider, items), providers);
  const isLead = pickFlags(model.isLead, items);
  const leads = (item: number) => flagAt(isLead, item) === 1;
  return {
    requests,
    providers,
    items,
    model: {
      requestCount: requests.length,
      providerCount: providers.length,
      itemCount: items.length,
      request,
      provider,
      days: pick(model.days, items),
      window: pick(model.window, items),
      fit: pick(model.fit, items),
      isLead,
      opensSpecialist: pickFlags(model.opensSpecialist, items),
      band: pick(model.band, items),
      capDays: pick(model.capDays, providers),
      capEarly: pick(model.capEarly, providers),
      capLate: pick(model.capLate, providers),
      capSchools: pick(model.capSchools, providers),
      east: pickReal(model.east, providers),
      north: pickReal(model.north, providers),
      itemsOfProvider: lists(provider, providers.length, () => true),
      leadsOfRequest: lists(request, requests.length, leads),
      specialistsOfRequest: lists(request, requests.length, (item) => !leads(item)),
    },
  };
};

/** Splits a model into its connected parts, in the order of their first request. */
export const componentsOf = (model: Model): readonly Component[] => {
  const parent = Int32Array.from(
    { length: model.requestCount + model.providerCount },
    (_, at) => at,
  );
  for (let item = 0; item < model.itemCount; item++) {
    const a = findRoot(parent, whole(model.request, item));
    const b = findRoot(parent, model.requestCount + whole(model.provider, item));
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map<number, number[]>();
  for (let item = 0; item < model.itemCount; item++) {
    const root = findRoot(parent, whole(model.request, item));
    const list = parts.get(root);
    if (list === undefined) parts.set(root, [item]);
    else list.push(item);
  }
  return [...parts.values()].map((items) => restrictModel(model, Int32Array.from(items)));
};
