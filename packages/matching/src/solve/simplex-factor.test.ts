import { describe, expect, it } from "vitest";
import { chanceFrom, type Chance } from "../generate/chance.ts";
import { real } from "./cells.ts";
import { factorise } from "./simplex-factor.ts";
import { type Pivot, solveBackward, solveForward } from "./simplex-triangles.ts";

const size = 40;

/** Columns as a master has them: a provider's row, the requests of a set, now and then a row of days; as `Columns` and in full. */
const columnsOf = (full: readonly Float64Array[]) => {
  const cells = full.map((column) => [...column.entries()].filter(([, value]) => value !== 0));
  const start = cells.map((_, at) => cells.slice(0, at).flat().length);
  return {
    start: Int32Array.from(start),
    end: Int32Array.from(start, (from, at) => from + (cells[at]?.length ?? 0)),
    cellRow: Int32Array.from(cells.flat(), ([row]) => row),
    cellValue: Float64Array.from(cells.flat(), ([, value]) => value),
  };
};

const someColumn = (chance: Chance): Float64Array => {
  const column = new Float64Array(size);
  for (let cell = chance.whole(1, 5); cell > 0; cell--)
    column[chance.whole(0, size - 1)] = chance.happens(0.8) ? 1 : chance.whole(-3, 6);
  return column;
};

const unit = (row: number): Float64Array => {
  const column = new Float64Array(size);
  column[row] = 1;
  return column;
};

const someVector = (chance: Chance): Float64Array =>
  Float64Array.from({ length: size }, () => (chance.happens(0.3) ? chance.whole(-9, 9) : 0));

const times = (basis: readonly Float64Array[], levels: Float64Array): Float64Array =>
  Float64Array.from({ length: size }, (_, row) =>
    basis.reduce((sum, column, at) => sum + real(column, row) * real(levels, at), 0),
  );

const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, at) => sum + value * real(other, at), 0);

const furthest = (one: Float64Array, other: Float64Array): number =>
  Math.max(...one.map((value, at) => Math.abs(value - real(other, at))));

/** A basis of random columns, with unit columns where they depend on each other. */
const someBasis = (chance: Chance) => {
  const full = Array.from({ length: size }, () => someColumn(chance));
  const { factor, basic } = factorise(
    size,
    columnsOf(full),
    full.map((_, at) => at),
  );
  const basis = Array.from(basic, (column, row) => full[column] ?? unit(row));
  return { factor, basic, basis };
};

/** How far off the factors are at most, for something asked of them both ways. */
const errorOf = (
  { factor, basis }: ReturnType<typeof someBasis>,
  pivots: readonly Pivot[],
  chance: Chance,
): number => {
  const asked = someVector(chance);
  const levels = asked.slice();
  solveForward(factor, pivots, levels);
  const costs = someVector(chance);
  const duals = costs.slice();
  solveBackward(factor, pivots, duals);
  const paid = Float64Array.from(basis, (column) => dot(column, duals));
  return Math.max(furthest(times(basis, levels), asked), furthest(paid, costs));
};

describe("the factors of a basis", () => {
  it("solve both ways, whatever the columns are, and take as many of them as they can", () => {
    let kept = 0;
    for (let seed = 0; seed < 300; seed++) {
      const chance = chanceFrom(`basis ${seed}`);
      const at = someBasis(chance);
      expect(errorOf(at, [], chance)).toBeLessThan(1e-8);
      kept += at.basic.filter((column) => column >= 0).length;
    }
    expect(kept / 300 / size).toBeGreaterThan(0.7);
    expect(kept / 300).toBeLessThan(size);
  });

  it("solve both ways after columns came in for others", () => {
    for (let seed = 0; seed < 100; seed++) {
      const chance = chanceFrom(`pivots ${seed}`);
      const at = someBasis(chance);
      const pivots: Pivot[] = [];
      while (pivots.length < 12) {
        const entering = someColumn(chance);
        const work = entering.slice();
        solveForward(at.factor, pivots, work);
        const row = chance.whole(0, size - 1);
        if (Math.abs(real(work, row)) < 0.1) continue;
        const others = [...work.keys()].filter((each) => each !== row && real(work, each) !== 0);
        const values = Float64Array.from(others, (each) => real(work, each));
        pivots.push({ row, value: real(work, row), rows: Int32Array.from(others), values });
        at.basis[row] = entering;
      }
      expect(errorOf(at, pivots, chance)).toBeLessThan(1e-8);
    }
  });

  it("do not divide by next to nothing where a column has more to offer", () => {
    const full = [Float64Array.of(1e-12, 1), Float64Array.of(1, 1)];
    const { factor, basic } = factorise(2, columnsOf(full), [0, 1]);
    const levels = Float64Array.of(1, 3);
    solveForward(factor, [], levels);
    expect(levels[basic.indexOf(0)]).toBeCloseTo(2, 9);
    expect(levels[basic.indexOf(1)]).toBeCloseTo(1, 9);
  });

  it("leave out a column that others make up, and one too many", () => {
    const [one, other] = [unit(0), unit(1)];
    const both = unit(0);
    both[1] = 1;
    const full = [one, other, both, unit(2), unit(2)];
    const { basic } = factorise(3, columnsOf(full), [0, 1, 2, 3, 4]);
    expect(basic.filter((column) => column >= 0)).toHaveLength(3);
    expect(new Set(basic).size).toBe(3);
    const none = factorise(3, columnsOf(full), [0, 2]);
    expect([...none.basic].filter((column) => column < 0)).toHaveLength(1);
  });
});
