import type { Stop } from "./column-generation.ts";
import { entry, flagAt, real, whole } from "./cells.ts";
import { type Draft, draftOf, fillSpecialists } from "./draft.ts";
import { type WideMaster, handOver, priceWide, wideDuals } from "./wide-master.ts";

type Taken = {
  readonly lead: Uint8Array;
  readonly specialist: Uint8Array;
  readonly provider: Uint8Array;
};

const isFree = ({ model, sets }: WideMaster, taken: Taken, set: number): boolean => {
  const { provider, items } = entry(sets, set);
  if (flagAt(taken.provider, provider) === 1) return false;
  return items.every((item) => {
    const side = flagAt(model.isLead, item) === 1 ? taken.lead : taken.specialist;
    return flagAt(side, whole(model.request, item)) === 0;
  });
};

const take = (master: WideMaster, taken: Taken, set: number): void => {
  const { model, off } = master;
  const { provider, items } = entry(master.sets, set);
  taken.provider[provider] = 1;
  for (const item of entry(model.itemsOfProvider, provider)) off[item] = 1;
  for (const item of items) {
    const request = whole(model.request, item);
    const isLead = flagAt(model.isLead, item) === 1;
    (isLead ? taken.lead : taken.specialist)[request] = 1;
    const rivals = isLead ? model.leadsOfRequest : model.specialistsOfRequest;
    for (const rival of entry(rivals, request)) off[rival] = 1;
  }
};

const sureLevel = 0.99;

/** The sets to fix next: all that are nearly whole, and at least one in a hundred of those that are still open. */
const choose = (master: WideMaster, taken: Taken, levels: Float64Array): readonly number[] => {
  const open = Array.from(levels.keys())
    .filter((set) => real(levels, set) > 1e-3 && isFree(master, taken, set))
    .sort((a, b) => real(levels, b) - real(levels, a) || a - b);
  const least = Math.ceil(open.length / 100);
  const chosen: number[] = [];
  for (const set of open) {
    if (chosen.length >= least && real(levels, set) < sureLevel) break;
    if (!isFree(master, taken, set)) continue;
    take(master, taken, set);
    chosen.push(set);
  }
  return chosen;
};

/** Diving on a wide master: fixes many sets at a time, since far-off providers hardly bear on each other. */
export const diveWide = (master: WideMaster, stop: Stop): Draft => {
  const { model } = master;
  const taken: Taken = {
    lead: new Uint8Array(model.requestCount),
    specialist: new Uint8Array(model.requestCount),
    provider: new Uint8Array(model.providerCount),
  };
  const fixed: number[] = [];
  for (let step = 0; step < model.providerCount; step++) {
    handOver(master);
    const answer = master.lp.solve();
    if (answer === undefined) break;
    stop.spend(answer.steps * (20 + model.requestCount / 12) + master.sets.length);
    const chosen = choose(master, taken, answer.levels);
    if (chosen.length === 0) break;
    fixed.push(...chosen);
    master.lp.fix(chosen, true);
    priceWide(master, wideDuals(master, answer.duals));
    if (stop.isOver()) break;
  }
  master.lp.fix(fixed, false);
  master.off.set(master.stage.leftOut);
  const items = fixed.flatMap((set) => Array.from(entry(master.sets, set).items));
  const draft = draftOf(model, items);
  fillSpecialists(draft);
  return draft;
};
