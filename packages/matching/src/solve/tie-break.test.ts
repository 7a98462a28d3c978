import { describe, expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import { solve } from "../index.ts";

const request = (id: string) => ({
  id,
  urn: `school-${id}`,
  la: "A",
  zone: "Z",
  phase: "primary",
  x: 0,
  y: 0,
  band: 2,
  days: 4,
  window: "any",
  primary: "maths",
});

const provider = (id: string) => ({
  id,
  kind: "LLE",
  urn: `home-${id}`,
  la: "A",
  zone: "Z",
  phases: ["primary"],
  x: 1,
  y: 1,
  expertise: { maths: 2 },
  impact: 50,
  days: 12,
  daysEarly: 12,
  daysLate: 12,
  maxSchools: 3,
  maxKm: 20,
  fitToSupport: true,
});

const round = (requests: readonly string[], providers: readonly string[]) =>
  problemFrom({
    format: "brokering-round/1",
    name: "ties",
    requests: requests.map(request),
    providers: providers.map(provider),
  });

describe("choosing among equal plans", () => {
  it("spreads the load evenly", () => {
    const plan = solve(round(["R1", "R2", "R3"], ["P1", "P2", "P3"]));
    expect(new Set(plan.assignments.map((each) => each.provider)).size).toBe(3);
  });

  it("keeps to the last plan where the load is as even", () => {
    const problem = round(["R1", "R2"], ["P1", "P2"]);
    for (const pairs of [
      ["P1", "P2"],
      ["P2", "P1"],
    ]) {
      const assignments = pairs.map((id, at) => ({
        request: `R${at + 1}`,
        provider: id,
        role: "lead" as const,
      }));
      const plan = solve(problem, { previous: { assignments } });
      expect(plan.assignments.map((each) => each.provider)).toEqual(pairs);
    }
  });
});
