import type { Plan } from "../plan.ts";
import type { Problem, Provider } from "../problem.ts";
import { entry } from "../solve/cells.ts";
import { seedItems } from "../solve/model.ts";
import type { Ledger } from "./room.ts";
import type { UnservedReason } from "./unserved.ts";

/** Who to recruit: a kind of leader that the round lacks, and what it would unlock. */
export type Recruit = {
  readonly expertise: string;
  readonly zone: string;
  readonly phase: string;
  /** Schools left out that ask for it. */
  readonly unserved: number;
  /** Providers that hold it, serve the phase and could come, room or not. */
  readonly eligible: number;
  readonly daysAsked: number;
  /** Leads by band that a provider of this kind with enough days would add at once. */
  readonly unlocks: readonly [number, number, number, number];
};

export type ExtraDays = {
  readonly provider: string;
  /** Extra days with which this provider could take on one more school that is left out. */
  readonly days: number;
  readonly unlocks: string;
  readonly band: number;
};

const keyOf = (expertise: string, zone: string, phase: string): string =>
  `${expertise}\n${zone}\n${phase}`;

const eligibleCounts = (problem: Problem): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { request, role } of seedItems(problem)) {
    if (role !== "lead") continue;
    const { id } = entry(problem.requests, request);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
};

/** What to recruit by expertise, zone and phase: the greatest need first. */
export const recruitAdvice = (problem: Problem, plan: Plan): readonly Recruit[] => {
  const left = new Set(plan.unserved);
  const eligible = eligibleCounts(problem);
  const groups = new Map<string, Recruit>();
  for (const request of problem.requests) {
    if (!left.has(request.id)) continue;
    const key = keyOf(request.primary, request.zone, request.phase);
    const known = groups.get(key);
    const [one, two, three, four] = known?.unlocks ?? [0, 0, 0, 0];
    const more = (band: number): number => (request.band === band ? 1 : 0);
    groups.set(key, {
      expertise: request.primary,
      zone: request.zone,
      phase: request.phase,
      unserved: (known?.unserved ?? 0) + 1,
      eligible: Math.max(known?.eligible ?? 0, eligible.get(request.id) ?? 0),
      daysAsked: (known?.daysAsked ?? 0) + request.days,
      unlocks: [one + more(1), two + more(2), three + more(3), four + more(4)],
    });
  }
  const weight = ({ unlocks }: Recruit): number =>
    unlocks.reduce((sum, count, band) => sum + count * 100 ** (3 - band), 0);
  return [...groups.values()].sort(
    (a, b) =>
      weight(b) - weight(a) ||
      (keyOf(a.expertise, a.zone, a.phase) < keyOf(b.expertise, b.zone, b.phase) ? -1 : 1),
  );
};

/** Which provider's extra days would serve whom: the greatest need first, then the fewest days. */
export const extraDays = (unserved: readonly UnservedReason[]): readonly ExtraDays[] =>
  unserved
    .flatMap(({ request, band, changes }) =>
      changes.flatMap((change) =>
        change.kind === "days"
          ? [{ provider: change.provider, days: change.days, unlocks: request, band }]
          : [],
      ),
    )
    .sort((a, b) => a.band - b.band || a.days - b.days || (a.provider < b.provider ? -1 : 1));

export type Load = {
  readonly provider: string;
  readonly days: number;
  readonly offered: number;
  /** Days given over days offered, 0 to 1; 0 where none are offered. */
  readonly share: number;
  readonly schools: number;
};

export type LoadSpread = {
  readonly providers: readonly Load[];
  readonly unused: number;
  readonly full: number;
  /** Mean share, and how far shares lie from it (standard deviation). */
  readonly mean: number;
  readonly spread: number;
};

const loadOf = (provider: Provider, ledger: Ledger): Load => {
  const left = ledger.get(provider.id);
  const days = provider.days - (left?.days ?? provider.days);
  return {
    provider: provider.id,
    days,
    offered: provider.days,
    share: provider.days === 0 ? 0 : days / provider.days,
    schools: provider.maxSchools - (left?.schools ?? provider.maxSchools),
  };
};

export const loadSpread = (problem: Problem, ledger: Ledger): LoadSpread => {
  const providers = problem.providers.map((provider) => loadOf(provider, ledger));
  const count = Math.max(1, providers.length);
  const mean = providers.reduce((sum, { share }) => sum + share, 0) / count;
  const variance = providers.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / count;
  return {
    providers,
    unused: providers.filter(({ days }) => days === 0).length,
    full: providers.filter(({ days, offered }) => offered > 0 && days === offered).length,
    mean,
    spread: Math.sqrt(variance),
  };
};
