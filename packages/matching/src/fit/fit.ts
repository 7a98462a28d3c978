import { distanceBetween } from "../constraints/eligibility.ts";
import type { Provider, Request, Role, Weights } from "../problem.ts";

export type FitPart =
  | "level"
  | "secondary"
  | "impact"
  | "place"
  | "distance"
  | "preferred"
  | "continuity"
  | "provider-preference"
  | "specialist";

/** Whole points by part; a part that gives nothing is left out. */
export type FitParts = { readonly [part in FitPart]?: number };

const nearness = (request: Request, provider: Provider): number =>
  1 - distanceBetween(request, provider) / Math.max(1, provider.maxKm);

const placePoints = (request: Request, provider: Provider, weights: Weights): number =>
  request.zone === provider.zone
    ? weights.sameZone
    : request.la === provider.la
      ? weights.sameLa
      : 0;

const preferPoints = (request: Request, provider: Provider, weights: Weights): number => {
  const rank = request.prefer.indexOf(provider.id);
  return rank < 0 ? 0 : Math.round(weights.prefer * (1 - 0.3 * rank));
};

const leadParts = (
  request: Request,
  provider: Provider,
  weights: Weights,
): Readonly<Record<Exclude<FitPart, "specialist">, number>> => {
  const level = provider.expertise.get(request.primary) ?? 0;
  const second =
    request.secondary === undefined ? 0 : (provider.expertise.get(request.secondary) ?? 0);
  return {
    level: Math.round((weights.level * level) / 3),
    secondary: Math.round((weights.secondary * second) / 3),
    impact: Math.round((weights.impact * provider.impact) / 100),
    place: placePoints(request, provider, weights),
    distance: Math.round(weights.distance * nearness(request, provider)),
    preferred: preferPoints(request, provider, weights),
    continuity: request.current === provider.id ? weights.continuity : 0,
    "provider-preference": provider.prefersZones.includes(request.zone) ? weights.providerPref : 0,
  };
};

const specialistParts = (
  request: Request,
  provider: Provider,
  weights: Weights,
): Readonly<Record<"specialist", number>> => {
  const level =
    request.secondary === undefined ? 0 : (provider.expertise.get(request.secondary) ?? 0);
  const share =
    0.3 + (0.4 * level) / 3 + (0.2 * provider.impact) / 100 + 0.1 * nearness(request, provider);
  return { specialist: Math.round(weights.specialist * share) };
};

export type PairToWeigh = {
  readonly request: Request;
  readonly provider: Provider;
  readonly role: Role;
};

/** The points of one eligible pair, part by part; the sum is its fit. The formula is the round's published one. */
export const fitParts = (pair: PairToWeigh, weights: Weights): FitParts => {
  const parts =
    pair.role === "lead"
      ? leadParts(pair.request, pair.provider, weights)
      : specialistParts(pair.request, pair.provider, weights);
  return Object.fromEntries(Object.entries(parts).filter(([, points]) => points !== 0));
};

export const sumOfParts = (parts: FitParts): number =>
  Object.values(parts).reduce((sum, points) => sum + points, 0);

/** The sum of the parts, without a list of them: a country has a million pairs. */
export const fitOf = ({ request, provider, role }: PairToWeigh, weights: Weights): number => {
  if (role === "specialist") return specialistParts(request, provider, weights).specialist;
  const parts = leadParts(request, provider, weights);
  return (
    parts.level +
    parts.secondary +
    parts.impact +
    parts.place +
    parts.distance +
    parts.preferred +
    parts.continuity +
    parts["provider-preference"]
  );
};
