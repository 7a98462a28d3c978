import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valuesLeft, type Sum } from "./attack.ts";
import { line, need, terms, value, zone } from "./examples.ts";
import type { NeedFact } from "./fact.ts";
import { all, cellAt, cellName } from "./figure.ts";
import { figuresOf, type FigureId } from "./figures.ts";
import {
  areSafeTogether,
  guardFigures,
  publishedOf,
  withoutCross,
  type Published,
} from "./reader.ts";
import { isSmall } from "./suppress.ts";

const aNeed = fc
  .record({
    zone: fc.constantFrom(zone("north"), zone("south"), null),
    group: fc.constantFrom("primary" as const, "secondary" as const),
    stage: fc.constantFrom("submitted" as const, "open" as const, "closed" as const),
    band: fc.constantFrom(1 as const, 2 as const, null),
    area: fc.constantFrom("reading", "maths"),
  })
  .map((given) => given);

const prime = 1_000_003;
const mod = (value: number): number => ((value % prime) + prime) % prime;
const inverse = (value: number): number => {
  let [base, power, result] = [mod(value), prime - 2, 1];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = Number((BigInt(result) * BigInt(base)) % BigInt(prime));
    base = Number((BigInt(base) * BigInt(base)) % BigInt(prime));
  }
  return result;
};

/** Gaussian elimination over a prime field: the number of independent rows. Shares no code with what hides counts. */
const rankOf = (given: readonly (readonly number[])[]): number => {
  const rows = given.map((row) => row.map(mod));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const found = rows.findIndex((row, index) => index >= rank && row[column] !== 0);
    const pivot = rows[found];
    if (pivot === undefined) continue;
    rows.splice(found, 1);
    rows.splice(rank, 0, pivot);
    const factor = inverse(pivot[column] ?? 1);
    for (const [index, row] of rows.entries()) {
      if (index <= rank) continue;
      const share = mod((row[column] ?? 0) * factor);
      if (share !== 0)
        rows[index] = row.map((cell, place) => mod(cell - share * (pivot[place] ?? 0)));
    }
    rank += 1;
  }
  return rank;
};

type Given = Parameters<typeof need>[1];

/** Small counts of several papers that are left one value, when a count of one name and one value is taken for the same in all of them. */
const exposedIn = (papers: readonly Published[]): readonly string[] => {
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  const [hidden, shown] = [new Set<string>(), new Set<string>()];
  for (const paper of papers) {
    const own = new Map(paper.counts);
    const keyOf = (name: string) => `${name} ${own.get(name) ?? 0}`;
    const covered = new Set(paper.hidden);
    for (const [name, count] of own) {
      counts.set(keyOf(name), count);
      (covered.has(name) ? hidden : shown).add(keyOf(name));
    }
    for (const { total, parts } of paper.sums)
      sums.push({ total: keyOf(total), parts: parts.map(keyOf) });
  }
  const unknown = hidden.difference(shown);
  const left = valuesLeft(counts, sums, unknown);
  return [...unknown].filter(
    (key) => isSmall(counts.get(key) ?? 0) && !key.startsWith("rest") && left.get(key) === "one",
  );
};

describe("figures that leave the partnership's staff", () => {
  const figuresFrom = (needs: readonly NeedFact[]) =>
    figuresOf({ needs, supply: [], work: [], conflicts: [] }, terms).map(withoutCross);

  it("show no count from 1 to 5, and none that could be worked out from all of them together", () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.array(aNeed, { minLength: 5, maxLength: 60 }), (given) => {
        const exact = figuresFrom(given.map((each, index) => need(`n${index}`, each)));
        const shown = guardFigures(exact);
        const unknowns = new Map<string, number>();
        const small: string[] = [];
        for (const [index, one] of exact.entries())
          for (const row of one.rows)
            for (const column of one.columns) {
              const count = cellAt(one, row, column).of.length;
              const covered = shown[index]?.hidden.has(`${row}\n${column}`) === true;
              if (isSmall(count)) expect(covered).toBe(true);
              const name = cellName(one, row, column);
              if (covered && !unknowns.has(name)) unknowns.set(name, unknowns.size);
              if (covered && isSmall(count)) small.push(name);
            }
        const equations: number[][] = [];
        const state = (names: readonly string[], signs: readonly number[]) => {
          const row = Array.from({ length: unknowns.size }, () => 0);
          for (const [index, name] of names.entries()) {
            const place = unknowns.get(name);
            if (place !== undefined) row[place] = (row[place] ?? 0) + (signs[index] ?? 0);
          }
          equations.push(row);
        };
        for (const { sums } of exact)
          for (const { total, parts } of sums)
            state([total, ...parts], [-1, ...parts.map(() => 1)]);
        const stages = ["submitted", "open", "offered", "on-hold"];
        state(
          ["waiting\nall", ...stages.map((stage) => `needs-by-stage\n${stage}\nall`)],
          [-1, 1, 1, 1, 1],
        );
        const rank = rankOf(equations);
        for (const name of new Set(small)) {
          tried += 1;
          const alone = Array.from({ length: unknowns.size }, (_, index) =>
            index === unknowns.get(name) ? 1 : 0,
          );
          expect(`${name} ${rankOf([...equations, alone]) > rank}`).toBe(`${name} true`);
        }
      }),
      { numRuns: 40 },
    );
    expect(tried).toBeGreaterThan(300);
  }, 60_000);

  it("keep their totals in an area where many parts are small", () => {
    const needs = [3, 9, 14, 6].flatMap((count, at) =>
      Array.from({ length: count }, (_, index) =>
        need(`n${at} ${index}`, {
          band: at === 0 ? null : at === 1 ? 1 : 2,
          stage: at === 3 ? "closed" : "open",
        }),
      ),
    );
    const supply = Array.from({ length: 9 }, (_, index) => line(`l${index}`));
    const made = figuresOf({ needs, supply, work: [], conflicts: [] }, terms);
    const whole = guardFigures(made);
    const total = (id: FigureId) => {
      const shown = whole.find((each) => each.id === id);
      return shown && value(shown, all, all);
    };
    expect([total("needs-by-stage"), total("needs-by-zone"), total("freshness")]).toEqual([
      32, 26, 9,
    ]);
  });

  it("stand without the records behind them", () => {
    const needs = Array.from({ length: 9 }, (_, index) => need(`n${index}`));
    const [byStage] = guardFigures(figuresFrom(needs));
    expect(byStage && cellAt(byStage, "open", all)).toEqual({ value: 9, of: [] });
  });

  it("tell of no small count beside a pack that is out and what was read before, to a reader who takes what has not changed for the same", () => {
    const pairs = fc.tuple(
      fc.array(aNeed, { minLength: 12, maxLength: 40 }),
      fc.array(aNeed, { minLength: 1, maxLength: 6 }),
    );
    let helped = 0;
    const looks = { safe: 0, told: 0, helped: 0 };
    fc.assert(
      fc.property(pairs, ([first, more]) => {
        const named = (given: readonly Given[]) =>
          given.map((one, index) => need(`need ${index}`, { ...one }));
        const exactOf = (given: readonly Given[]) =>
          figuresOf({ needs: named(given), supply: [], work: [], conflicts: [] }, terms);
        const [before, now] = [exactOf(first), exactOf([...first.slice(2), ...more])];
        const pack = publishedOf(before, guardFigures(before));
        const guarded = publishedOf(now, guardFigures(now, [pack]));
        expect(exposedIn([pack, guarded])).toEqual([]);
        helped += exposedIn([pack, publishedOf(now, guardFigures(now))]).length > 0 ? 1 : 0;
        const later = exactOf([...first.slice(4), ...more, ...more.slice(1)]);
        const next = publishedOf(later, guardFigures(later, [pack, guarded]));
        const isSafe = areSafeTogether([pack, guarded, next]);
        expect(exposedIn([pack, guarded, next]).length === 0).toBe(isSafe);
        looks[isSafe ? "safe" : "told"] += 1;
        const alone = publishedOf(later, guardFigures(later, [pack]));
        looks.helped += exposedIn([pack, guarded, alone]).length > 0 ? 1 : 0;
      }),
      { numRuns: 12, seed: 7 },
    );
    expect(helped, "each by itself would have done").toBeGreaterThan(0);
    expect(looks.helped, "the pack alone would have done").toBeGreaterThan(0);
    expect(looks.safe).toBeGreaterThan(looks.told);
  });
});
