import { describe, expect, it } from "vitest";
import { nudge } from "./rows.ts";
import { installBasis, restart, saveColumns } from "./simplex-basis.ts";
import { reoptimise } from "./simplex-steps.ts";
import { addColumn, addRow, createLp, feasibilityTolerance, levelOf } from "./simplex.ts";

/** Two rows of one each; the third column fills both, and is worth less than the first two together. */
const small = () => {
  const lp = createLp();
  for (const limit of [1, 1]) addRow(lp, limit, new Map());
  const columns = [
    { rows: [0], cost: 5 },
    { rows: [1], cost: 4 },
    { rows: [0, 1], cost: 8 },
  ].map(({ rows, cost }) =>
    addColumn(lp, { rows: Int32Array.from(rows), values: Float64Array.from(rows, () => 1) }, cost),
  );
  return { lp, columns };
};

describe("the simplex method's bases", () => {
  it("nudges no two rows of a round alike, as far as the ratio test can tell", () => {
    const amounts = Array.from({ length: 600 }, (_, row) => nudge(row)).sort((a, b) => a - b);
    const steps = amounts.slice(1).map((amount, at) => amount - (amounts[at] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(feasibilityTolerance);
    expect(amounts[0]).toBeGreaterThan(1e-6);
  });

  it("comes back to a basis that it remembers, though rows and columns came in between", () => {
    const { lp, columns } = small();
    reoptimise(lp);
    const before = columns.map((column) => levelOf(lp, column));
    const back = saveColumns(lp);
    installBasis(lp, [...lp.slackOf]);
    expect(columns.map((column) => levelOf(lp, column))).toEqual([0, 0, 0]);
    addRow(lp, 7, new Map([[columns[2] ?? -1, 1]]));
    back();
    expect(columns.map((column) => levelOf(lp, column))).toEqual(before);
    expect(before).toEqual([1, 1, 0]);
    expect(lp.duals.slice(0, 3)).toEqual(Float64Array.of(5, 4, 0));
  });

  it("starts again from nobody placed, and finds the same answer from there", () => {
    const { lp, columns } = small();
    reoptimise(lp);
    restart(lp);
    expect(columns.map((column) => levelOf(lp, column))).toEqual([0, 0, 0]);
    reoptimise(lp);
    expect(columns.map((column) => levelOf(lp, column))).toEqual([1, 1, 0]);
  });

  it("is optimal again after a column is shut, whatever was shifted on the way", () => {
    const { lp, columns } = small();
    reoptimise(lp);
    lp.shut[columns[0] ?? -1] = 1;
    expect(reoptimise(lp)).toBe(true);
    expect(columns.map((column) => levelOf(lp, column))).toEqual([0, 0, 1]);
    expect(Array.from(lp.cost.slice(columns[0], (columns[2] ?? 0) + 1))).toEqual([5, 4, 8]);
  });
});
