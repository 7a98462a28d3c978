import { exactBest } from "../solve/knapsack-exact.ts";
import type { GroupProof, Plan, StageProof } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { entry, flagAt, real } from "../solve/cells.ts";
import type { Component } from "../solve/components.ts";
import { createKnapsack, huntSets, loadKnapsack } from "../solve/knapsack.ts";
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

/** The old multipliers by new request number; a request that is new starts from nothing. Bands as in the first group met. */
const oldDuals = (
  problem: Problem,
  component: Component,
  at: { plan: Plan; goal: Goal },
): Duals => {
  const where = whereRequestsWere(at.plan);
  const lead = new Float64Array(component.requests.length);
  const specialist = new Float64Array(component.requests.length);
  let band = new Float64Array(4);
  component.requests.forEach((request, index) => {
    const old = where.get(entry(problem.requests, request).id);
    const stage = old === undefined ? undefined : stageOf(old.group, at.goal.index);
    if (old === undefined || stage === undefined) return;
    const scale = at.goal.unit / stage.unit;
    lead[index] = Math.max(0, stage.lead[old.at] ?? 0) * scale;
    specialist[index] = Math.max(0, stage.specialist[old.at] ?? 0) * scale;
    band = Float64Array.from(stage.band, (dual) => Math.min(0, dual * scale));
  });
  return {
    lead,
    specialist,
    band: band.map((dual, at_) => (entry(at.goal.stage.holds, at_) === "free" ? 0 : dual)),
  };
};

/**
 * The bound that the multipliers of an earlier proof give for the round as it is now. Multipliers stay valid when the round
 * changes, they only become less sharp, so no linear programme is needed.
 */
export const boundFromOld = (
  problem: Problem,
  component: Component,
  at: { readonly plan: Plan; readonly goal: Goal; readonly reached: number },
): StageOutcome => {
  const { model } = component;
  const { goal } = at;
  const duals = oldDuals(problem, component, at);
  const net = new Float64Array(model.itemCount);
  netValues(model, goal.stage.points, { duals, net });
  for (let item = 0; item < model.itemCount; item++)
    if (flagAt(goal.stage.leftOut, item) === 1) net[item] = -1;
  let bound = duals.lead.reduce((sum, dual) => sum + dual, 0);
  goal.stage.served.forEach((served, band) => (bound += served * real(duals.band, band)));
  const sack = createKnapsack();
  for (let provider = 0; provider < model.providerCount; provider++) {
    const items = entry(model.itemsOfProvider, provider);
    loadKnapsack(sack, { model, index: provider, items }, { values: net, floor: 0 });
    let best = 0;
    const complete = huntSets(sack, {
      model,
      threshold: 0,
      stepsLeft: 2_000,
      found: (_, value) => {
        best = value;
        return value + 1e-9;
      },
    });
    bound += complete ? best : exactBest(sack, model);
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
