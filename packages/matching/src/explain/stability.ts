import type { Plan } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { entry, flagAt, whole } from "../solve/cells.ts";
import type { Model } from "../solve/model.ts";
import { type Ledger, shortageOf } from "./room.ts";

/** A school and a provider who would both rather have each other than what the plan gives them. */
export type BlockingPair = {
  readonly request: string;
  readonly provider: string;
  /** Points that the school would gain. */
  readonly gain: number;
  /** The school of lesser need or fit that the provider would let go; none where it has room. */
  readonly instead?: string;
};

export type Stability = {
  readonly blockingPairs: readonly BlockingPair[];
  readonly requestsThatMightObject: number;
  readonly providersThatMightObject: number;
};

/** Lead items of the plan, by request index. */
const leadItems = (problem: Problem, plan: Plan, model: Model): ReadonlyMap<number, number> => {
  const chosen = new Map(
    plan.assignments
      .filter(({ role }) => role === "lead")
      .map(({ request, provider }) => [request, provider]),
  );
  const items = new Map<number, number>();
  for (let item = 0; item < model.itemCount; item++) {
    if (flagAt(model.isLead, item) === 0) continue;
    const request = whole(model.request, item);
    const provider = entry(problem.providers, whole(model.provider, item)).id;
    if (chosen.get(entry(problem.requests, request).id) === provider) items.set(request, item);
  }
  return items;
};

/** A provider ranks schools by need, then by fit. */
const ranksLower = (model: Model, held: number, wanted: number): boolean => {
  const bands = whole(model.band, held) - whole(model.band, wanted);
  return bands > 0 || (bands === 0 && whole(model.fit, held) < whole(model.fit, wanted));
};

/**
 * Blocking pairs in the sense of Gale and Shapley (1962), with days: the school gains points, and the provider has room or holds one
 * school that it ranks lower and whose days would do. A plan for the common good may leave some; a broker should know who.
 */
export const stabilityOf = (
  problem: Problem,
  plan: Plan,
  at: { readonly model: Model; readonly ledger: Ledger },
): Stability => {
  const { model, ledger } = at;
  const leads = leadItems(problem, plan, model);
  const pairs: BlockingPair[] = [];
  for (let item = 0; item < model.itemCount; item++) {
    if (flagAt(model.isLead, item) === 0) continue;
    const request = whole(model.request, item);
    const current = leads.get(request);
    const gain = whole(model.fit, item) - (current === undefined ? 0 : whole(model.fit, current));
    if (gain <= 0 || current === item) continue;
    const school = entry(problem.requests, request);
    const provider = entry(problem.providers, whole(model.provider, item));
    const lack = shortageOf(ledger, { request: school, provider, role: "lead" });
    const pair = { request: school.id, provider: provider.id, gain };
    if (lack.days + lack.schools === 0) {
      pairs.push(pair);
      continue;
    }
    const window = whole(model.window, item);
    const released = [...leads.values()].find(
      (held) =>
        whole(model.provider, held) === whole(model.provider, item) &&
        ranksLower(model, held, item) &&
        (lack.days === 0 ||
          (whole(model.days, held) >= lack.days &&
            (window === 0 || whole(model.window, held) === window))),
    );
    if (released === undefined) continue;
    pairs.push({ ...pair, instead: entry(problem.requests, whole(model.request, released)).id });
  }
  pairs.sort((a, b) => b.gain - a.gain || (a.request < b.request ? -1 : 1));
  return {
    blockingPairs: pairs,
    requestsThatMightObject: new Set(pairs.map(({ request }) => request)).size,
    providersThatMightObject: new Set(pairs.map(({ provider }) => provider)).size,
  };
};
