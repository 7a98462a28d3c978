import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { places } from "../identity/world.ts";
import { openImpactWorld, type ImpactWorld } from "./impact-world.ts";
import { compareImpact } from "./index.ts";

let world: ImpactWorld;
beforeEach(async () => {
  world = await openImpactWorld();
});
afterEach(() => world.drop());

/** Results of 2023 to 2026: the work lies between the last two. */
type Results = readonly [number, number, number, number];

const withResults = async (results: ReadonlyMap<number, Results>): Promise<void> => {
  const schools = [...results.keys()].map(
    (urn) =>
      `(${urn}, '901', 'Northfield', 'School ${urn}', 'open', 'primary', 'mainstream', ${200 + (urn % 7)}, ${20 + (urn % 5)})`,
  );
  const values = [...results].flatMap(([urn, each]) =>
    each.map((value, index) => `(${urn}, 'phonics-expected', ${2023 + index}, ${value})`),
  );
  await world.database.client.executeMultiple(`
    INSERT INTO schools (urn, la_code, la_name, name, status, phase, setting, pupils, percentage_fsm)
      VALUES ${schools.join(", ")}
      ON CONFLICT (urn) DO UPDATE SET pupils = excluded.pupils, percentage_fsm = excluded.percentage_fsm;
    INSERT INTO outcomes (urn, measure, year, value) VALUES ${values.join(", ")};
  `);
};

/** A small swing of its own for each school. */
const swing = (index: number): number => ((index * 7) % 9) - 4;

const ordinary = (count: number): readonly (readonly [number, Results])[] =>
  Array.from({ length: count }, (_, index) => [
    910_000 + index,
    [70 + swing(index), 70 + swing(index + 1), 70 + swing(index + 2), 70 + swing(index + 4)],
  ]);

/** Schools that fell in one year and were themselves again in the next. */
const fallen = (count: number): readonly (readonly [number, Results])[] =>
  Array.from({ length: count }, (_, index) => [
    920_000 + index,
    [70 + swing(index), 70 + swing(index + 3), 52 + swing(index) / 4, 68 + swing(index + 4)],
  ]);

const compare = async () => {
  const { area, head, drafted, objectiveId } = world;
  return compareImpact(head, area, { id: drafted.id, objectiveId });
};

describe("the change beside schools alike", () => {
  it("warns of regression to the mean where the school was picked in a bad year, and finds no effect of the recovery", async () => {
    await withResults(
      new Map([[places.alder, [70, 71, 52, 69]], ...ordinary(60), ...fallen(30)] as const),
    );
    const { found, baselineYear, afterYear } = await compare();
    expect([baselineYear, afterYear]).toEqual([2025, 2026]);
    expect(found?.drift).toMatchObject({ isLikely: true, supported: 17 });
    expect(found?.drift.matched).toBeGreaterThan(14);
    expect(found?.drift.dip).toBeLessThan(-15);
    expect(found?.isClear).toBe(false);
    expect(found?.matched.every(({ urn }) => urn >= 920_000)).toBe(true);
  });

  it("warns of nothing where the baseline was as in the years before", async () => {
    await withResults(new Map([[places.alder, [70, 70, 70, 88]], ...ordinary(80)] as const));
    const { found } = await compare();
    expect(found?.drift.isLikely).toBe(false);
    expect(found?.isClear).toBe(true);
    expect(found?.effect.value).toBeGreaterThan(14);
    expect(found?.preTrend?.isClear).toBe(false);
  });

  it("says nothing where too few schools are alike", async () => {
    await withResults(new Map([[places.alder, [70, 70, 70, 88]], ...ordinary(6)] as const));
    expect(await compare()).toMatchObject({ found: null, why: "too-few-alike" });
  });
});
