import { whole } from "./cells.ts";
import { type Draft, itemsOf } from "./draft.ts";
import { type Master, addSet } from "./master.ts";

/** Adds what each provider has in a plan as columns, so that the programme knows it. */
export const addPlan = (master: Master, draft: Draft): void => {
  const byProvider = new Map<number, number[]>();
  for (const item of itemsOf(draft)) {
    const provider = whole(master.model.provider, item);
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), item]);
  }
  for (const [provider, items] of byProvider)
    addSet(master, provider, Int32Array.from(items).sort());
};
