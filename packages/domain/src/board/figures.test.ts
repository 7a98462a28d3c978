import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCapacityLineId } from "../capacity/capacity-line-id.ts";
import { toDeploymentId } from "../deployment/deployment-id.ts";
import { toId, type PersonId, type ZoneId } from "../identity/index.ts";
import { instantOf } from "../calendar/instant.ts";
import { toNeedId } from "../need/need-id.ts";
import type { IsoDate, Urn } from "../school/index.ts";
import type { Facts, NeedFact, SupplyFact, WorkFact } from "./fact.ts";
import { factsWithin } from "./fact.ts";
import { all, cellAt, cellName, type Figure } from "./figure.ts";
import { figureIds, figuresOf, type BoardTerms, type FigureId } from "./figures.ts";
import { guardFigures } from "./reader.ts";
import { isSmall } from "./suppress.ts";

const day = (text: string): IsoDate => text as IsoDate;
const at = (text: string) => instantOf(Date.parse(`${text}T12:00:00Z`));
const zone = (name: string): ZoneId => toId<ZoneId>(name);
const terms: BoardTerms = {
  zones: ["north", "south"],
  areas: ["reading", "maths"],
  today: day("2026-05-01"),
};

const need = (id: string, given: Partial<NeedFact> = {}): NeedFact => ({
  id: toNeedId(id),
  urn: 900_001 as Urn,
  zone: zone("north"),
  group: "primary",
  stage: "open",
  band: 1,
  area: "reading",
  halfDays: 6,
  outcome: null,
  submittedAt: at("2026-01-10"),
  matchedAt: null,
  offersLost: 0,
  ...given,
});

const line = (id: string, given: Partial<SupplyFact> = {}): SupplyFact => ({
  id: toCapacityLineId(id),
  leader: toId<PersonId>(`leader of ${id}`),
  state: "firm",
  goodUntil: day("2026-06-01"),
  zones: [zone("north")],
  groups: ["primary"],
  areas: ["reading"],
  published: 8,
  held: 0,
  committed: 0,
  booked: 0,
  delivered: 0,
  ...given,
});

const work = (id: string, given: Partial<WorkFact> = {}): WorkFact => ({
  id: toDeploymentId(id),
  urn: 900_001 as Urn,
  zone: zone("north"),
  group: "primary",
  leader: toId<PersonId>("leader"),
  state: "active",
  openedAt: at("2026-01-20"),
  agreed: 10,
  delivered: 4,
  pence: 70_000,
  objectives: ["met", "unmet"],
  followUp: null,
  ...given,
});

const figure = (facts: Partial<Facts>, id: FigureId): Figure => {
  const made = figuresOf({ needs: [], supply: [], work: [], ...facts }, terms);
  const found = made.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no figure ${id}`);
  return found;
};

const value = (shown: Figure, row: string, column: string) => cellAt(shown, row, column).value;

describe("the figures of a board", () => {
  it("come under their names, in one order", () => {
    const made = figuresOf({ needs: [], supply: [], work: [] }, terms);
    expect(made.map(({ id }) => id)).toEqual([...figureIds]);
  });

  it("count needs by stage and band, with those that have no band yet", () => {
    const needs = [
      need("a"),
      need("b", { stage: "submitted", band: null }),
      need("c", { band: 2 }),
    ];
    const shown = figure({ needs }, "needs-by-stage");
    expect(value(shown, "open", "1")).toBe(1);
    expect(value(shown, "submitted", "none")).toBe(1);
    expect(value(shown, all, all)).toBe(3);
    expect(cellAt(shown, "open", all).of).toEqual(["a", "c"]);
  });

  it("measure the time to match from the day of asking to the day of the school's yes", () => {
    const needs = [3, 5, 10, 30].map((days) =>
      need(`n${days}`, {
        submittedAt: at("2026-03-01"),
        matchedAt: instantOf(Date.parse("2026-03-01T09:00:00Z") + days * 86_400_000),
      }),
    );
    const shown = figure({ needs: [...needs, need("still waits")] }, "time-to-match");
    expect(value(shown, all, "median")).toBe(7.5);
    expect(value(shown, all, "ninetieth")).toBeCloseTo(24, 9);
    expect(value(shown, "2", "median")).toBe(null);
  });

  it("find a need that was passed over by a later one of a lesser band", () => {
    const needs = [
      need("first"),
      need("later", { band: 3, submittedAt: at("2026-02-01"), matchedAt: at("2026-02-10") }),
      need("another subject", { area: "maths" }),
      need("a secondary school", { group: "secondary" }),
      need("too late", { submittedAt: at("2026-02-05") }),
      need("served before", { matchedAt: at("2026-02-09") }),
      need("same band", { band: 3 }),
    ];
    const shown = figure({ needs }, "neediest-first");
    expect(cellAt(shown, all, "passed-over").of).toEqual(["first"]);
    expect(value(shown, "1", "waiting")).toBe(4);
    expect(value(shown, "3", "matched")).toBe(1);
  });

  it("say why a need waits, the first cause that holds", () => {
    const supply = [
      line("few", { published: 4 }),
      line("lapsed", { state: "lapsed", areas: ["maths"] }),
      line("south", { zones: [zone("south")], published: 20, areas: ["maths"] }),
    ];
    const needs = [
      need("no leader", { area: "maths" }),
      need("no days"),
      need("lost", { zone: zone("south"), area: "maths", offersLost: 1 }),
      need("no offer", { zone: null, area: "maths" }),
      need("matched", { stage: "agreed", matchedAt: at("2026-02-01") }),
    ];
    const shown = figure({ needs, supply }, "unmet-needs");
    expect(cellAt(shown, "no-leader", all).of).toEqual(["no leader"]);
    expect(cellAt(shown, "no-days", all).of).toEqual(["no days"]);
    expect(cellAt(shown, "offers-lost", all).of).toEqual(["lost"]);
    expect(cellAt(shown, "no-offer", all).of).toEqual(["no offer"]);
    expect(value(shown, all, all)).toBe(4);
  });

  it("set half-days asked for beside half-days that are free, and count a leader of two subjects once in the sum", () => {
    const supply = [
      line("both", { areas: ["reading", "maths"], zones: [zone("north"), zone("south")] }),
    ];
    const needs = [need("a"), need("b", { halfDays: 3, zone: zone("south") })];
    expect(value(figure({ needs, supply }, "demand"), "reading", "south")).toBe(3);
    const free = figure({ needs, supply }, "supply");
    expect(value(free, "maths", "south")).toBe(8);
    expect(value(free, all, all)).toBe(8);
    expect(free.sums).toEqual([]);
  });

  it("show how evenly the days are spread", () => {
    const load = (id: string, committed: number) => line(id, { committed });
    const shown = figure({ supply: [load("a", 0), load("b", 0), load("c", 12)] }, "load-spread");
    expect(value(shown, all, "leaders")).toBe(3);
    expect(value(shown, all, "most")).toBe(12);
    expect(value(shown, all, "gini")).toBeCloseTo(2 / 3, 9);
    const even = figure({ supply: [load("a", 6), load("b", 6)] }, "load-spread");
    expect(value(even, all, "gini")).toBeCloseTo(0, 9);
  });

  it("count objectives, follow-ups and what a day and an objective met cost", () => {
    const given = [
      work("a"),
      work("b", { zone: null, objectives: ["met"], delivered: 2, pence: 40_000 }),
      work("c", {
        delivered: 0,
        pence: 0,
        objectives: [],
        followUp: { dueOn: day("2026-04-01"), answer: null },
      }),
      work("d", { delivered: 0, pence: 0, followUp: { dueOn: day("2026-05-02"), answer: null } }),
      work("e", { delivered: 0, pence: 0, followUp: { dueOn: day("2026-04-01"), answer: "kept" } }),
    ];
    const met = figure({ work: given }, "objectives");
    expect(value(met, "north", "met")).toBe(3);
    expect(value(met, all, "unmet")).toBe(3);
    const spent = figure({ work: given }, "cost");
    expect(value(spent, all, "spent")).toBe(110_000);
    expect(value(spent, all, "per-day")).toBeCloseTo(110_000 / 3, 9);
    expect(value(spent, "none", "per-objective-met")).toBe(40_000);
    expect(value(spent, "south", "per-day")).toBe(null);
    const later = figure({ work: given }, "follow-ups");
    expect(["overdue", "to-come", "kept"].map((row) => value(later, row, all))).toEqual([1, 1, 1]);
  });

  it("tell days that can be matched from those that nobody confirmed", () => {
    const supply = [
      line("a"),
      line("b", { goodUntil: day("2026-04-30") }),
      line("c", { state: "lapsed" }),
      line("d", { state: "indicative", goodUntil: null }),
      line("e", { state: "withdrawn" }),
    ];
    const shown = figure({ supply }, "freshness");
    expect(
      ["in-date", "out-of-date", "not-confirmed", all].map((row) => value(shown, row, all)),
    ).toEqual([1, 2, 1, 4]);
  });

  it("look at a part of the area and of its time", () => {
    const needs = [
      need("a"),
      need("b", { zone: null }),
      need("c", { submittedAt: at("2026-03-01") }),
    ];
    const filter = {
      zone: zone("north"),
      group: null,
      from: day("2026-01-10"),
      to: day("2026-02-01"),
    };
    const part = factsWithin(
      { needs, supply: [line("l"), line("m", { zones: [] })], work: [] },
      filter,
    );
    expect(part.needs.map(({ id }) => id)).toEqual(["a"]);
    expect(part.supply.map(({ id }) => id)).toEqual(["l"]);
  });
});

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

describe("figures that leave the partnership's staff", () => {
  const cutsOf = (needs: readonly NeedFact[]) => {
    const make = (group: NeedFact["group"] | null) =>
      figuresOf(
        factsWithin({ needs, supply: [], work: [] }, { zone: null, group, from: null, to: null }),
        terms,
      );
    return {
      whole: make(null),
      parts: { primary: make("primary"), secondary: make("secondary"), special: make("special") },
    };
  };

  it("show no count from 1 to 5, and none that could be worked out from all of them together", () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.array(aNeed, { minLength: 5, maxLength: 60 }), (given) => {
        const cuts = cutsOf(given.map((each, index) => need(`n${index}`, each)));
        const guarded = guardFigures(cuts);
        const published = [
          [all, cuts.whole, guarded.whole] as const,
          ...Object.keys(cuts.parts).map(
            (cut) =>
              [cut, cuts.parts[cut as keyof typeof cuts.parts], guarded.parts[cut] ?? []] as const,
          ),
        ];
        const unknowns = new Map<string, number>();
        const small: string[] = [];
        for (const [cut, exact, shown] of published)
          for (const [index, one] of exact.entries())
            for (const row of one.rows)
              for (const column of one.columns) {
                const count = cellAt(one, row, column).of.length;
                const covered = shown[index]?.hidden.has(`${row}\n${column}`) === true;
                if (isSmall(count)) expect(covered).toBe(true);
                const name = `${cut} ${cellName(one, row, column)}`;
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
        for (const [cut, exact] of published)
          for (const { sums } of exact)
            for (const { total, parts } of sums)
              state(
                [total, ...parts].map((name) => `${cut} ${name}`),
                [-1, ...parts.map(() => 1)],
              );
        for (const one of cuts.whole)
          for (const row of one.rows)
            for (const column of one.columns) {
              const name = cellName(one, row, column);
              state(
                [all, ...Object.keys(cuts.parts)].map((cut) => `${cut} ${name}`),
                [-1, 1, 1, 1],
              );
            }
        const rank = rankOf(equations);
        for (const name of new Set(small)) {
          tried += 1;
          const alone = Array.from({ length: unknowns.size }, (_, index) =>
            index === unknowns.get(name) ? 1 : 0,
          );
          expect(`${name} ${rankOf([...equations, alone]) > rank}`).toBe(`${name} true`);
        }
      }),
      { numRuns: 4 },
    );
    expect(tried).toBeGreaterThan(30);
  }, 60_000);

  it("stand without the records behind them", () => {
    const guarded = guardFigures(
      cutsOf(Array.from({ length: 9 }, (_, index) => need(`n${index}`))),
    );
    const [byStage] = guarded.whole;
    expect(byStage && cellAt(byStage, "open", "1")).toEqual({ value: 9, of: [] });
  });
});
