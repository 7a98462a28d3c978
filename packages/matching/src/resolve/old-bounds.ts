import { exactBest } from "../solve/knapsack-exact.ts";
import type { GroupProof, Plan, StageProof } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { entry, flagAt, real } from "../solve/cells.ts";
import type { Component } from "../solve/components.ts";
import { type Knapsack, createKnapsack, loadItems } from "../solve/knapsack.ts";
import { type Duals, netValues } from "../solve/net-values.ts";
import type { RoundChange } from "./change.ts";
import { type Goal, type Held, type StageOutcome, goalOf } from "../solve/pursuit.ts";

type MultipliersOf = ReadonlyMap<string, { readonly group: GroupProof; readonly at: number }>;

const whereRequestsWere = (plan: Plan): MultipliersOf =>
  new Map(
    plan.certificate.flatMap((group) =>
      group.requests.map((id, at) => [id, { group, at }] as const),
    ),
  );

const stageOf = (group: GroupProof, goal: number): StageProof | undefined => group.stages[goal];

/** The multipliers of an earlier proof, with room to work in. */
export type OldProof = {
  readonly problem: Problem;
  readonly where: MultipliersOf;
  readonly sack: Knapsack;
  /** Whether the round has done nothing but lose placements: then no plan is new, and what was a bound still is one. */
  readonly onlyLost: boolean;
};

const losing = ["declined", "provider-left", "request-closed"];

export const oldProofOf = (
  problem: Problem,
  plan: Plan,
  change: Pick<RoundChange, "kind">,
): OldProof => ({
  problem,
  where: whereRequestsWere(plan),
  sack: createKnapsack(),
  onlyLost: losing.includes(change.kind),
});

/** The old multipliers by new request number; a request that is new starts from nothing. Bands as in the first group met. */
const oldDuals = ({ problem, where }: OldProof, component: Component, goal: Goal): Duals => {
  const lead = new Float64Array(component.requests.length);
  const specialist = new Float64Array(component.requests.length);
  const band = new Float64Array(4);
  component.requests.forEach((request, index) => {
    const old = where.get(entry(problem.requests, request).id);
    const stage = old === undefined ? undefined : stageOf(old.group, goal.index);
    if (old === undefined || stage === undefined) return;
    const scale = goal.unit / stage.unit;
    lead[index] = Math.max(0, stage.lead[old.at] ?? 0) * scale;
    specialist[index] = Math.max(0, stage.specialist[old.at] ?? 0) * scale;
    goal.stage.holds.forEach((hold, at) => {
      const dual = (stage.band[at] ?? 0) * scale;
      band[at] = hold === "free" ? 0 : hold === "exactly" ? dual : Math.min(0, dual);
    });
  });
  return { lead, specialist, band };
};

type At = { readonly index: number; readonly held: Held; readonly reached: number };

/**
 * The old stage of the component's group, where its bound still holds: this plan serves each earlier band at least as well as the bound
 * asks. Of a group that fell apart, a part that does so can only reach less.
 */
const inherited = (old: OldProof, { requests }: Component, at: At): StageProof | undefined => {
  const first = old.problem.requests[requests[0] ?? -1]?.id ?? "";
  const stage = old.onlyLost ? old.where.get(first)?.group.stages[at.index] : undefined;
  const isHeld = at.held.served
    .slice(0, at.index)
    .every((served, band) => served >= (stage?.served[band] ?? Infinity));
  return isHeld ? stage : undefined;
};

const isSameHold = (stage: StageProof, { holds, served }: Held): boolean =>
  stage.holds.every(
    (hold, band) =>
      stage.band[band] === 0 || (hold === holds[band] && stage.served[band] === served[band]),
  );

const multiplied = (old: OldProof, component: Component, goal: Goal) => {
  const { model } = component;
  const { sack } = old;
  const duals = oldDuals(old, component, goal);
  const net = new Float64Array(model.itemCount);
  netValues(model, goal.stage.points, { duals, net });
  for (let item = 0; item < model.itemCount; item++)
    if (flagAt(goal.stage.leftOut, item) === 1) net[item] = -1;
  let bound = duals.lead.reduce((sum, dual) => sum + dual, 0);
  goal.stage.served.forEach((served, band) => (bound += served * real(duals.band, band)));
  for (let provider = 0; provider < model.providerCount; provider++) {
    const items = entry(model.itemsOfProvider, provider);
    loadItems(sack, { model, index: provider, items }, { values: net, floor: 0 });
    if (sack.size > 0) bound += exactBest(sack, model);
  }
  return { duals, bound };
};

/**
 * The bound that the multipliers of an earlier proof give for the round as it is now. Multipliers stay valid when the round
 * changes, they only become less sharp, so no linear programme is needed; where the plan reaches the old bound, nothing at all is.
 */
export const boundFromOld = (old: OldProof, component: Component, at: At): StageOutcome => {
  const stage = inherited(old, component, at);
  const goal = goalOf(component.model, at.index, at.held);
  const isReached = stage !== undefined && stage.bound <= at.reached;
  if (isReached && isSameHold(stage, at.held))
    return {
      bound: at.reached,
      proved: true,
      stage: goal.stage,
      unit: stage.unit,
      duals: oldDuals(old, component, { ...goal, unit: stage.unit }),
      rootBound: stage.rootBound,
    };
  const { duals, bound } = multiplied(old, component, goal);
  const units = Math.min(
    goal.most,
    stage?.bound ?? Infinity,
    Math.floor((bound + 1e-4) / goal.unit),
  );
  const most = Math.max(at.reached, units);
  return {
    bound: most,
    proved: most === at.reached,
    stage: goal.stage,
    unit: goal.unit,
    duals,
    rootBound: bound,
  };
};
