import type { Problem, Request } from "../problem.ts";
import { entry, real, whole } from "./cells.ts";

/** Who holds one expertise, from west to east, so that those near a school are found without a look at the rest. */
export type Holders = {
  readonly numbers: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly km: Float64Array;
  /** The furthest that any of them travels. */
  readonly reach: number;
};

const inOrder = (problem: Problem, numbers: readonly number[]): Holders => {
  const sorted = numbers.toSorted(
    (a, b) => entry(problem.providers, a).x - entry(problem.providers, b).x || a - b,
  );
  const providers = sorted.map((number) => entry(problem.providers, number));
  return {
    numbers: Int32Array.from(sorted),
    x: Float64Array.from(providers, ({ x }) => x),
    y: Float64Array.from(providers, ({ y }) => y),
    km: Float64Array.from(providers, ({ maxKm }) => maxKm),
    reach: providers.reduce((most, { maxKm }) => Math.max(most, maxKm), 0),
  };
};

export const holdersByExpertise = (problem: Problem): ReadonlyMap<string, Holders> => {
  const numbers = new Map<string, number[]>();
  problem.providers.forEach((provider, number) => {
    for (const area of provider.expertise.keys()) {
      const list = numbers.get(area);
      if (list === undefined) numbers.set(area, [number]);
      else list.push(number);
    }
  });
  return new Map([...numbers].map(([area, list]) => [area, inOrder(problem, list)]));
};

const firstFrom = (x: Float64Array, value: number): number => {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (real(x, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Holders within a square around the request that is as wide as they travel; by number. */
export const nearHolders = (holders: Holders | undefined, request: Request): readonly number[] => {
  if (holders === undefined) return [];
  const { numbers, x, y, km, reach } = holders;
  const near: number[] = [];
  for (let at = firstFrom(x, request.x - reach); at < x.length; at++) {
    if (real(x, at) > request.x + reach) break;
    const most = real(km, at);
    if (Math.abs(real(y, at) - request.y) <= most && Math.abs(real(x, at) - request.x) <= most)
      near.push(whole(numbers, at));
  }
  return near.sort((a, b) => a - b);
};
