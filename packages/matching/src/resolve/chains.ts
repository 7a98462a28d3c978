import { entry, flagAt, whole } from "../solve/cells.ts";
import {
  type Draft,
  compareValues,
  draftOf,
  fillSpecialists,
  hasRoom,
  itemsOf,
  none,
  place,
  placeIfPossible,
  unplace,
} from "../solve/draft.ts";

type Best = { value: Float64Array; items: readonly number[] };

type Walk = {
  readonly draft: Draft;
  readonly fixed: ReadonlySet<number>;
  /** Requests that were moved on the way, and specialists that lost their place to it. */
  readonly moved: number[];
  readonly ousted: number[];
  best: Best;
  stepsLeft: number;
};

const isPlaced = ({ leadOf, specialistOf, model }: Draft, item: number): boolean => {
  const request = whole(model.request, item);
  return whole(leadOf, request) === item || whole(specialistOf, request) === item;
};

const placedAt = (draft: Draft, provider: number): readonly number[] =>
  Array.from(entry(draft.model.itemsOfProvider, provider)).filter((item) => isPlaced(draft, item));

/** Keeps the plan as it stands when it is the best yet; specialists who lost their place come back where they can. */
const look = (walk: Walk): void => {
  const { draft, ousted } = walk;
  const back = ousted.filter((item) => placeIfPossible(draft, item));
  if (compareValues(draft.value, walk.best.value) > 0)
    walk.best = { value: draft.value.slice(), items: itemsOf(draft) };
  for (const item of back) unplace(draft, item);
};

/** Takes a placement out, with the specialist beside a lead, while `then` goes on. */
const without = (walk: Walk, item: number, then: () => void): void => {
  const { draft, ousted } = walk;
  const specialist = whole(draft.specialistOf, whole(draft.model.request, item));
  const isLead = flagAt(draft.model.isLead, item) === 1;
  const beside = isLead && specialist !== none ? [specialist] : [];
  const before = ousted.length;
  ousted.push(...(isLead ? beside : [item]));
  for (const each of beside) unplace(draft, each);
  unplace(draft, item);
  then();
  ousted.length = before;
  place(draft, item);
  for (const each of beside) place(draft, each);
};

const mayMove = ({ draft, fixed, moved }: Walk, item: number): boolean => {
  const { model, specialistOf } = draft;
  const request = whole(model.request, item);
  const beside = flagAt(model.isLead, item) === 1 ? whole(specialistOf, request) : none;
  return !fixed.has(item) && !fixed.has(beside) && !moved.includes(request);
};

const serve = (walk: Walk, request: number, depth: number): void => {
  const { draft } = walk;
  walk.moved.push(request);
  for (const item of entry(draft.model.leadsOfRequest, request)) {
    if (walk.stepsLeft-- <= 0) break;
    if (hasRoom(draft, item)) {
      place(draft, item);
      look(walk);
      unplace(draft, item);
    } else if (depth > 0) squeezeIn(walk, item, depth - 1);
  }
  walk.moved.pop();
};

/** Places an item where one other makes room; that one finds another place, or is left out where its need is less. */
const squeezeIn = (walk: Walk, item: number, depth: number): void => {
  const { draft } = walk;
  const { model } = draft;
  for (const rival of placedAt(draft, whole(model.provider, item)).filter((each) =>
    mayMove(walk, each),
  ))
    without(walk, rival, () => {
      if (!hasRoom(draft, item)) return;
      place(draft, item);
      look(walk);
      if (flagAt(model.isLead, rival) === 1) serve(walk, whole(model.request, rival), depth);
      unplace(draft, item);
    });
};

export type ChainAsk = {
  /** Placements that stand. */
  readonly fixed: ReadonlySet<number>;
  /** How many others may move along one after another. */
  readonly depth: number;
  readonly steps: number;
};

/**
 * The best plan in which a request is led and others make room one after another (ejection chains, Glover 1996). All chains up to the
 * depth are tried, so within it no plan moves fewer; `steps` counts what was spent of the ask's.
 */
export const bestChain = (
  draft: Draft,
  request: number,
  ask: ChainAsk,
): { readonly draft: Draft; readonly steps: number } => {
  const walk: Walk = {
    draft,
    fixed: ask.fixed,
    moved: [],
    ousted: [],
    best: { value: draft.value.slice(), items: [] },
    stepsLeft: ask.steps,
  };
  serve(walk, request, ask.depth);
  const { items } = walk.best;
  const steps = ask.steps - Math.max(0, walk.stepsLeft);
  if (items.length === 0) return { draft, steps };
  const next = draftOf(draft.model, items);
  fillSpecialists(next);
  return { draft: next, steps };
};
