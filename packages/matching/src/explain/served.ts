import type { ExplainedAssignment, Plan } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { entry, flagAt, whole } from "../solve/cells.ts";
import { type Prices, boundWith } from "./prices.ts";
import { type Ledger, shortageOf } from "./room.ts";

export type RunnerUp = {
  readonly provider: string;
  readonly fit: number;
  /** Points by which it fits less than the one chosen; below zero where it fits better. */
  readonly less: number;
  /** `room` where it could take the school on today; else what its days are promised to. */
  readonly why: "room" | "full";
  readonly busyWith: readonly string[];
  /** With the same schools served, any plan that chose it would lose at least this many points. */
  readonly planLosesAtLeast: number;
};

export type ServedReason = {
  readonly request: string;
  readonly provider: string;
  readonly fit: number;
  readonly runnersUp: readonly RunnerUp[];
};

export type Weighing = {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly prices: Prices;
  readonly ledger: Ledger;
};

const leadOf = (plan: Plan): ReadonlyMap<string, ExplainedAssignment> =>
  new Map(
    plan.assignments.filter(({ role }) => role === "lead").map((each) => [each.request, each]),
  );

const busyWith = (plan: Plan, provider: string): readonly string[] =>
  plan.assignments.filter((each) => each.provider === provider).map(({ request }) => request);

const runnerUp = (weighing: Weighing, item: number, chosen: ExplainedAssignment): RunnerUp => {
  const { problem, plan, prices, ledger } = weighing;
  const { model } = prices;
  const provider = entry(problem.providers, whole(model.provider, item));
  const request = entry(problem.requests, whole(model.request, item));
  const shortage = shortageOf(ledger, { request, provider, role: "lead" });
  const isFull = shortage.days + shortage.schools > 0;
  const fit = whole(model.fit, item);
  const loses = Math.max(0, Math.ceil(plan.fit - boundWith(prices, item) - 1e-6));
  return {
    provider: provider.id,
    fit,
    less: chosen.fit - fit,
    why: isFull ? "full" : "room",
    busyWith: isFull ? busyWith(plan, provider.id) : [],
    planLosesAtLeast: Number.isFinite(loses) ? loses : plan.fit,
  };
};

/** For each request served: the next three who could lead, and what the plan would lose by choosing them. */
export const whyServed = (weighing: Weighing): readonly ServedReason[] => {
  const { problem, prices, plan } = weighing;
  const { model } = prices;
  const leads = leadOf(plan);
  return problem.requests.flatMap((request, index) => {
    const chosen = leads.get(request.id);
    if (chosen === undefined) return [];
    const others = Array.from(entry(model.leadsOfRequest, index))
      .filter((item) => flagAt(model.isLead, item) === 1)
      .filter(
        (item) => entry(problem.providers, whole(model.provider, item)).id !== chosen.provider,
      )
      .sort((a, b) => whole(model.fit, b) - whole(model.fit, a) || a - b)
      .slice(0, 3);
    return [
      {
        request: request.id,
        provider: chosen.provider,
        fit: chosen.fit,
        runnersUp: others.map((item) => runnerUp(weighing, item, chosen)),
      },
    ];
  });
};
