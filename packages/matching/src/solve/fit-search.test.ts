import { expect, it } from "vitest";
import { optima, sample } from "../../test/fixtures.ts";
import { pursuitFrom } from "../../test/pursuit.ts";
import { real } from "./cells.ts";
import { relax } from "./column-generation.ts";
import { componentsOf } from "./components.ts";
import { type Draft, compareValues } from "./draft.ts";
import { lagrangianPoint } from "./enumerate.ts";
import { searchFit } from "./fit-search.ts";
import { bestGreedy } from "./greedy.ts";
import { createMaster } from "./master.ts";
import { buildModel } from "./model.ts";
import { goalOf, stopFor } from "./pursuit.ts";
import { remakeFit } from "./stage.ts";

/** Rounds of an area and more, in which a list's plan does not have the best fit for its numbers. */
const inOnePart = optima.filter(({ file }) => {
  const model = buildModel(sample(file));
  return model.requestCount >= 50 && componentsOf(model).length === 1;
});
const bandsOf = ({ value }: Draft): readonly number[] =>
  [0, 1, 2, 3].map((band) => real(value, band));

it.each(inOnePart.slice(0, 3))(
  "betters a list's plan of $file, with no lead fewer in any band",
  ({ file }) => {
    const greedy = bestGreedy(buildModel(sample(file)));
    const pursuit = pursuitFrom(greedy);
    const holds = ["exactly", "exactly", "exactly", "exactly"] as const;
    const { stage } = goalOf(pursuit.model, 4, { holds, served: bandsOf(greedy) });
    const master = createMaster(pursuit.model, stage);
    relax(master, stopFor(pursuit, -Infinity));
    let told = 0;
    const isEnough = () => ++told < 0;
    searchFit(pursuit, { master, point: lagrangianPoint(master) }, { remake: remakeFit, isEnough });
    const fewer = bandsOf(pursuit.best).filter((served, band) => served < real(greedy.value, band));
    expect(fewer).toEqual([]);
    expect(told).toBeGreaterThan(0);
    expect(compareValues(pursuit.best.value, greedy.value)).toBeGreaterThan(0);
    expect(real(pursuit.best.value, 4)).toBeGreaterThan(real(greedy.value, 4));
  },
);

it("ends where the plan is good enough", () => {
  const greedy = bestGreedy(buildModel(sample(inOnePart[1]?.file ?? "")));
  const pursuit = pursuitFrom(greedy);
  const holds = ["exactly", "exactly", "exactly", "exactly"] as const;
  const { stage } = goalOf(pursuit.model, 4, { holds, served: bandsOf(greedy) });
  const master = createMaster(pursuit.model, stage);
  relax(master, stopFor(pursuit, -Infinity));
  const betterPlans = (enough: number): number => {
    pursuit.best = greedy;
    let told = 0;
    const isEnough = () => ++told === enough;
    searchFit(pursuit, { master, point: lagrangianPoint(master) }, { remake: remakeFit, isEnough });
    return told;
  };
  expect(betterPlans(Infinity)).toBeGreaterThan(1);
  expect(betterPlans(1)).toBe(1);
});
