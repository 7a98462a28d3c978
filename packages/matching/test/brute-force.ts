import type { Problem, Role } from "../src/index.ts";
import { brokenRule, jobOf, pointsOfPair } from "../src/verify/pair-rules.ts";

type Spot = { readonly provider: number; readonly fit: number; readonly days: number };

type Value = readonly [number, number, number, number, number];

const better = (a: Value, b: Value): boolean => {
  for (let at = 0; at < 5; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
};

const roomOf = ({ providers }: Problem) =>
  providers.map((each) => ({
    days: each.days,
    early: each.daysEarly,
    late: each.daysLate,
    schools: each.maxSchools,
  }));

/** Tries every plan of a tiny round, one request after another. Written from the published rules, for tests only. */
export const bestByBruteForce = (problem: Problem): Value => {
  const { requests, providers } = problem;
  const room = roomOf(problem);
  const spotsOf = (at: number, role: Role): readonly Spot[] => {
    const request = requests[at];
    if (request === undefined) return [];
    return providers.flatMap((provider, index) => {
      const pair = { request, provider, role };
      if (brokenRule(pair, problem) !== undefined) return [];
      const days = jobOf(request, role)?.days ?? 0;
      return [{ provider: index, fit: pointsOfPair(pair, problem), days }];
    });
  };
  const leads = requests.map((_, at) => spotsOf(at, "lead"));
  const specialists = requests.map((_, at) => spotsOf(at, "specialist"));
  const take = (at: number, spot: Spot, sign: 1 | -1): boolean => {
    const left = room[spot.provider];
    const window = requests[at]?.window;
    if (left === undefined) return false;
    left.days -= sign * spot.days;
    left.schools -= sign;
    if (window === "early") left.early -= sign * spot.days;
    if (window === "late") left.late -= sign * spot.days;
    return left.days >= 0 && left.schools >= 0 && left.early >= 0 && left.late >= 0;
  };
  let best: Value = [0, 0, 0, 0, 0];
  const value: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const withSpot = (at: number, spot: Spot, next: () => void): void => {
    if (take(at, spot, 1)) {
      value[4] += spot.fit;
      next();
      value[4] -= spot.fit;
    }
    take(at, spot, -1);
  };
  const visit = (at: number): void => {
    const request = requests[at];
    if (request === undefined) {
      if (better(value, best)) best = [...value];
      return;
    }
    for (const lead of leads[at] ?? [])
      withSpot(at, lead, () => {
        const band = request.band - 1;
        value[band] = (value[band] ?? 0) + 1;
        visit(at + 1);
        const holds = providers[lead.provider]?.expertise.has(request.secondary ?? "") === true;
        if (!holds)
          for (const specialist of specialists[at] ?? [])
            withSpot(at, specialist, () => visit(at + 1));
        value[band] = (value[band] ?? 0) - 1;
      });
    visit(at + 1);
  };
  visit(0);
  return best;
};
