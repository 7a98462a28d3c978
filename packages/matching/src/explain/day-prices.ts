import { type GroupProof, type Plan, type StageProof, goalNames } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { entry, flagAt, whole } from "../solve/cells.ts";
import { exactBest } from "../solve/knapsack-exact.ts";
import { createKnapsack, loadKnapsack } from "../solve/knapsack.ts";
import { buildModel, type Model } from "../solve/model.ts";
import { netValues } from "../solve/net-values.ts";
import { goalOf } from "../solve/pursuit.ts";

/** What more days of one provider could be worth, by the shadow prices of the proof. */
export type DayPrice = {
  readonly provider: string;
  /** The fewest extra days (all of them free of windows) that could serve one more school; fewer certainly serve nobody more. */
  readonly days: number;
  /** The first band that could gain. A promise only where `extraDays` names a school. */
  readonly band: number;
};

const mostDays = 12;

type Ledger = { readonly model: Model; readonly net: Float64Array };

/** The round with so many more days for everyone: more days may open pairs that were out of reach before. */
const roomiest = (problem: Problem): Problem => ({
  ...problem,
  providers: problem.providers.map((each) => ({
    ...each,
    days: each.days + mostDays,
    daysEarly: each.daysEarly + mostDays,
    daysLate: each.daysLate + mostDays,
  })),
});

/** The most that a provider with some more days could take on, at the multipliers laid over `net`. */
const bestWith = ({ model, net }: Ledger, provider: number, extra: number): number => {
  const more = (caps: Int32Array): Int32Array => caps.map((cap) => cap - mostDays + extra);
  const roomier = {
    ...model,
    capDays: more(model.capDays),
    capEarly: more(model.capEarly),
    capLate: more(model.capLate),
  };
  const sack = createKnapsack();
  const items = entry(model.itemsOfProvider, provider);
  if (!loadKnapsack(sack, { model: roomier, index: provider, items }, { values: net, floor: 0 }))
    return 0;
  return exactBest(sack, roomier);
};

const place = (problem: Problem, group: GroupProof, values: readonly number[]): Float64Array => {
  const at = new Map(group.requests.map((id, index) => [id, index]));
  return Float64Array.from(problem.requests, ({ id }) => values[at.get(id) ?? -1] ?? 0);
};

const ledgerFor = (
  problem: Problem,
  model: Model,
  at: { readonly group: GroupProof; readonly stage: StageProof; readonly index: number },
): Ledger => {
  const { group, stage, index } = at;
  const goal = goalOf(model, index, { holds: stage.holds, served: stage.served });
  const points = Float64Array.from(model.fit, (fit, item) => {
    const counts = flagAt(model.isLead, item) === 1 && whole(model.band, item) === index;
    return Math.max(0, fit) + (counts ? stage.unit : 0);
  });
  const net = new Float64Array(model.itemCount);
  const duals = {
    lead: place(problem, group, stage.lead),
    specialist: place(problem, group, stage.specialist),
    band: Float64Array.from(stage.band),
  };
  netValues(model, points, { duals, net });
  for (let item = 0; item < model.itemCount; item++)
    if (flagAt(goal.stage.leftOut, item) === 1) net[item] = -1;
  return { model, net };
};

/** Whether the stage's bound leaves room for one more lead once the provider has the extra days. */
const allowsMore = (
  ledger: Ledger,
  stage: StageProof,
  at: { readonly provider: number; readonly extra: number; readonly served: number },
): boolean => {
  const gain = bestWith(ledger, at.provider, at.extra) - bestWith(ledger, at.provider, 0);
  return Math.floor((stage.rootBound + gain + 1e-3) / stage.unit) > at.served;
};

const pricesOfGroup = (
  problem: Problem,
  model: Model,
  at: { readonly group: GroupProof; readonly served: readonly number[] },
): readonly DayPrice[] => {
  const { group, served } = at;
  const ledgers = group.stages.slice(0, 4).map((stage, index) => ({
    stage,
    index,
    ledger: ledgerFor(problem, model, { group, stage, index }),
  }));
  return problem.providers.flatMap(({ id }, provider) => {
    for (let extra = 1; extra <= mostDays; extra++)
      for (const { stage, index, ledger } of ledgers) {
        const ask = { provider, extra, served: served[index] ?? 0 };
        if (allowsMore(ledger, stage, ask)) return [{ provider: id, days: extra, band: index + 1 }];
      }
    return [];
  });
};

const servedIn = (problem: Problem, plan: Plan, group: GroupProof): readonly number[] => {
  const inside = new Set(group.requests);
  const left = new Set(plan.unserved);
  return [1, 2, 3, 4].map(
    (band) =>
      problem.requests.filter(
        (request) => request.band === band && inside.has(request.id) && !left.has(request.id),
      ).length,
  );
};

/** Stands for those whom nobody can support as things are: more days may bring them in. */
const nobody: GroupProof = {
  requests: [],
  providers: [],
  stages: goalNames.map((goal) => ({
    goal,
    holds: ["free", "free", "free", "free"],
    served: [0, 0, 0, 0],
    bound: 0,
    proved: true,
    unit: 1_000_000_000,
    rootBound: 0,
    lead: [],
    specialist: [],
    band: [0, 0, 0, 0],
  })),
};

const sooner = (a: DayPrice, b: DayPrice): number =>
  a.days - b.days || a.band - b.band || (a.provider < b.provider ? -1 : 1);

/** Above this many pairs the advice is left out: it would take longer than the rest together. */
const largest = 6000;

/**
 * Which providers' extra days could serve one more school, from the fewest days up. Only for proved plans: where a gap is open, any
 * day could help. A bound stays a bound when its own multipliers are kept, so fewer days than these change no band. It takes ten
 * times as long as the rest of the reasons, so it is asked for apart from `explain`.
 */
export const dayPrices = (problem: Problem, plan: Plan): readonly DayPrice[] => {
  if (!plan.proved || plan.counters.pairs > largest) return [];
  const model = buildModel(roomiest(problem));
  const groups = plan.certificate.length === 0 ? [nobody] : plan.certificate;
  const all = groups.flatMap((group) =>
    pricesOfGroup(problem, model, { group, served: servedIn(problem, plan, group) }),
  );
  const first = new Map<string, DayPrice>();
  for (const price of all.sort(sooner))
    if (!first.has(price.provider)) first.set(price.provider, price);
  return [...first.values()];
};
