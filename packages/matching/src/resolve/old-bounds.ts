import { exactBest } from "../solve/knapsack-exact.ts";
import type { GroupProof, Plan, StageProof } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { entry, flagAt, real } from "../solve/cells.ts";
import type { Component } from "../solve/components.ts";
import { type Knapsack, createKnapsack, loadItems } from "../solve/knapsack.ts";
import { type Duals, netValues } from "../solve/net-values.ts";
import type { Goal, StageOutcome } from "../solve/pursuit.ts";

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
};

export const oldProofOf = (problem: Problem, plan: Plan): OldProof => ({
  problem,
  where: whereRequestsWere(plan),
  sack: createKnapsack(),
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
      band[at] = hold === "free" ? 0 : Math.min(0, (stage.band[at] ?? 0) * scale);
    });
  });
  return { lead, specialist, band };
};

/**
 * The bound that the multipliers of an earlier proof give for the round as it is now. Multipliers stay valid when the round
 * changes, they only become less sharp, so no linear programme is needed.
 */
export const boundFromOld = (
  old: OldProof,
  component: Component,
  at: { readonly goal: Goal; readonly reached: number },
): StageOutcome => {
  const { model } = component;
  const { sack } = old;
  const { goal } = at;
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
  const units = Math.min(goal.most, Math.floor((bound + 1e-4) / goal.unit));
  const whole_ = Math.max(at.reached, units);
  return {
    bound: whole_,
    proved: whole_ === at.reached,
    stage: goal.stage,
    unit: goal.unit,
    duals,
    rootBound: bound,
  };
};
