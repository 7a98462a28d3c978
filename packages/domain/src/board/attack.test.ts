import { describe, expect, it } from "vitest";
import { valuesLeft } from "./attack.ts";

const left = (
  counts: Record<string, number>,
  sums: Parameters<typeof valuesLeft>[1],
  hidden: string[],
) => Object.fromEntries(valuesLeft(new Map(Object.entries(counts)), sums, new Set(hidden)));

describe("a reader who works out what is hidden", () => {
  it("takes sums together where none of them says enough alone", () => {
    const counts = { a: 20, b: 30, c: 40, ab: 50, bc: 70, ac: 60 };
    const sums = [
      { total: "ab", parts: ["a", "b"] },
      { total: "bc", parts: ["b", "c"] },
      { total: "ac", parts: ["a", "c"] },
    ];
    expect(left(counts, sums, ["a", "b", "c"])).toEqual({ a: "one", b: "one", c: "one" });
    expect(left(counts, sums.slice(1), ["a", "b", "c"])).toEqual({
      a: "several",
      b: "several",
      c: "several",
    });
  });

  it("knows that no count is below nought", () => {
    const counts = { a: 0, b: 0, all: 0 };
    expect(left(counts, [{ total: "all", parts: ["a", "b"] }], ["a", "b"])).toEqual({
      a: "one",
      b: "one",
    });
  });

  it("learns nothing of a count that stands in no sum", () => {
    expect(left({ a: 3 }, [], ["a"])).toEqual({ a: "several" });
  });
});
