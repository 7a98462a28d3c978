import { type Standing, asksOf, isEligible, standingOf } from "../constraints/eligibility.ts";
import { fitOf } from "../fit/fit.ts";
import type { Problem, Provider, Role } from "../problem.ts";
import { entry, flagAt, whole } from "./cells.ts";
import { type Holders, holdersByExpertise, nearHolders } from "./near.ts";

export const anyWindow = 0;
export const earlyWindow = 1;
export const lateWindow = 2;

/** The band of leads that count by their points alone. */
export const noBand = 4;

/**
 * The problem as numbers. An item is one eligible placement: a request, a provider and a role.
 * `opensSpecialist` marks a lead that does not hold the secondary, so that a specialist may be added.
 */
export type Model = {
  readonly requestCount: number;
  readonly providerCount: number;
  readonly itemCount: number;
  readonly request: Int32Array;
  readonly provider: Int32Array;
  readonly days: Int32Array;
  readonly window: Int32Array;
  readonly fit: Int32Array;
  readonly isLead: Uint8Array;
  readonly opensSpecialist: Uint8Array;
  readonly band: Int32Array;
  readonly capDays: Int32Array;
  readonly capEarly: Int32Array;
  readonly capLate: Int32Array;
  readonly capSchools: Int32Array;
  /** Where each provider is, in kilometres; only to part a large round into regions. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly itemsOfProvider: readonly Int32Array[];
  readonly leadsOfRequest: readonly Int32Array[];
  readonly specialistsOfRequest: readonly Int32Array[];
};

export type ItemSeed = {
  readonly request: number;
  readonly provider: number;
  readonly role: Role;
  readonly days: number;
  readonly fit: number;
};

const windowCode = { any: anyWindow, early: earlyWindow, late: lateWindow } as const;

type Seeding = {
  readonly problem: Problem;
  readonly standing: Standing;
  readonly holders: ReadonlyMap<string, Holders>;
};

const seedsOf = (requestIndex: number, role: Role, seeding: Seeding): readonly ItemSeed[] => {
  const { problem, standing, holders } = seeding;
  const request = entry(problem.requests, requestIndex);
  const asked = asksOf(request, role);
  if (asked === undefined) return [];
  const seeds: ItemSeed[] = [];
  for (const providerIndex of nearHolders(holders.get(asked.expertise), request)) {
    const provider = entry(problem.providers, providerIndex);
    const pair = { request, provider, role };
    if (!isEligible({ ...pair, standing })) continue;
    const fit = fitOf(pair, problem.policy.weights);
    seeds.push({ request: requestIndex, provider: providerIndex, role, days: asked.days, fit });
  }
  return seeds;
};

const opens = (problem: Problem, seed: ItemSeed): boolean => {
  const request = entry(problem.requests, seed.request);
  if (seed.role !== "lead" || asksOf(request, "specialist") === undefined) return false;
  const provider = entry(problem.providers, seed.provider);
  return request.secondary !== undefined && !provider.expertise.has(request.secondary);
};

const groupBy = (keys: Int32Array, groups: number, keep: (item: number) => boolean) => {
  const lists: number[][] = Array.from({ length: groups }, () => []);
  for (let item = 0; item < keys.length; item++)
    if (keep(item)) entry(lists, whole(keys, item)).push(item);
  return lists.map((list) => Int32Array.from(list));
};

/** A specialist is of no use where no lead leaves room for one. */
const dropUselessSpecialists = (
  seeds: readonly ItemSeed[],
  problem: Problem,
): readonly ItemSeed[] => {
  const open = new Set(seeds.filter((seed) => opens(problem, seed)).map((seed) => seed.request));
  return seeds.filter((seed) => seed.role === "lead" || open.has(seed.request));
};

const caps = (problem: Problem, cap: (provider: Provider) => number): Int32Array =>
  Int32Array.from(problem.providers, cap);

const columnsOf = (problem: Problem, seeds: readonly ItemSeed[]) => {
  const requestOf = (seed: ItemSeed) => entry(problem.requests, seed.request);
  return {
    request: Int32Array.from(seeds, (seed) => seed.request),
    provider: Int32Array.from(seeds, (seed) => seed.provider),
    days: Int32Array.from(seeds, (seed) => seed.days),
    window: Int32Array.from(seeds, (seed) => windowCode[requestOf(seed).window]),
    fit: Int32Array.from(seeds, (seed) => seed.fit),
    isLead: Uint8Array.from(seeds, (seed) => (seed.role === "lead" ? 1 : 0)),
    opensSpecialist: Uint8Array.from(seeds, (seed) => (opens(problem, seed) ? 1 : 0)),
    band: Int32Array.from(seeds, (seed) => requestOf(seed).band - 1),
  };
};

/** Every eligible placement of a problem, in the order of request id, role and provider id. */
export const seedItems = (problem: Problem): readonly ItemSeed[] => {
  const seeding = {
    problem,
    standing: standingOf(problem),
    holders: holdersByExpertise(problem),
  };
  const seeds = problem.requests.flatMap((_, index) => [
    ...seedsOf(index, "lead", seeding),
    ...seedsOf(index, "specialist", seeding),
  ]);
  return dropUselessSpecialists(seeds, problem);
};

type Columns = ReturnType<typeof columnsOf>;

const modelWith = (problem: Problem, columns: Columns): Model => {
  const isLead = (item: number) => columns.isLead[item] === 1;
  return {
    requestCount: problem.requests.length,
    providerCount: problem.providers.length,
    itemCount: columns.request.length,
    ...columns,
    capDays: caps(problem, (provider) => provider.days),
    capEarly: caps(problem, (provider) => provider.daysEarly),
    capLate: caps(problem, (provider) => provider.daysLate),
    capSchools: caps(problem, (provider) => provider.maxSchools),
    east: Float64Array.from(problem.providers, ({ x }) => x),
    north: Float64Array.from(problem.providers, ({ y }) => y),
    itemsOfProvider: groupBy(columns.provider, problem.providers.length, () => true),
    leadsOfRequest: groupBy(columns.request, problem.requests.length, isLead),
    specialistsOfRequest: groupBy(columns.request, problem.requests.length, (i) => !isLead(i)),
  };
};

/** Turns a read problem into numbers; bands count from 0 here. */
export const buildModel = (problem: Problem): Model =>
  modelWith(problem, columnsOf(problem, seedItems(problem)));

const models = new WeakMap<Problem, Model>();

/** The same, made once for each problem: a plan, its reasons and its repairs ask for it one after another. */
export const modelOf = (problem: Problem): Model => {
  const known = models.get(problem) ?? buildModel(problem);
  models.set(problem, known);
  return known;
};

/** The model of a round that only lost placements; `stays` says which of the old items it still has. */
export const modelWithout = (
  problem: Problem,
  old: Model,
  stays: (item: number) => boolean,
): Model => {
  const kept = Array.from(old.request.keys()).filter(stays);
  const open = new Set(kept.filter((item) => old.opensSpecialist[item] === 1).map(requestIn(old)));
  const items = kept.filter((item) => old.isLead[item] === 1 || open.has(requestIn(old)(item)));
  const pick = (cells: Int32Array) => Int32Array.from(items, (item) => whole(cells, item));
  const pickFlags = (cells: Uint8Array) => Uint8Array.from(items, (item) => flagAt(cells, item));
  const model = modelWith(problem, {
    request: pick(old.request),
    provider: pick(old.provider),
    days: pick(old.days),
    window: pick(old.window),
    fit: pick(old.fit),
    isLead: pickFlags(old.isLead),
    opensSpecialist: pickFlags(old.opensSpecialist),
    band: pick(old.band),
  });
  models.set(problem, model);
  return model;
};

const requestIn = (model: Model) => (item: number) => whole(model.request, item);
