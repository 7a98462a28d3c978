import { expect, it } from "vitest";
import type { LinearColumn } from "./linear-solver.ts";
import { primalDualSolver } from "./primal-dual.ts";

const column = (cost: number, ...rows: number[]): LinearColumn => ({
  cost,
  level: 0,
  rows: Int32Array.from(rows),
  values: new Float64Array(rows.length).fill(1),
});

/** Three things to choose, each pair of them sharing one of three rows with room for one: half of each is best. */
const triangle = (unit = 1) => {
  const solver = primalDualSolver({ steps: 400, duals: new Float64Array(4), unit });
  const lower = Float64Array.of(-Infinity, -Infinity, -Infinity, -Infinity);
  const made = solver.create(lower, Float64Array.of(1, 1, 1, Infinity));
  made.addColumns([column(2 * unit, 0, 1, 3), column(2 * unit, 1, 2), column(2 * unit, 0, 2)]);
  return made;
};

it("comes near to the best levels, multipliers and value", () => {
  const answer = triangle().solve();
  for (const level of answer?.levels ?? []) expect(level).toBeCloseTo(0.5, 2);
  expect(Array.from(answer?.duals ?? [], (dual) => Math.round(100 * dual) / 100)).toEqual([
    1, 1, 1, 0,
  ]);
  expect(answer?.value).toBeCloseTo(3, 1);
});

it("gives multipliers and value in points, whatever counts as one", () => {
  const answer = triangle(500).solve();
  expect((answer?.duals[0] ?? 0) / 500).toBeCloseTo(1, 2);
  expect((answer?.value ?? 0) / 500).toBeCloseTo(3, 1);
});

it("takes nothing of a shut column, and takes it again when it is opened", () => {
  const made = triangle();
  made.shut([0], true);
  const shut = made.solve();
  expect(shut?.levels[0]).toBe(0);
  expect(shut?.value).toBeCloseTo(2, 1);
  made.shut([0], false);
  expect(made.solve()?.levels[0]).toBeCloseTo(0.5, 1);
});

it("meets a row that asks for at least so much, at a multiplier below zero", () => {
  const made = triangle();
  made.setRow(3, 1, Infinity);
  const answer = made.solve();
  expect(answer?.levels[0]).toBeCloseTo(1, 2);
  expect(answer?.duals[3] ?? 0).toBeLessThan(0.01);
});

it("starts from levels and multipliers that it is given", () => {
  const solver = primalDualSolver({ steps: 2, duals: Float64Array.of(1), unit: 1 });
  const made = solver.create(Float64Array.of(-Infinity), Float64Array.of(1));
  made.addColumns([{ ...column(1, 0), level: 1 }]);
  expect(made.solve()).toMatchObject({ levels: Float64Array.of(1), duals: Float64Array.of(1) });
  made.goOnFrom(Float64Array.of(5));
  expect(made.solve()?.duals[0]).toBeGreaterThan(1);
});
