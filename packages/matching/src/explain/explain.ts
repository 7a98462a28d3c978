import { standingOf } from "../constraints/eligibility.ts";
import type { Plan } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { modelOf } from "../solve/model.ts";
import { type ExtraDays, type LoadSpread, extraDays, loadSpread } from "./advice.ts";
import { pricesOf } from "./prices.ts";
import { type Recruit, recruitAdvice } from "./recruit.ts";
import { ledgerOf } from "./room.ts";
import { type ServedReason, whyServed } from "./served.ts";
import { type Stability, stabilityOf } from "./stability.ts";
import { type UnservedReason, whyUnserved } from "./unserved.ts";

export type Explanation = {
  readonly unserved: readonly UnservedReason[];
  readonly served: readonly ServedReason[];
  readonly recruit: readonly Recruit[];
  readonly extraDays: readonly ExtraDays[];
  readonly stability: Stability;
  readonly load: LoadSpread;
};

/**
 * A reason for everything in a plan: who was left out and why, who came next, who to recruit, who might object. What days beyond the
 * sure ones in `extraDays` could be worth is dear to find, so it is asked for apart: `dayPrices`.
 */
export const explain = (problem: Problem, plan: Plan): Explanation => {
  const model = modelOf(problem);
  const ledger = ledgerOf(problem, plan.assignments);
  const scene = {
    problem,
    standing: standingOf(problem),
    ledger,
    assignments: plan.assignments,
  };
  const left = new Set(plan.unserved);
  const unserved = problem.requests
    .filter(({ id }) => left.has(id))
    .map((request) => whyUnserved(scene, request));
  const prices = pricesOf(problem, plan, model);
  return {
    unserved,
    served: whyServed({ problem, plan, prices, ledger }),
    recruit: recruitAdvice(problem, plan, model),
    extraDays: extraDays(unserved),
    stability: stabilityOf(problem, plan, { model, ledger }),
    load: loadSpread(problem, ledger),
  };
};
