import { type Chance, chanceFrom } from "../generate/chance.ts";
import { entry, whole } from "./cells.ts";
import { isOver } from "./clock.ts";
import { type Draft, none } from "./draft.ts";
import { groupAround, mergeBack, neighbourhoodOf } from "./neighbourhood.ts";
import { type Pursuit, offer } from "./pursuit.ts";

export type LnsAsk = {
  readonly rounds: number;
  readonly providers: number;
  readonly isEnough: () => boolean;
};

const unservedWithChoice = (draft: Draft): readonly number[] =>
  Array.from(draft.leadOf.keys()).filter(
    (request) =>
      whole(draft.leadOf, request) === none &&
      entry(draft.model.leadsOfRequest, request).length > 0,
  );

const anyLead = ({ model }: Draft, chance: Chance, request: number): number =>
  whole(model.provider, chance.pick(Array.from(entry(model.leadsOfRequest, request))));

/** A provider to start from: half the time one that could serve a request left out. */
const seedProvider = (draft: Draft, chance: Chance): number => {
  const { model } = draft;
  const waiting = unservedWithChoice(draft);
  if (waiting.length > 0 && chance.happens(0.5))
    return anyLead(draft, chance, chance.pick(waiting));
  return chance.whole(0, model.providerCount - 1);
};

const chooseProviders = (draft: Draft, chance: Chance, size: number): readonly number[] =>
  groupAround(draft.model, chance, { seed: seedProvider(draft, chance), size });

/** Frees these providers' part of the plan and makes it anew, everything else standing. Keeps what is better, and says whether it is. */
export const remakeGroup = (
  pursuit: Pursuit,
  providers: readonly number[],
  remake: (part: Pursuit) => void,
): boolean => {
  const at = neighbourhoodOf(pursuit.best, providers);
  if (at === undefined) return false;
  const part: Pursuit = {
    ...pursuit,
    model: at.component.model,
    best: at.draft,
    isPart: true,
    tell: () => {},
  };
  remake(part);
  return offer(pursuit, mergeBack(pursuit.model, at, part.best));
};

/**
 * Large neighbourhood search (Shaw 1998): again and again frees a group of providers that compete for the same schools and solves that
 * part by column generation, everything else standing. The stream of chance is fixed, so that a run can be repeated.
 */
export const searchNeighbourhoods = (pursuit: Pursuit, ask: LnsAsk): void => {
  const chance = chanceFrom("large neighbourhood search");
  for (let round = 0; round < ask.rounds; round++) {
    if (isOver(pursuit.clock) || ask.isEnough()) return;
    remakeGroup(pursuit, chooseProviders(pursuit.best, chance, ask.providers), pursuit.remake);
  }
};
