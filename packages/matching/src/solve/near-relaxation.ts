import { pricingWork, priceBest } from "./best-sets.ts";
import type { Stop } from "./column-generation.ts";
import { type WideMaster, handOver } from "./wide-master.ts";

export type NearAnswer = {
  /** Holds for every plan of the stage. */
  readonly bound: number;
  /** The multipliers behind it, row by row. */
  readonly rows: Float64Array;
  /** How much of each set the last answer took. */
  readonly levels: Float64Array;
};

export type NearAsk = {
  readonly start: Float64Array;
  readonly rounds: number;
  /** A round that lowers the bound by a smaller share is idle; it ends after so many of them in a row. */
  readonly near: number;
  readonly patience: number;
  readonly stop: Stop;
  /** Better multipliers for the same prices, where the stage holds bands. */
  readonly sharpened?: (rows: Float64Array) => Float64Array;
};

/**
 * Column generation on a programme whose answers are only near to right: every round's multipliers give a bound that is exact, and the best
 * sets at them. The mean that they are keeps them from swinging, so nothing else has to smooth them.
 */
export const relaxNear = (master: WideMaster, ask: NearAsk): NearAnswer => {
  const { stop, near, sharpened = (rows) => rows } = ask;
  let rows = sharpened(ask.start);
  let levels: Float64Array = new Float64Array(0);
  let best = { bound: Infinity, rows };
  for (let round = 0, idle = 0; round < ask.rounds; round++) {
    const { bound } = priceBest(master, rows);
    stop.spend(pricingWork(master));
    idle = bound < best.bound - near * Math.abs(best.bound) || round === 0 ? 0 : idle + 1;
    if (bound < best.bound) best = { bound, rows };
    if (idle >= ask.patience || bound < stop.below || stop.isOver()) break;
    handOver(master);
    master.lp.goOnFrom(rows);
    const answer = master.lp.solve();
    stop.spend(answer.work);
    rows = sharpened(answer.duals);
    levels = answer.levels;
  }
  return { ...best, levels };
};
