import { expect, it } from "vitest";
import { createOracle } from "../../bench/highs-oracle.ts";
import { problemFrom } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { generate } from "../generate/generate.ts";
import { solve } from "../index.ts";

it("agrees with a mixed-integer solver on rounds of a zone, and of an area in the whole run", async () => {
  const oracle = await createOracle();
  const size = daily("zone", "area");
  for (const [seed, tight] of [
    ["s9", 1],
    ["s2", 1.3],
    ["s4", 1.1],
  ] as const) {
    const problem = problemFrom(generate({ size, seed, tight }));
    const plan = solve(problem);
    const answer = oracle(problem, 60);
    expect(plan.proved).toBe(true);
    if (answer.proved)
      expect({ served: plan.servedByBand, fit: plan.fit }).toEqual({
        served: answer.servedByBand,
        fit: answer.fit,
      });
  }
}, 200_000);
