import { expect, it, vi } from "vitest";
import { bestByBruteForce } from "../../test/brute-force.ts";
import { optima, sample } from "../../test/fixtures.ts";
import { tinyRound } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { verify } from "../index.ts";
import { solve } from "./solve.ts";

/* Every round here is gone about as one of middling size: by a search for a plan, cuts in the programme and large neighbourhoods. */
vi.mock("./large.ts", () => ({ largeFrom: 450, middlingFrom: 0 }));

it("finds the best plan of tiny rounds", () => {
  for (let seed = 0; seed < daily(150, 1500); seed++) {
    const problem = tinyRound(seed);
    const { servedByBand, fit, proved } = solve(problem);
    expect({ seed, value: [...servedByBand, fit], proved }).toEqual({
      seed,
      value: bestByBruteForce(problem),
      proved: true,
    });
  }
});

it.each(optima.slice(0, daily(4, optima.length)))(
  "proves the optimum of $file",
  ({ file, servedByBand, fit }) => {
    const problem = sample(file);
    const plan = solve(problem, { work: 30_000_000 });
    expect(verify(problem, plan).faults).toEqual([]);
    expect({ served: plan.servedByBand, fit: plan.fit, proved: plan.proved }).toEqual({
      served: servedByBand,
      fit,
      proved: true,
    });
  },
);
