import { expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { generate } from "../generate/generate.ts";
import { linearSolverFor, solve, verify } from "../index.ts";
import { bestGreedy } from "./greedy.ts";
import { buildModel } from "./model.ts";

it("solves a region with HiGHS: better than a list, with bounds that the verifier confirms", async () => {
  const problem = problemFrom(generate({ size: "region", seed: "s1" }));
  const plan = solve(problem, {
    ...(await linearSolverFor(problem)),
    work: daily(2_500_000, 15_000_000),
  });
  const greedy = bestGreedy(buildModel(problem)).value;
  const at = plan.servedByBand.findIndex((served, band) => served !== greedy[band]);
  expect(plan.servedByBand[at] ?? 0).toBeGreaterThan(greedy[at] ?? 0);
  expect(verify(problem, plan)).toMatchObject({ faults: [], restsOnSearch: false });
}, 120_000);
