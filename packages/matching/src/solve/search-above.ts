import { real } from "./cells.ts";
import { isOver, spend } from "./clock.ts";
import { roundedDraft } from "./dive.ts";
import { pointsAt } from "./draft.ts";
import { type LagrangianPoint, type SetList, enumerateSets } from "./enumerate.ts";
import { improve } from "./insertion.ts";
import { type Master, solvedMaster } from "./master.ts";
import { type PoolAnswer, searchPool } from "./pool-search.ts";
import { type Goal, type Pursuit, offer, offerItems } from "./pursuit.ts";

export type Root = {
  readonly master: Master;
  readonly goal: Goal;
  readonly point: LagrangianPoint;
};

export type ListedAsk = {
  readonly list: SetList;
  /** Points that a plan must have at the stage of the programme. */
  readonly target: number;
  /** How many points better the next one must be. */
  readonly step: number;
  readonly nodeLimit: number;
};

/** Makes whole plans of fractional ones, keeps the best, and tells what one is worth at the stage of the programme. */
const roundFor = (pursuit: Pursuit, { model, stage }: Master) => {
  const { holds, served, points } = stage;
  return (levels: Float64Array): number => {
    const draft = improve(roundedDraft(model, levels));
    spend(pursuit.clock, model.itemCount / 3);
    offer(pursuit, draft);
    const misses = holds.some((hold, band) => {
      const leads = real(draft.value, band);
      const wanted = served[band] ?? 0;
      return hold !== "free" && leads < wanted;
    });
    return misses ? -Infinity : pointsAt(draft, points);
  };
};

/** Searches the plans of at least `target` points that listed sets make up, and keeps a better one. */
export const searchListed = (pursuit: Pursuit, master: Master, ask: ListedAsk): PoolAnswer => {
  const { list, target, step, nodeLimit } = ask;
  pursuit.counters.sets += list.sets.length;
  pursuit.counters.pools++;
  const answer = searchPool(
    pursuit.model,
    { stage: master.stage, list, start: solvedMaster(master) },
    {
      target,
      step,
      nodeLimit,
      isOver: () => isOver(pursuit.clock),
      spend: (units) => spend(pursuit.clock, units),
      round: roundFor(pursuit, master),
    },
  );
  pursuit.counters.nodes += answer.nodes;
  if (answer.items !== undefined) offerItems(pursuit, answer.items);
  return answer;
};

/** Nodes of a search that is meant to come to its end. */
const allNodes = 200_000;
const nodesOfPart = 30;

/** Searches all plans of at least `target` points. Nothing where more than `limit` sets matter. */
export const searchAbove = (
  pursuit: Pursuit,
  { master, goal, point }: Root,
  at: { readonly target: number; readonly limit: number },
): PoolAnswer | undefined => {
  const list = enumerateSets(master, point, at);
  if (list === undefined) return undefined;
  const nodeLimit = pursuit.isPart ? nodesOfPart : allNodes;
  return searchListed(pursuit, master, { list, target: at.target, step: goal.unit, nodeLimit });
};
