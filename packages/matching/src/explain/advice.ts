import type { Problem, Provider } from "../problem.ts";
import type { Ledger } from "./room.ts";
import type { UnservedReason } from "./unserved.ts";

export type ExtraDays = {
  readonly provider: string;
  /** Extra days with which this provider could take on one more school that is left out. */
  readonly days: number;
  readonly unlocks: string;
  readonly band: number;
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
