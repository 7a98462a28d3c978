import type { Stop } from "./column-generation.ts";
import { real } from "./cells.ts";
import type { LinearAnswer } from "./linear-solver.ts";
import type { Duals } from "./net-values.ts";
import { type WideMaster, handOver, priceWide, wideDuals } from "./wide-master.ts";

/** A share of the way from the last multipliers to the best so far (Wentges 1997), against their swinging. */
const smoothed = (last: Duals, best: Duals | undefined): Duals => {
  if (best === undefined) return last;
  const mean = (a: Float64Array, b: Float64Array) =>
    a.map((value, at) => (value + real(b, at)) / 2);
  return {
    lead: mean(last.lead, best.lead),
    specialist: mean(last.specialist, best.specialist),
    band: mean(last.band, best.band),
  };
};

const workOf = (master: WideMaster, answer: LinearAnswer): number => {
  const { steps } = master.sack;
  master.sack.steps = 0;
  return answer.work + master.sets.length + steps / 500;
};

/** Column generation until the programme and the best Lagrangian bound lie within `near` of each other. */
export const relaxWide = (
  master: WideMaster,
  ask: { readonly near: number; readonly rounds: number; readonly stop: Stop },
): void => {
  let bound = Infinity;
  let best: Duals | undefined;
  const look = (duals: Duals): number => {
    const { bound: latest, added } = priceWide(master, duals);
    if (latest < bound) {
      bound = latest;
      best = duals;
    }
    return added;
  };
  for (let round = 0; round < ask.rounds; round++) {
    handOver(master);
    const answer = master.lp.solve();
    if (answer === undefined) break;
    ask.stop.spend(workOf(master, answer));
    const duals = wideDuals(master, answer.duals);
    let added = look(smoothed(duals, best));
    if (added < master.model.providerCount * 0.02) added += look(duals);
    if (added === 0 || bound - answer.value <= ask.near * bound || ask.stop.isOver()) break;
  }
};
