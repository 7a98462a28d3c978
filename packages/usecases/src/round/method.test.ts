import { describe, expect, it } from "vitest";
import { readProblem, type Problem } from "@alongside/matching";
import { engineWith, practiceTasks } from "../engine/index.ts";
import { ableLeaders } from "./able.ts";
import { servedByList } from "./method.ts";

const problemOf = (round = "{}"): Problem => {
  const reading = readProblem(JSON.parse(round));
  if (!reading.ok) throw new Error("the round cannot be read");
  return reading.problem;
};

const listOf = async (problem: Problem) => servedByList(problem, await ableLeaders(problem));

describe("going down the list", () => {
  it("never serves more than the plan, band by band", async () => {
    for (const task of practiceTasks) {
      const list = await listOf(problemOf(task.round));
      const { servedByBand: plan } = await engineWith().plan(task);
      const first = plan.findIndex((served, index) => served !== list[index]);
      expect(list[first] ?? 0).toBeLessThanOrEqual(plan[first] ?? 0);
      expect(list.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
    }
  });

  it("takes no more of a half of the term than there is of it", async () => {
    const [task] = practiceTasks;
    const problem = problemOf(task?.round);
    const request = problem.requests.find(({ window }) => window === "early");
    const able = problem.providers.find(
      ({ expertise }) => request !== undefined && expertise.has(request.primary),
    );
    if (request === undefined || able === undefined) throw new Error("nobody");
    const early = (id: string) => ({ ...request, id, urn: id, days: 4, band: 1 as const });
    const provider = { ...able, days: 12, daysEarly: 6, maxSchools: 3, maxKm: 100 };
    const requests = [early("one"), early("two")];
    const tight = { ...problem, requests, providers: [provider] };
    expect(await listOf(tight)).toEqual([1, 0, 0, 0]);
    const roomy = { ...tight, providers: [{ ...provider, daysEarly: 8 }] };
    expect(await listOf(roomy)).toEqual([2, 0, 0, 0]);
  });
});
