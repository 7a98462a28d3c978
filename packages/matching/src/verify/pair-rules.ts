import type { Problem, Provider, Request } from "../problem.ts";

/* Written from the round's published rules alone, on purpose without a look at the solver's own reading of them. */

export type Job = { readonly area: string; readonly days: number };

export const jobOf = (request: Request, role: "lead" | "specialist"): Job | undefined =>
  role === "lead"
    ? { area: request.primary, days: request.days }
    : request.secondary !== undefined && (request.specialistDays ?? 0) > 0
      ? { area: request.secondary, days: request.specialistDays ?? 0 }
      : undefined;

const kilometres = (request: Request, provider: Provider): number =>
  Math.hypot(request.x - provider.x, request.y - provider.y);

const roomIn = (request: Request, provider: Provider): number => {
  if (request.window === "early") return Math.min(provider.days, provider.daysEarly);
  if (request.window === "late") return Math.min(provider.days, provider.daysLate);
  return provider.days;
};

export type PairToCheck = {
  readonly request: Request;
  readonly provider: Provider;
  readonly role: "lead" | "specialist";
};

/** The first rule that the pair breaks, in words; nothing when it breaks none. */
export const brokenRule = (pair: PairToCheck, problem: Problem): string | undefined => {
  const { request, provider, role } = pair;
  const job = jobOf(request, role);
  if (job === undefined) return "the request asks for no specialist";
  if (!provider.fitToSupport) return "the provider is not fit to support";
  if (request.urn === provider.urn) return "the provider works at the school itself";
  if (!provider.phases.includes(request.phase)) return "the provider does not serve the phase";
  if (!provider.expertise.has(job.area)) return "the provider does not hold the expertise";
  if (kilometres(request, provider) > provider.maxKm) return "the school is too far away";
  if (provider.laOnly && request.la !== provider.la) return "the provider keeps to its own area";
  const oneTrust = request.trust !== undefined && request.trust === provider.trust;
  if (oneTrust && !problem.policy.sameTrustAllowed) return "both belong to one trust";
  if (request.exclude.includes(provider.id)) return "the request excludes the provider";
  if (provider.declines.includes(request.id)) return "the provider declined the request";
  if (
    problem.forbid.some((pair_) => pair_.request === request.id && pair_.provider === provider.id)
  )
    return "the pair is forbidden";
  if (job.days > roomIn(request, provider)) return "the provider has not that many days";
  if (provider.maxSchools < 1) return "the provider takes no school";
  const pin = problem.pins.find((each) => each.request === request.id);
  if (role === "lead" && pin !== undefined && pin.provider !== provider.id)
    return "the request is pinned to another provider";
  return undefined;
};

const third = (points: number, level: number): number => Math.round((points * level) / 3);

/** Points of a pair by the published formula. */
export const pointsOfPair = (pair: PairToCheck, problem: Problem): number => {
  const { request, provider, role } = pair;
  const w = problem.policy.weights;
  const d = kilometres(request, provider) / Math.max(1, provider.maxKm);
  const levelIn = (area: string | undefined) =>
    area === undefined ? 0 : (provider.expertise.get(area) ?? 0);
  const second = levelIn(request.secondary);
  if (role === "specialist")
    return Math.round(
      w.specialist * (0.3 + (0.4 * second) / 3 + (0.2 * provider.impact) / 100 + 0.1 * (1 - d)),
    );
  const rank = request.prefer.indexOf(provider.id);
  const near =
    request.zone === provider.zone ? w.sameZone : request.la === provider.la ? w.sameLa : 0;
  return (
    third(w.level, levelIn(request.primary)) +
    third(w.secondary, second) +
    Math.round((w.impact * provider.impact) / 100) +
    near +
    Math.round(w.distance * (1 - d)) +
    (rank >= 0 ? Math.round(w.prefer * (1 - 0.3 * rank)) : 0) +
    (request.current === provider.id ? w.continuity : 0) +
    (provider.prefersZones.includes(request.zone) ? w.providerPref : 0)
  );
};
