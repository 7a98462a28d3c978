import { describe, expect, it } from "vitest";
import { instantOf } from "../calendar/instant.ts";
import { at, day, figure, line, need, terms, value, work, zone } from "./examples.ts";
import { factsWithin } from "./fact.ts";
import { all, cellAt } from "./figure.ts";
import { figureIds, figuresOf } from "./figures.ts";

describe("the figures of a board", () => {
  it("come under their names, in one order", () => {
    const made = figuresOf({ needs: [], supply: [], work: [], conflicts: [] }, terms);
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
      { needs, supply: [line("l"), line("m", { zones: [] })], work: [], conflicts: [] },
      filter,
    );
    expect(part.needs.map(({ id }) => id)).toEqual(["a"]);
    expect(part.supply.map(({ id }) => id)).toEqual(["l"]);
  });
});
