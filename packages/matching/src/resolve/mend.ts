import { entry, real, whole } from "../solve/cells.ts";
import { isLimited, isOver, roomLeft, spend } from "../solve/clock.ts";
import { type Draft, none } from "../solve/draft.ts";
import { mergeBack, neighbourhoodOf, rivalsOf } from "../solve/neighbourhood.ts";
import type { Pursuit } from "../solve/pursuit.ts";
import { pursueAll } from "../solve/solve-component.ts";
import { bestChain } from "./chains.ts";

export type Mending = {
  readonly pursuit: Pursuit;
  /** Placements that are agreed. */
  readonly confirmed: ReadonlySet<number>;
  /** Providers whose own room or standing changed. */
  readonly touched: readonly number[];
  /** Requests that lost their lead to the change, or are new, or may gain by it. */
  readonly lost: readonly number[];
  /** Leads by band that the plan had before. */
  readonly before: readonly number[];
  /** What a whole round of this size took, in units of work. */
  readonly firstUnits: number;
};

/** Whether the mended plan serves as many, band by band, as the plan before the change. */
export const isAsGood = (best: Draft, before: readonly number[]): boolean => {
  for (let band = 0; band < 4; band++) {
    const difference = real(best.value, band) - (before[band] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
};

const stepsOfUnit = 10;
const stepsOfChain = 4_000;

const bandOf = ({ model }: Draft, request: number): number => {
  const [first] = entry(model.leadsOfRequest, request);
  return first === undefined ? 4 : whole(model.band, first);
};

const waiting = (draft: Draft, of: readonly number[]): readonly number[] =>
  of
    .filter((request) => whole(draft.leadOf, request) === none && bandOf(draft, request) < 4)
    .toSorted((a, b) => bandOf(draft, a) - bandOf(draft, b) || a - b);

const chain = ({ pursuit, confirmed }: Mending, request: number, depth: number): void => {
  const ask = { fixed: confirmed, depth, steps: stepsOfChain };
  const { draft, steps } = bestChain(pursuit.best, request, ask);
  spend(pursuit.clock, steps / stepsOfUnit);
  pursuit.best = draft;
};

const deepest = 2;

/**
 * Lets others make room one after another: for whom the change left out, nobody else moving first, then one, then two; then for
 * anyone left out, because room may have come free.
 */
export const mendByChains = (mending: Mending, mayGain: boolean): void => {
  const { pursuit, lost, before } = mending;
  const all = Array.from(pursuit.model.leadsOfRequest.keys());
  const ledBefore = new Set(all.filter((at) => whole(pursuit.best.leadOf, at) !== none));
  for (let depth = 0; depth <= deepest; depth++)
    for (const request of waiting(pursuit.best, [...new Set([...lost, ...ledBefore])])) {
      if (isOver(pursuit.clock) || (!mayGain && isAsGood(pursuit.best, before))) return;
      chain(mending, request, depth);
    }
  for (const request of waiting(pursuit.best, all)) {
    if (isOver(pursuit.clock)) return;
    chain(mending, request, 1);
  }
};

/** Providers around what changed: those who could serve a request left out, and their nearest rivals. */
const around = (draft: Draft, seeds: readonly number[], count: number): readonly number[] => {
  const { model } = draft;
  const chosen = new Set<number>(seeds.slice(0, count));
  for (const seed of seeds)
    for (const [rival] of rivalsOf(model, seed)) {
      if (chosen.size >= count) break;
      chosen.add(rival);
    }
  return [...chosen].sort((a, b) => a - b);
};

const seedsOf = ({ pursuit, touched, lost }: Mending): readonly number[] => {
  const { model } = pursuit;
  const seeds = new Set<number>(touched);
  for (const request of lost)
    for (const item of entry(model.leadsOfRequest, request)) seeds.add(whole(model.provider, item));
  return [...seeds];
};

/** Makes one neighbourhood anew; what is confirmed stands, because its provider's room is taken before. */
const remake = (
  { pursuit, confirmed, firstUnits }: Mending,
  providers: readonly number[],
): void => {
  const { model, clock } = pursuit;
  const fixed = new Set<number>();
  for (const item of confirmed) fixed.add(whole(model.request, item));
  const at = neighbourhoodOf(pursuit.best, providers, fixed);
  if (at === undefined) return;
  const share = at.component.items.length / model.itemCount;
  if (isLimited(clock) && share * firstUnits > roomLeft(clock)) return;
  const part: Pursuit = {
    ...pursuit,
    model: at.component.model,
    best: at.draft,
    isPart: providers.length > 16,
  };
  pursueAll(part);
  pursuit.best = mergeBack(model, at, part.best);
};

/** Solves wider and wider neighbourhoods of the change anew, as far as there is work left for them. */
export const mendByParts = (mending: Mending, mayGain: boolean): void => {
  const { pursuit, before } = mending;
  const seeds = seedsOf(mending);
  if (seeds.length === 0) return;
  for (const size of [4, 8, 16, 32, 64]) {
    if (isOver(pursuit.clock)) return;
    remake(mending, around(pursuit.best, seeds, size));
    if (size >= pursuit.model.providerCount) return;
    if (isAsGood(pursuit.best, before) && (!mayGain || size >= 16)) return;
  }
};
