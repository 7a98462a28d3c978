import type { Problem, Provider, Request, Role } from "../problem.ts";

export type Rule =
  | "fit-to-support"
  | "different-school"
  | "phase"
  | "expertise"
  | "distance"
  | "same-area-only"
  | "different-trust"
  | "not-excluded"
  | "not-declined"
  | "not-forbidden"
  | "pinned-elsewhere"
  | "days"
  | "window-days"
  | "schools";

export const rules: readonly Rule[] = [
  "fit-to-support",
  "different-school",
  "phase",
  "expertise",
  "distance",
  "same-area-only",
  "different-trust",
  "not-excluded",
  "not-declined",
  "not-forbidden",
  "pinned-elsewhere",
  "days",
  "window-days",
  "schools",
];

/** What stands around a pair: hand-made decisions and the trust rule. */
export type Standing = {
  readonly sameTrustAllowed: boolean;
  readonly isForbidden: (request: string, provider: string) => boolean;
  readonly pinOf: (request: string) => string | undefined;
};

export type RuleResult = {
  readonly rule: Rule;
  readonly passed: boolean;
  /** How far it is from passing: kilometres, days or 0 where nothing can be counted. */
  readonly short: number;
};

export type Asked = { readonly expertise: string; readonly days: number };

/** What a role asks of a provider; nothing where the request does not ask for that role. */
export const asksOf = (request: Request, role: Role): Asked | undefined => {
  if (role === "lead") return { expertise: request.primary, days: request.days };
  const { secondary, specialistDays } = request;
  if (secondary === undefined || specialistDays === undefined || specialistDays === 0)
    return undefined;
  return { expertise: secondary, days: specialistDays };
};

/** Straight line in kilometres on the plane. */
export const distanceBetween = (request: Request, provider: Provider): number =>
  Math.hypot(request.x - provider.x, request.y - provider.y);

export const standingOf = (problem: Problem): Standing => {
  const forbidden = new Set(problem.forbid.map((pair) => `${pair.request}\n${pair.provider}`));
  const pinned = new Map(problem.pins.map((pair) => [pair.request, pair.provider]));
  return {
    sameTrustAllowed: problem.policy.sameTrustAllowed,
    isForbidden: (request, provider) => forbidden.has(`${request}\n${provider}`),
    pinOf: (request) => pinned.get(request),
  };
};

const windowCap = (request: Request, provider: Provider): number =>
  request.window === "early"
    ? provider.daysEarly
    : request.window === "late"
      ? provider.daysLate
      : provider.days;

const over = (amount: number): { passed: boolean; short: number } => ({
  passed: amount <= 0,
  short: Math.max(0, amount),
});

const holds = (passed: boolean): { passed: boolean; short: number } => ({ passed, short: 0 });

type Couple = {
  request: Request;
  provider: Provider;
  asked: Asked;
  role: Role;
  standing: Standing;
};

const sameTrust = (request: Request, provider: Provider): boolean =>
  request.trust !== undefined && request.trust === provider.trust;

const verdicts: Record<Rule, (couple: Couple) => { passed: boolean; short: number }> = {
  "fit-to-support": ({ provider }) => holds(provider.fitToSupport),
  "different-school": ({ request, provider }) => holds(request.urn !== provider.urn),
  phase: ({ request, provider }) => holds(provider.phases.includes(request.phase)),
  expertise: ({ provider, asked }) => holds(provider.expertise.has(asked.expertise)),
  distance: ({ request, provider }) => over(distanceBetween(request, provider) - provider.maxKm),
  "same-area-only": ({ request, provider }) =>
    holds(!provider.laOnly || request.la === provider.la),
  "different-trust": ({ request, provider, standing }) =>
    holds(standing.sameTrustAllowed || !sameTrust(request, provider)),
  "not-excluded": ({ request, provider }) => holds(!request.exclude.includes(provider.id)),
  "not-declined": ({ request, provider }) => holds(!provider.declines.includes(request.id)),
  "not-forbidden": ({ request, provider, standing }) =>
    holds(!standing.isForbidden(request.id, provider.id)),
  "pinned-elsewhere": ({ request, provider, role, standing }) =>
    holds(role !== "lead" || (standing.pinOf(request.id) ?? provider.id) === provider.id),
  days: ({ provider, asked }) => over(asked.days - provider.days),
  "window-days": ({ request, provider, asked }) => over(asked.days - windowCap(request, provider)),
  schools: ({ provider }) => over(1 - provider.maxSchools),
};

const coupled = (couple: Omit<Couple, "asked">): Couple | undefined => {
  const asked = asksOf(couple.request, couple.role);
  return asked === undefined ? undefined : { ...couple, asked };
};

export type PairInRole = Omit<Couple, "asked">;

/**
 * Every hard rule for one pair, passed or failed, with how far a failed one is from passing (kilometres or days).
 * A role that the request does not ask for gives an empty list. Room taken by other placements is not looked at.
 */
export const checkPair = (pair: PairInRole): readonly RuleResult[] => {
  const couple = coupled(pair);
  return couple === undefined ? [] : rules.map((rule) => ({ rule, ...verdicts[rule](couple) }));
};

/** Whether the pair passes every hard rule. Stops at the first that fails, because a country has millions of pairs. */
export const isEligible = (pair: PairInRole): boolean => {
  const couple = coupled(pair);
  return couple !== undefined && rules.every((rule) => verdicts[rule](couple).passed);
};
