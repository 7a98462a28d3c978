import { describe, expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import { fitOf, fitParts } from "./fit.ts";

const round = (request: object, provider: object) => {
  const problem = problemFrom({
    format: "brokering-round/1",
    name: "fit",
    requests: [
      {
        id: "R1",
        urn: "1",
        la: "A",
        zone: "Z1",
        phase: "primary",
        x: 0,
        y: 0,
        band: 1,
        days: 5,
        window: "any",
        primary: "maths",
        secondary: "send",
        specialistDays: 2,
        ...request,
      },
    ],
    providers: [
      {
        id: "P1",
        kind: "LLE",
        urn: "2",
        la: "A",
        zone: "Z2",
        phases: ["primary"],
        x: 3,
        y: 4,
        expertise: { maths: 2, send: 1 },
        impact: 70,
        days: 5,
        daysEarly: 5,
        daysLate: 5,
        maxSchools: 1,
        maxKm: 20,
        fitToSupport: true,
        ...provider,
      },
    ],
  });
  const [asking] = problem.requests;
  const [giving] = problem.providers;
  if (asking === undefined || giving === undefined) throw new Error("no pair");
  return { request: asking, provider: giving, weights: problem.policy.weights };
};

const leadParts = (request: object = {}, provider: object = {}) => {
  const { weights, ...pair } = round(request, provider);
  return fitParts({ ...pair, role: "lead" }, weights);
};

describe("points of fit", () => {
  it("adds level, secondary, impact, area and nearness", () => {
    expect(leadParts()).toEqual({
      level: 200,
      secondary: 40,
      impact: 140,
      place: 40,
      distance: 98,
    });
  });

  it("counts one zone above one area, and neither elsewhere", () => {
    expect(leadParts({ zone: "Z2" }).place).toBe(80);
    expect(leadParts({ la: "B" }).place).toBeUndefined();
  });

  it("takes three tenths off for each place down the list of wishes", () => {
    const wishes = (prefer: readonly string[]) => leadParts({ prefer }).preferred;
    expect([wishes(["P1"]), wishes(["X", "P1"]), wishes(["X", "Y", "P1"])]).toEqual([100, 70, 40]);
  });

  it("counts continuity and the provider's own wish", () => {
    expect(leadParts({ current: "P1" }).continuity).toBe(50);
    expect(leadParts({}, { prefersZones: ["Z1"] })["provider-preference"]).toBe(20);
  });

  it("measures nearness against at least one kilometre", () => {
    expect(leadParts({}, { x: 0.5, y: 0, maxKm: 0.5 }).distance).toBe(65);
  });

  it("weighs a specialist by level, impact and nearness", () => {
    const { weights, ...pair } = round({}, {});
    expect(fitOf({ ...pair, role: "specialist" }, weights)).toBe(162);
  });
});
