import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { places } from "../identity/world.ts";
import { createRound, listRounds, solveRound, type RoundQuestion } from "./index.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(() => world.database.drop());

/** Three rounds, an hour between each and the next: of the North, solved twice; of East and North; of the whole area. */
const three = async () => {
  const begin = async (name: string, zones: readonly (typeof places)["north"][]) => {
    world.pass(3_600_000);
    return createRound(world.officer, world.area, { name, termId: "t-spring", zones });
  };
  await world.needOf(schools.gorse);
  await world.needOf(schools.elm);
  await world.addLeader("Lena", { offering: { ...daysOf(24), mostSchools: 1 } });
  const north = await begin("A round of the North", [places.north]);
  await begin("By two zones", [places.north, places.east]);
  await begin("Everywhere", []);
  world.pass(3_600_000);
  return solveRound(world.officer, world.area, await solveRound(world.officer, world.area, north));
};

const asked = async (question: RoundQuestion) => {
  const { rounds, total } = await listRounds(world.officer, world.area, question);
  return { total, names: rounds.map(({ name }) => name) };
};

describe("the list of rounds", () => {
  it("has the latest changed first, each with what its last run serves", async () => {
    await three();
    const { rounds, total, mayBegin } = await listRounds(world.officer, world.area);
    expect(rounds.map(({ name, needs, served, runs }) => [name, needs, served, runs])).toEqual([
      ["A round of the North", 2, 1, 2],
      ["Everywhere", 2, null, 0],
      ["By two zones", 2, null, 0],
    ]);
    expect([total, mayBegin]).toEqual([3, true]);
    expect(rounds.map(({ zones }) => zones)).toEqual([["North"], [], ["East", "North"]]);
  });

  it("is filtered by stage, term, zone and words, and says what there is to choose", async () => {
    await three();
    expect((await asked({ states: ["solved"] })).names).toEqual(["A round of the North"]);
    expect((await asked({ states: ["closed"] })).names).toEqual([]);
    expect((await asked({ terms: ["t-autumn"] })).names).toEqual([]);
    expect((await asked({ terms: ["t-spring"] })).total).toBe(3);
    expect((await asked({ zones: [places.east] })).names).toEqual(["Everywhere", "By two zones"]);
    expect((await asked({ words: "two ZONES" })).names).toEqual(["By two zones"]);
    expect((await asked({ words: "east" })).names).toEqual(["By two zones"]);
    const { choices } = await listRounds(world.officer, world.area, { states: ["closed"] });
    expect(choices.terms.map(({ id }) => id)).toEqual(["t-spring"]);
    expect(choices.zones.map(({ name }) => name)).toEqual(["East", "North"]);
    expect(choices.states.filter(({ count }) => count > 0)).toEqual([
      { state: "draft", count: 2 },
      { state: "solved", count: 1 },
    ]);
  });

  it("is sorted by each column either way, and comes in pages", async () => {
    await three();
    expect((await asked({ sort: "round" })).names[0]).toBe("A round of the North");
    expect((await asked({ sort: "round", isDescending: true })).names[0]).toBe("Everywhere");
    expect((await asked({ sort: "stage", isDescending: true })).names[0]).toBe(
      "A round of the North",
    );
    expect((await asked({ sort: "changed" })).names[0]).toBe("By two zones");
    expect((await asked({ sort: "served" })).names[0]).toBe("A round of the North");
    expect(await asked({ sort: "round", offset: 1, limit: 1 })).toEqual({
      total: 3,
      names: ["By two zones"],
    });
  });
});
