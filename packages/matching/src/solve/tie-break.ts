import { isOver, spend } from "./clock.ts";
import { relax } from "./column-generation.ts";
import { entry, flagAt, real, whole } from "./cells.ts";
import { compareValues, draftOf, itemsOf } from "./draft.ts";
import { enumerateSets, lagrangianPoint, type SetList } from "./enumerate.ts";
import { resetNode, solvedMaster, type Master } from "./master.ts";
import type { Model } from "./model.ts";
import type { Stage } from "./objective.ts";
import { searchPool } from "./pool-search.ts";
import { stopFor, type Pursuit } from "./pursuit.ts";

const listLimit = 1500;
const nodeLimit = 150;
const unevennessWeight = 64;

/** Days given over days offered, squared and in hundredths: least in sum where the load is most even. */
const unevenness = (model: Model, provider: number, items: Iterable<number>): number => {
  const offered = whole(model.capDays, provider);
  if (offered === 0) return 0;
  let days = 0;
  for (const item of items) days += whole(model.days, item);
  return Math.round(100 * (days / offered) ** 2);
};

const kept = (previous: Uint8Array, items: Iterable<number>): number => {
  let count = 0;
  for (const item of items) count += flagAt(previous, item);
  return count;
};

type Scale = {
  readonly model: Model;
  readonly stage: Stage;
  readonly previous: Uint8Array;
  readonly unit: number;
};

/** Fit above all; then evenness; then what stays as it was. Whole numbers. */
const worthOf = (scale: Scale, provider: number, items: Iterable<number>): number => {
  let fit = 0;
  for (const item of items) fit += real(scale.stage.points, item);
  return (
    fit * scale.unit -
    unevennessWeight * unevenness(scale.model, provider, items) +
    kept(scale.previous, items)
  );
};

const worthOfPlan = (scale: Scale, items: readonly number[]): number => {
  const byProvider = new Map<number, number[]>();
  for (const item of items) {
    const provider = whole(scale.model.provider, item);
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), item]);
  }
  let sum = 0;
  for (const [provider, own] of byProvider) sum += worthOf(scale, provider, own);
  return sum;
};

const scaleOf = (master: Master, previous: Uint8Array): Scale => {
  const { model, stage } = master;
  const unit = unevennessWeight * 100 * model.providerCount + 2 * model.requestCount + 1;
  return { model, stage, previous, unit };
};

const listEqual = (pursuit: Pursuit, master: Master): SetList | undefined => {
  resetNode(master);
  relax(master, stopFor(pursuit, -Infinity));
  const point = lagrangianPoint(master);
  return enumerateSets(master, point, { target: real(pursuit.best.value, 4), limit: listLimit });
};

/**
 * Among plans that serve the same and fit as well: the most even load, then the fewest changes from the last plan. The master stands
 * at the fit stage. Effort is counted in sets and nodes, never in time, so that the choice is the same on every machine.
 */
export const breakTies = (pursuit: Pursuit, master: Master): void => {
  const { previous } = pursuit;
  const list = listEqual(pursuit, master);
  if (list === undefined || list.sets.length === 0 || isOver(pursuit.clock)) return;
  const scale = scaleOf(master, previous);
  const worth = list.sets.map((items, at) => worthOf(scale, entry(list.providers, at), items));
  const stage: Stage = {
    ...master.stage,
    points: master.stage.points.map((points) => points * scale.unit),
  };
  const answer = searchPool(
    pursuit.model,
    { stage, list: { ...list, worth }, start: solvedMaster(master) },
    {
      target: worthOfPlan(scale, itemsOf(pursuit.best)) + 1,
      step: 1,
      nodeLimit,
      isOver: () => isOver(pursuit.clock),
      spend: (units) => spend(pursuit.clock, units),
    },
  );
  if (answer.items === undefined) return;
  const draft = draftOf(pursuit.model, answer.items);
  if (compareValues(draft.value, pursuit.best.value) === 0) pursuit.best = draft;
};
