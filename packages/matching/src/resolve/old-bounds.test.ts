import { describe, expect, it } from "vitest";
import { tinyRound } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { generate } from "../generate/generate.ts";
import { readProblem, resolve, solve, verify, type Plan, type Problem } from "../index.ts";
import { modelOf } from "../solve/model.ts";

const roundOf = (seed: string): Problem => {
  const reading = readProblem(generate({ size: "area", seed, tight: 1 }));
  if (!reading.ok) throw new Error("the generator made a faulty round");
  return reading.problem;
};

/** A pair that could work together and does not. */
const unusedPair = (problem: Problem, plan: Plan) => {
  const model = modelOf(problem);
  const pairs = Array.from(model.isLead.keys(), (item) => ({
    request: problem.requests[model.request[item] ?? -1]?.id ?? "",
    provider: problem.providers[model.provider[item] ?? -1]?.id ?? "",
  }));
  const free = pairs.find(
    ({ request, provider }) =>
      !plan.assignments.some((each) => each.request === request && each.provider === provider),
  );
  if (free === undefined) throw new Error("everyone works with everyone");
  return free;
};

const bands = [0, 1, 2, 3] as const;

/** The first bound that a plan of the round as it is now goes above; nothing where they all hold. */
const brokenBound = ({ plan }: { readonly plan: Plan }, fresh: Plan): number | undefined => {
  for (const band of bands) {
    const [now, best] = [plan.servedByBand[band], fresh.servedByBand[band]];
    if (plan.bounds.servedByBand[band] < best) return band;
    if (now < best) return undefined;
  }
  return plan.bounds.fit < fresh.fit ? 4 : undefined;
};

describe("bounds after a change", () => {
  const problem = roundOf("s3");
  const previous = solve(problem);

  it("keep what a search had settled, where placements were only lost", () => {
    expect(previous.proved).toBe(true);
    expect(verify(problem, previous).restsOnSearch).toBe(true);
    const pair = unusedPair(problem, previous);
    const repair = resolve({ problem, previous, change: { kind: "declined", ...pair } });
    expect(repair.moved).toEqual([]);
    expect(repair.plan.proved).toBe(true);
    expect(verify(repair.problem, repair.plan).faults).toEqual([]);
  });

  it("do not keep it where room was added", () => {
    const provider = problem.providers[0];
    if (provider === undefined) throw new Error("nobody");
    const { id, days, daysEarly, daysLate, maxSchools } = provider;
    const room = { days, daysEarly, daysLate, maxSchools };
    const repair = resolve({
      problem,
      previous,
      change: { kind: "capacity", provider: id, ...room },
    });
    expect(repair.plan.fit).toBe(previous.fit);
    expect(repair.plan.bounds.fit).toBeGreaterThan(previous.bounds.fit);
  });

  it("are never below what a fresh solve finds", () => {
    for (let seed = 1; seed <= daily(60, 600); seed++) {
      const tiny = tinyRound(seed);
      const first = solve(tiny);
      for (const { request, provider } of first.assignments)
        for (const change of [
          { kind: "declined", request, provider },
          { kind: "provider-left", provider },
          { kind: "request-closed", request },
        ] as const) {
          const repair = resolve({ problem: tiny, previous: first, change });
          expect(brokenBound(repair, solve(repair.problem)), `${seed} ${change.kind}`).toBe(
            undefined,
          );
          expect(verify(repair.problem, repair.plan).faults).toEqual([]);
        }
    }
  });
});
