import { entry, flagAt, real, whole } from "./cells.ts";
import { type Stop, itemLevels, relax } from "./column-generation.ts";
import { type Draft, draftOf, fillSpecialists } from "./draft.ts";
import { type Master, applyNode, resetNode } from "./master.ts";
import type { Model } from "./model.ts";
import { saveColumns } from "./simplex-basis.ts";
import { levelOf } from "./simplex.ts";

const sureLevel = 0.999;

/** Holds an item: its provider must take it, and no other provider may take that role. */
export const holdItem = (master: Master, item: number): void => {
  const { model, at } = master;
  const request = whole(model.request, item);
  const rivals =
    flagAt(model.isLead, item) === 1 ? model.leadsOfRequest : model.specialistsOfRequest;
  for (const rival of entry(rivals, request)) if (rival !== item) at.off[rival] = 1;
  at.held[item] = 1;
};

type Choice = { readonly sets: readonly number[]; readonly done: boolean };

/** The sets that the fractional plan is sure of, and the one that it leans to most. */
const leaningSets = (master: Master): Choice => {
  const sure: number[] = [];
  let best = -1;
  let most = 0;
  for (let set = 0; set < master.sets.length; set++) {
    const level = levelOf(master.lp, entry(master.columnOf, set));
    if (level >= sureLevel) sure.push(set);
    else if (level > most + 1e-6 && level > 1e-3 && addsToHeld(master, set)) {
      most = level;
      best = set;
    }
  }
  return best < 0 ? { sets: sure, done: true } : { sets: [...sure, best], done: false };
};

const addsToHeld = (master: Master, set: number): boolean =>
  entry(master.sets, set).some((item) => flagAt(master.at.held, item) === 0);

/** The plan that a nearly whole relaxation describes; what does not fit is left out, specialists are filled in. */
export const roundedDraft = (model: Model, levels: Float64Array): Draft => {
  const items = Array.from(levels.keys()).filter((item) => real(levels, item) > 1e-6);
  items.sort((a, b) => real(levels, b) - real(levels, a) || a - b);
  const draft = draftOf(model, items);
  fillSpecialists(draft);
  return draft;
};

/**
 * Diving (Sadykov et al. 2019): again and again fix the set that the relaxation leans to most, and solve what is left.
 * Starts from a solved relaxation and puts the master back to the root.
 */
export const dive = (master: Master, stop: Stop): Draft => {
  const backToRoot = saveColumns(master.lp);
  for (let step = 0; step < master.model.providerCount; step++) {
    const choice = leaningSets(master);
    if (choice.done || stop.isOver()) break;
    for (const set of choice.sets)
      for (const item of entry(master.sets, set)) holdItem(master, item);
    applyNode(master);
    if (relax(master, { ...stop, below: -Infinity }).bound === -Infinity) break;
  }
  const best = roundedDraft(master.model, itemLevels(master));
  resetNode(master);
  backToRoot();
  return best;
};
