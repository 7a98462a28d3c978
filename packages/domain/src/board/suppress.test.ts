import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sum } from "./attack.ts";
import { isSmall, suppress, type Counts } from "./suppress.ts";

type Published = { readonly counts: Counts; readonly sums: readonly Sum[] };

/** A table with its totals; `rows` and `columns` name its margins, so that two tables can share one. */
const table = (rows: string, columns: string, cells: readonly (readonly number[])[]): Published => {
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  const add = (name: string, value: number) => counts.set(name, (counts.get(name) ?? 0) + value);
  const width = cells[0]?.length ?? 0;
  const cell = (row: number, column: number) => `${rows}${row} ${columns}${column}`;
  const span = (length: number) => Array.from({ length }, (_, at) => at);
  for (const [row, line] of cells.entries())
    for (const [column, value] of line.entries()) {
      add(cell(row, column), value);
      add(`${rows}${row}`, value);
      add(`${columns}${column}`, value);
      add("all", value);
    }
  for (const row of span(cells.length))
    sums.push({ total: `${rows}${row}`, parts: span(width).map((column) => cell(row, column)) });
  for (const column of span(width))
    sums.push({
      total: `${columns}${column}`,
      parts: span(cells.length).map((row) => cell(row, column)),
    });
  sums.push({ total: "all", parts: span(cells.length).map((row) => `${rows}${row}`) });
  sums.push({ total: "all", parts: span(width).map((column) => `${columns}${column}`) });
  return { counts, sums };
};

/** Whether hidden counts can take these other values as well: every sum holds and none is below nought. */
const holds = ({ counts, sums }: Published, given: ReadonlyMap<string, number>): boolean =>
  sums.every(({ total, parts }) => {
    const value = (name: string) => given.get(name) ?? counts.get(name) ?? 0;
    return parts.reduce((sum, part) => sum + value(part), 0) === value(total);
  });

/** Looks for a second truth by brute force: the hidden counts, each up to three away from what it is. */
const findOther = (published: Published, hidden: readonly string[], name: string): boolean => {
  const free = hidden.filter((each) => each !== name);
  const search = (at: number, given: Map<string, number>): boolean => {
    const unknown = free[at];
    if (unknown === undefined) return holds(published, given);
    const now = published.counts.get(unknown) ?? 0;
    for (let value = Math.max(0, now - 1); value <= now + 1; value += 1) {
      given.set(unknown, value);
      if (isOpen(published, hidden, { given, settled: free.slice(0, at + 1).concat(name) }))
        if (search(at + 1, given)) return true;
    }
    given.delete(unknown);
    return false;
  };
  const now = published.counts.get(name) ?? 0;
  return [now - 1, now + 1].some((value) => value >= 0 && search(0, new Map([[name, value]])));
};

/** No sum whose counts are all settled is broken so far. */
const isOpen = (
  { counts, sums }: Published,
  hidden: readonly string[],
  { given, settled }: { given: ReadonlyMap<string, number>; settled: readonly string[] },
): boolean =>
  sums.every(({ total, parts }) => {
    const names = [total, ...parts];
    if (names.some((name) => hidden.includes(name) && !settled.includes(name))) return true;
    return holds({ counts, sums: [{ total, parts }] }, given);
  });

const cellCounts = fc.array(fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 3,
});

describe("small numbers", () => {
  it("hides counts from 1 to 5 and shows nought and more than 5", () => {
    const counts = new Map([
      ["none", 0],
      ["one", 1],
      ["five", 5],
      ["six", 6],
    ]);
    expect([...suppress(counts, [])]).toEqual(["one", "five"]);
  });

  it("hides a second count where a total would give the first away, the smallest that does", () => {
    const counts = new Map([
      ["north", 3],
      ["south", 9],
      ["west", 20],
      ["all", 32],
    ]);
    const sums = [{ total: "all", parts: ["north", "south", "west"] }];
    expect([...suppress(counts, sums)]).toEqual(["north", "south"]);
  });

  it("hides a count rather than a nought, which tells a reader less", () => {
    const counts = new Map([
      ["north", 3],
      ["south", 0],
      ["west", 9],
      ["all", 12],
    ]);
    const sums = [{ total: "all", parts: ["north", "south", "west"] }];
    expect([...suppress(counts, sums)]).toEqual(["north", "west"]);
  });

  it("hides the total when there is nothing else to hide", () => {
    const counts = new Map([
      ["north", 3],
      ["all", 3],
    ]);
    expect(suppress(counts, [{ total: "all", parts: ["north"] }])).toEqual(
      new Set(["north", "all"]),
    );
  });

  it("leaves a second truth for every small count of a table with totals, whatever its counts", () => {
    let tried = 0;
    fc.assert(
      fc.property(cellCounts, (cells) => {
        const published = table("r", "c", cells);
        const hidden = [...suppress(published.counts, published.sums)];
        for (const name of hidden) {
          if (!isSmall(published.counts.get(name) ?? 0)) continue;
          tried += 1;
          expect(`${name} ${findOther(published, hidden, name)}`).toBe(`${name} true`);
        }
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(300);
  });

  it("does so too where two tables share a margin", () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 12, maxLength: 12 }), (given) => {
        const at = (index: number) => given[index] ?? 0;
        // Two ways to cut the same things: by place and band, and by stage and band.
        const byPlace = [
          [at(0) + at(1), at(2) + at(3), at(4) + at(5)],
          [at(6) + at(7), at(8) + at(9), at(10) + at(11)],
        ];
        const byStage = [
          [at(0) + at(6), at(2) + at(8), at(4) + at(10)],
          [at(1) + at(7), at(3) + at(9), at(5) + at(11)],
        ];
        const [one, two] = [table("place", "band", byPlace), table("stage", "band", byStage)];
        const published = {
          counts: new Map([...one.counts, ...two.counts]),
          sums: [...one.sums, ...two.sums],
        };
        const hidden = [...suppress(published.counts, published.sums)];
        for (const name of hidden)
          if (isSmall(published.counts.get(name) ?? 0)) {
            tried += 1;
            expect(`${name} ${findOther(published, hidden, name)}`).toBe(`${name} true`);
          }
      }),
      { numRuns: 100 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it("shows all of a table without small counts", () => {
    const { counts, sums } = table("r", "c", [
      [6, 7],
      [0, 11],
    ]);
    expect(suppress(counts, sums).size).toBe(0);
  });
});
