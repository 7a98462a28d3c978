import { describe, expect, it } from "vitest";
import { type FinishedWork, priorOf, resultOfWork, shrink, trackRecords } from "./index.ts";

const works = (leader: string, ...results: readonly number[]): readonly FinishedWork[] =>
  results.map((result) => ({ leader, area: "maths", result }));

const many = [
  ...works("ada", 0.9, 0.95, 0.85, 0.9, 0.92, 0.88, 0.9, 0.94, 0.86, 0.9),
  ...works("ben", 0.4, 0.5, 0.45, 0.35, 0.4),
  ...works("cy", 0.7, 0.6, 0.75),
  ...works("di", 1),
];
const of = (leader: string) => {
  const found = trackRecords(many).find((record) => record.leader === leader);
  if (found === undefined) throw new Error(leader);
  return found;
};

describe("a track record", () => {
  it("does not let one good piece of work beat ten", () => {
    expect(of("di").value).toBeLessThan(1);
    expect(of("di").low).toBeLessThan(of("ada").low);
    expect(of("ada").weight).toBeGreaterThan(of("di").weight);
    expect(of("ada").high - of("ada").low).toBeLessThan(of("di").high - of("di").low);
  });

  it("lies between the leader's own mean and the partnership's", () => {
    const { mean } = priorOf(many);
    expect(of("ben").value).toBeGreaterThan(0.42);
    expect(of("ben").value).toBeLessThan(mean);
    expect(of("ada").value).toBeGreaterThan(mean);
  });

  it("is the partnership's mean for somebody new, and says how little is known", () => {
    const prior = priorOf(many);
    const nobody = shrink({ leader: "eve", area: "maths" }, [], prior);
    expect(nobody).toMatchObject({ works: 0, weight: 0, value: prior.mean });
    expect(nobody.high - nobody.low).toBeGreaterThan(of("ada").high - of("ada").low);
  });

  it("is all the partnership's where leaders do not differ or there is next to nothing", () => {
    const alike = [...works("ada", 0.4, 0.8), ...works("ben", 0.6, 0.6), ...works("cy", 0.8, 0.4)];
    expect(trackRecords(alike).map(({ weight }) => weight)).toEqual([0, 0, 0]);
    expect(trackRecords(works("ada", 1)).map(({ weight }) => weight)).toEqual([0]);
    expect(priorOf([])).toMatchObject({ mean: 0.5, between: 0 });
  });
});

describe("the result of a piece of work", () => {
  it("counts what was measured twice, and leaves out what is not known", () => {
    const nothing = { outcomes: [], evaluation: null, followUp: null };
    expect(resultOfWork(nothing)).toBeNull();
    expect(resultOfWork({ ...nothing, outcomes: ["met", "unmet"] })).toBe(0.5);
    expect(
      resultOfWork({ ...nothing, outcomes: ["met", "not-read"], evaluation: 0.4 }),
    ).toBeCloseTo(0.8);
    expect(resultOfWork({ outcomes: ["met"], evaluation: 1, followUp: "lost" })).toBe(0.75);
    expect(resultOfWork({ ...nothing, outcomes: ["not-read"], followUp: "kept" })).toBe(1);
  });
});
