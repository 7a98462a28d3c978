import { type Plan, goalNames } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { entry, real, whole } from "./cells.ts";
import { planAhead, shareLeft, spend, workOf } from "./clock.ts";
import { type Component, componentsOf } from "./components.ts";
import { modelOf } from "./model.ts";
import { largeFrom, middlingFrom } from "./large.ts";
import { type SolveOptions, clockOf } from "./options.ts";
import { type SolvedPart, fourOf, planOf } from "./plan-of.ts";
import { type Pursuit, type StageOutcome, newCounters, pointsOfLead } from "./pursuit.ts";
import { seekPlan } from "./seek-plan.ts";
import { firstDraft, pursueAll } from "./solve-component.ts";
import { pursueLarge } from "./solve-large.ts";

const previousItems = (
  problem: Problem,
  { model, requests, providers }: Component,
  { previous }: SolveOptions,
): Uint8Array => {
  const keys = new Set(
    previous?.assignments.map(({ request, provider, role }) => `${request}\n${provider}\n${role}`),
  );
  return Uint8Array.from(model.isLead, (isLead, item) => {
    const request = entry(problem.requests, whole(requests, whole(model.request, item))).id;
    const provider = entry(problem.providers, whole(providers, whole(model.provider, item))).id;
    return keys.has(`${request}\n${provider}\n${isLead === 1 ? "lead" : "specialist"}`) ? 1 : 0;
  });
};

/** Units for one placement to be found, weighed and tried in the first plans. */
const workOfItem = 10;

const askOfMiddling = { leadPoints: pointsOfLead, prices: 0.05, dive: 0.05, search: 0.1 };

/** How a part is gone about, by its size. */
const pursue = (pursuit: Pursuit): readonly StageOutcome[] => {
  const { requestCount } = pursuit.model;
  if (requestCount > largeFrom) return pursueLarge(pursuit);
  if (requestCount > middlingFrom) seekPlan(pursuit, askOfMiddling);
  return pursueAll(pursuit);
};

const bySize = (a: Component, b: Component): number => a.items.length - b.items.length;

/**
 * The best plan for a round: leads in band 1, then 2, 3 and 4, then fit. Proved where `proved` says so; else the bounds say how
 * much better any plan could be. The same problem gives the same plan, whatever order its lists were in.
 */
export const solve = (problem: Problem, options: SolveOptions = {}): Plan => {
  const clock = clockOf(options);
  const { now, began } = clock.meter;
  const model = modelOf(problem);
  const components = componentsOf(model);
  spend(clock, model.itemCount * workOfItem);
  const started = components.map((component) => ({ component, best: firstDraft(component.model) }));
  const solved: SolvedPart[] = [];
  const newest = new Map(started.map(({ component, best }) => [component, best]));
  const bestSoFar = (goal: number): number =>
    [...newest.values()].reduce((sum, best) => sum + real(best.value, goal), 0);
  planAhead(clock);
  let itemsLeft = model.itemCount;
  for (const { component, best } of started.toSorted((a, b) => bySize(a.component, b.component))) {
    const pursuit: Pursuit = {
      model: component.model,
      clock: shareLeft(clock, component.items.length / itemsLeft),
      best,
      isPart: false,
      previous: previousItems(problem, component, options),
      remake: pursueAll,
      tell: ({ stage, best: latest }) => {
        newest.set(component, latest);
        options.onProgress?.({
          groups: components.length,
          group: solved.length + 1,
          goal: entry(goalNames, stage),
          servedByBand: fourOf(bestSoFar),
          fit: bestSoFar(4),
          ms: now() - began,
        });
      },
      counters: newCounters(),
    };
    itemsLeft -= component.items.length;
    const outcomes = pursue(pursuit);
    newest.set(component, pursuit.best);
    solved.push({ component, best: pursuit.best, outcomes, counters: pursuit.counters });
  }
  solved.sort((a, b) => whole(a.component.requests, 0) - whole(b.component.requests, 0));
  return { ...planOf(problem, model, solved), ms: now() - began, work: workOf(clock) };
};
