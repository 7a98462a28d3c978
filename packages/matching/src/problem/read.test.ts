import { describe, expect, it } from "vitest";
import { sampleFile } from "../../test/fixtures.ts";
import { tinyRoundFile } from "../../test/tiny-round.ts";
import { readProblem } from "./read.ts";

const pathsOf = (value: unknown): readonly string[] => {
  const reading = readProblem(value);
  return reading.ok ? [] : reading.faults.map(({ path }) => path);
};

const file = tinyRoundFile(7);
const withRequest = (change: object) => ({
  ...file,
  requests: file.requests.map((each, at) => (at === 0 ? { ...each, ...change } : each)),
});
const withProvider = (change: object) => ({
  ...file,
  providers: file.providers.map((each, at) => (at === 0 ? { ...each, ...change } : each)),
});

describe("reading a round", () => {
  it("takes the exchange format and puts requests and providers in the order of their ids", () => {
    const reading = readProblem(sampleFile("la-1-s1.json"));
    expect(reading.ok && reading.problem.requests.length).toBe(50);
    expect(reading.ok && reading.problem.policy.weights.level).toBe(300);
  });

  it.each([
    ["nothing", undefined, "$"],
    ["another format", { ...file, format: "x" }, "$.format"],
    ["requests that are no list", { ...file, requests: 3 }, "$.requests"],
    ["a request that is no object", { ...file, requests: [3] }, "$.requests[0]"],
    ["a band that is not 1 to 4", withRequest({ band: 5 }), "$.requests[0].band"],
    ["a window of another name", withRequest({ window: "noon" }), "$.requests[0].window"],
    ["half a day", withRequest({ days: 2.5 }), "$.requests[0].days"],
    ["days below zero", withRequest({ days: -1 }), "$.requests[0].days"],
    ["a place that is no number", withRequest({ x: "far" }), "$.requests[0].x"],
    ["a wish that is no text", withRequest({ prefer: [3] }), "$.requests[0].prefer[0]"],
    ["wishes that are no list", withRequest({ prefer: "P0" }), "$.requests[0].prefer"],
    ["an impact above 100", withProvider({ impact: 101 }), "$.providers[0].impact"],
    ["a level of 4", withProvider({ expertise: { maths: 4 } }), "$.providers[0].expertise.maths"],
    ["expertise as a list", withProvider({ expertise: [] }), "$.providers[0].expertise"],
    ["a flag in words", withProvider({ laOnly: "yes" }), "$.providers[0].laOnly"],
    ["an id twice", { ...file, requests: [...file.requests, ...file.requests] }, "$.requests"],
    [
      "a pin to nobody",
      { ...file, pins: [{ request: "R0", provider: "X" }] },
      "$.pins[0].provider",
    ],
    ["an unknown weight", { ...file, policy: { weights: { luck: 1 } } }, "$.policy.weights.luck"],
    [
      "a weight below zero",
      { ...file, policy: { weights: { level: -1 } } },
      "$.policy.weights.level",
    ],
    ["a policy that is no object", { ...file, policy: 3 }, "$.policy"],
  ])("refuses %s and says where", (_, value, path) => {
    expect(pathsOf(value)).toContain(path);
  });

  it("refuses two pins that contradict each other", () => {
    const two = tinyRoundFile(11);
    const pins = two.providers.map(({ id }) => ({ request: "R0", provider: id }));
    expect(pathsOf({ ...two, pins }).length).toBe(Math.max(0, pins.length - 1));
  });
});
