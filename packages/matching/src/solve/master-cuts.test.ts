import { describe, expect, it } from "vitest";
import { optima, sample } from "../../test/fixtures.ts";
import { entry, real, whole } from "./cells.ts";
import { relax } from "./column-generation.ts";
import { componentsOf } from "./components.ts";
import { enumerateSets, fixItems, lagrangianPoint } from "./enumerate.ts";
import { strengthen } from "./master-cuts.ts";
import { type Master, createMaster, resetNode } from "./master.ts";
import { buildModel } from "./model.ts";
import { goalOf } from "./pursuit.ts";
import { setKey } from "./rows.ts";
import { columnCells } from "./simplex.ts";
import { solve } from "./solve.ts";
import { cutRowsOf, elementsOf } from "./subset-rows.ts";

const endless = { below: -Infinity, isOver: () => false, spend: () => {} };
const inOnePart = optima.filter(({ file }) => componentsOf(buildModel(sample(file))).length === 1);

/** The programme of fit with the optimum's number of leads in each band, solved. */
const masterOfFit = (file: string, servedByBand: readonly number[]): Master => {
  const model = buildModel(sample(file));
  const holds = ["exactly", "exactly", "exactly", "exactly"] as const;
  const { stage } = goalOf(model, 4, { holds, served: servedByBand });
  const master = createMaster(model, stage);
  resetNode(master);
  return master;
};

/** The sets of the best plan, as the lists of sets name them. */
const keysOfBest = (file: string): readonly string[] => {
  const problem = sample(file);
  const model = buildModel(problem);
  const requests = problem.requests.map(({ id }) => id).toSorted();
  const providers = problem.providers.map(({ id }) => id).toSorted();
  const byProvider = new Map<number, number[]>();
  for (const { request, provider, role } of solve(problem).assignments) {
    const item = Array.from(model.fit.keys()).find(
      (each) =>
        requests[whole(model.request, each)] === request &&
        providers[whole(model.provider, each)] === provider &&
        (model.isLead[each] === 1) === (role === "lead"),
    );
    const index = providers.indexOf(provider);
    byProvider.set(index, [...(byProvider.get(index) ?? []), item ?? -1]);
  }
  return [...byProvider].map(([provider, items]) =>
    setKey(provider, Int32Array.from(items).sort()),
  );
};

describe("cuts in the programme", () => {
  it.each(inOnePart)("never bound $file below its optimum", ({ file, servedByBand, fit }) => {
    const master = masterOfFit(file, servedByBand);
    const { bound } = relax(master, endless);
    const cut = strengthen(master, endless, 6);
    expect(cut).toBeGreaterThan(fit - 1e-3);
    expect(Math.min(cut, bound)).toBeLessThan(1.01 * fit);
    expect(lagrangianPoint(master).bound).toBeGreaterThan(fit - 1e-3);
  });

  it("stand in every column that touches two of their elements", () => {
    let standing = 0;
    for (const { file, servedByBand } of inOnePart) {
      const master = masterOfFit(file, servedByBand);
      relax(master, endless);
      strengthen(master, endless, 6);
      const { lp, cuts, model, sets, setProvider, columnOf } = master;
      const first = Math.min(...cuts.rows);
      sets.forEach((items, set) => {
        const { rows } = columnCells(lp, entry(columnOf, set));
        const inCuts = Array.from(rows).filter((row) => row >= first);
        const expected = cutRowsOf(cuts, elementsOf(model, items, entry(setProvider, set)));
        expect(inCuts.toSorted()).toEqual(expected.toSorted());
        standing += expected.length;
      });
    }
    expect(standing).toBeGreaterThan(100);
  });

  it("are priced to the end: the bound is what the programme comes to", () => {
    for (const { file, servedByBand } of inOnePart) {
      const master = masterOfFit(file, servedByBand);
      relax(master, endless);
      strengthen(master, endless, 1);
      const { lp } = master;
      let reached = 0;
      for (let row = 0; row < lp.rows; row++)
        reached += real(lp.cost, whole(lp.basic, row)) * real(lp.level, row);
      expect(lagrangianPoint(master).bound).toBeLessThan(reached + 1);
      expect(relax(master, endless).bound).toBeLessThan(reached + 1);
    }
  });

  it("shorten the list of what can still matter, and fix more placements", () => {
    const counts = inOnePart.map(({ file, servedByBand, fit }) => {
      const master = masterOfFit(file, servedByBand);
      relax(master, endless);
      strengthen(master, endless, 6);
      const point = lagrangianPoint(master);
      const count = (cuts: typeof point.cuts) => {
        const ask = { target: fit, limit: 50_000 };
        const sets = enumerateSets(master, { ...point, cuts }, ask)?.sets.length ?? Infinity;
        const off = master.at.off.slice();
        const fixed = fixItems(master, { ...point, cuts }, fit);
        master.at.off.set(off);
        return { sets, fixed };
      };
      return { known: count(point.cuts), unknown: count(undefined) };
    });
    expect(counts.some(({ known, unknown }) => known.sets < unknown.sets)).toBe(true);
    expect(counts.some(({ known, unknown }) => known.fixed > unknown.fixed)).toBe(true);
  });

  it("bring some bounds nearer", () => {
    const fallen = inOnePart.filter(({ file, servedByBand }) => {
      const master = masterOfFit(file, servedByBand);
      const { bound } = relax(master, endless);
      return strengthen(master, endless, 6) < bound - 1;
    });
    expect(fallen.length).toBeGreaterThan(0);
  });

  it.each(inOnePart)(
    "leave every set of the best plan of $file in the list of what can still matter",
    ({ file, servedByBand, fit }) => {
      const master = masterOfFit(file, servedByBand);
      relax(master, endless);
      strengthen(master, endless, 6);
      const ask = { target: fit, limit: 50_000 };
      const list = enumerateSets(master, lagrangianPoint(master), ask);
      const keys = new Set(
        list?.sets.map((items, at) => setKey(entry(list.providers, at), items)) ?? [],
      );
      expect(keysOfBest(file).filter((key) => !keys.has(key))).toEqual([]);
    },
  );
});
