import { describe, expect, it } from "vitest";
import { optima, sample } from "../../test/fixtures.ts";
import { type Chance, chanceFrom } from "../generate/chance.ts";
import { entry, flagAt, whole } from "./cells.ts";
import type { SetList } from "./enumerate.ts";
import { buildModel } from "./model.ts";
import { searchTree } from "./pool-search.ts";
import { createPool } from "./pool.ts";
import { goalOf, nothingHeld } from "./pursuit.ts";
import { reoptimise } from "./simplex-steps.ts";

const { file } = optima.find(({ file: name }) => name.startsWith("esussex")) ?? { file: "" };
const model = buildModel(sample(file));

/** The requests that most leads compete for, and each provider's leads for them. */
const wanted = Array.from({ length: model.requestCount }, (_, request) => request)
  .toSorted((a, b) => entry(model.leadsOfRequest, b).length - entry(model.leadsOfRequest, a).length)
  .slice(0, 16);
const competing = model.itemsOfProvider
  .map((items, provider) => ({
    provider,
    leads: Array.from(items).filter(
      (item) => flagAt(model.isLead, item) === 1 && wanted.includes(whole(model.request, item)),
    ),
  }))
  .filter(({ leads }) => leads.length >= 4);

type Worthy = SetList & { readonly worth: readonly number[] };

/** Sets of two to four leads for everyone who competes, with points of their own; the more leads, the more points. */
const listFrom = (chance: Chance): Worthy => {
  const lists = competing.flatMap(({ provider, leads }) =>
    Array.from({ length: 12 }, () => {
      const picked = new Set(Array.from({ length: chance.whole(2, 4) }, () => chance.pick(leads)));
      const worth = 60 + 40 * picked.size + chance.whole(0, 30);
      return { provider, items: Int32Array.from(picked).sort(), worth };
    }),
  );
  return {
    sets: lists.map(({ items }) => items),
    providers: lists.map(({ provider }) => provider),
    worth: lists.map(({ worth }) => worth),
  };
};

const maskOf = (set: Int32Array): number =>
  set.reduce((mask, item) => mask | (1 << wanted.indexOf(whole(model.request, item))), 0);

/** The most that sets of different providers without a shared request are worth: provider after provider, by what is taken. */
const mostOf = (list: Worthy): number => {
  let best = new Map([[0, 0]]);
  for (const { provider } of competing) {
    const next = new Map(best);
    list.sets.forEach((set, index) => {
      if (list.providers[index] !== provider) return;
      const mask = maskOf(set);
      for (const [taken, points] of best) {
        if ((taken & mask) !== 0) continue;
        const sum = points + (list.worth[index] ?? 0);
        if (sum > (next.get(taken | mask) ?? -1)) next.set(taken | mask, sum);
      }
    });
    best = next;
  }
  return [...best.values()].reduce((a, b) => Math.max(a, b), 0);
};

const { stage } = goalOf(model, 4, nothingHeld);

/** The tree alone: cuts would settle most of these lists at its root. */
const search = (list: SetList, target: number, more = {}) => {
  const pool = createPool(model, stage, list);
  reoptimise(pool.lp);
  const ask = { step: 1, nodeLimit: 10_000, isOver: () => false, spend: () => {}, ...more };
  return searchTree(pool, { target, ...ask });
};

describe("a search through listed sets", () => {
  const rounds = Array.from({ length: 30 }, (_, seed) => {
    const list = listFrom(chanceFrom(`listed sets ${seed}`));
    return { list, most: mostOf(list) };
  });

  it("has something to decide", () => {
    const nodes = rounds.map(({ list }) => search(list, 1).nodes);
    expect(Math.max(...nodes)).toBeGreaterThan(10);
  });

  it("finds what trying every choice finds", () => {
    for (const { list, most } of rounds) {
      const answer = search(list, 1);
      expect(answer).toMatchObject({ complete: true, bound: most });
      const taken = (answer.items ?? []).map((item) => whole(model.request, item));
      expect(new Set(taken).size).toBe(taken.length);
    }
  });

  it("knows that there is nothing better", () => {
    for (const { list, most } of rounds) {
      const answer = search(list, most + 1);
      expect(answer.items).toBeUndefined();
      expect(answer).toMatchObject({ complete: true, bound: most });
    }
  });

  it("claims no bound below the best when it has to stop", () => {
    for (const { list, most } of rounds)
      for (const nodeLimit of [0, 1, 2, 3]) {
        const answer = search(list, 1, { nodeLimit });
        expect(answer.bound).toBeGreaterThanOrEqual(most - 1e-3);
      }
  });

  it("goes on after a plan that came of rounding while a better one may be left, and no longer", () => {
    for (const { list, most } of rounds) {
      expect(search(list, 1, { round: () => most - 5 })).toMatchObject({ bound: most });
      const answer = search(list, 1, { round: () => most });
      expect(answer).toMatchObject({ items: undefined, complete: true, bound: most });
    }
  });
});
