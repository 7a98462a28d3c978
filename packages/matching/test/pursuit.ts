import type { Draft } from "../src/solve/draft.ts";
import { clockOf } from "../src/solve/options.ts";
import { type Pursuit, newCounters } from "../src/solve/pursuit.ts";

/** A solve that stands at this plan and has all the time there is. */
export const pursuitFrom = (best: Draft): Pursuit => ({
  model: best.model,
  clock: clockOf({}),
  best,
  isPart: false,
  previous: new Uint8Array(best.model.itemCount),
  remake: () => [],
  tell: () => {},
  counters: newCounters(),
});
