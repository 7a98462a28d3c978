import { isOver, spend } from "./clock.ts";
import { type LagrangianPoint, enumerateSets } from "./enumerate.ts";
import { type Master, solvedMaster } from "./master.ts";
import { searchPool } from "./pool-search.ts";
import { type Goal, type Pursuit, offerItems } from "./pursuit.ts";

export type Root = {
  readonly master: Master;
  readonly goal: Goal;
  readonly point: LagrangianPoint;
};

const setLimit = 8_000;

/** Searches all plans of at least `target` points. True when the answer is complete. */
export const searchAbove = (
  pursuit: Pursuit,
  at: { readonly master: Master; readonly goal: Goal; readonly point: LagrangianPoint },
  target: number,
): boolean => {
  const { master, goal, point } = at;
  const list = enumerateSets(master, point, { target, limit: setLimit });
  if (list === undefined) return false;
  pursuit.counters.sets += list.sets.length;
  pursuit.counters.pools++;
  const answer = searchPool(
    pursuit.model,
    { stage: goal.stage, list, start: solvedMaster(master) },
    {
      target,
      step: goal.unit,
      nodeLimit: pursuit.isPart ? 30 : 200_000,
      isOver: () => isOver(pursuit.clock),
      spend: (units) => spend(pursuit.clock, units),
    },
  );
  pursuit.counters.nodes += answer.nodes;
  if (answer.items !== undefined) offerItems(pursuit, answer.items);
  return answer.complete;
};
