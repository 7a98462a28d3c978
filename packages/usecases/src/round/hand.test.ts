import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adjustRound, getRound, showPlan, solveRound, tryByHand } from "./index.ts";
import { openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(() => world.database.drop());

/** Two schools of which each has a leader of its own in the plan. */
const swappable = async () => {
  await world.needOf(schools.dogwood);
  await world.needOf(schools.gorse);
  for (const name of ["Lena", "Milo"])
    await world.addLeader(name, { offering: { mostSchools: 1 } });
  const solved = await solveRound(world.coordinator, world.area, await world.begun());
  const { placements } = await showPlan(world.coordinator, world.area, { id: solved.id });
  const [one, other] = placements;
  if (one === undefined || other === undefined) throw new Error("two are placed");
  return { solved, one, other };
};

describe("the cost of a change by hand", () => {
  it("names who would go to the other school instead of whom", async () => {
    const { solved, one, other } = await swappable();
    const given = { id: solved.id, need: one.need.id, leader: other.leader.id };
    const { cost, isPlaced } = await tryByHand(world.coordinator, world.area, given);
    expect(isPlaced).toBe(true);
    expect(cost).toContain(
      `1 school gets another leader: ${other.need.school} (${one.leader.name} instead of ${other.leader.name}).`,
    );
  });

  it("is told in the history as what was done, to which run", async () => {
    const { solved, one, other } = await swappable();
    const reason = "They have worked together before";
    const change = { kind: "pin", need: one.need.id, leader: other.leader.id, reason } as const;
    await adjustRound(world.coordinator, world.area, { ...solved, change });
    const { timeline } = await getRound(world.coordinator, world.area, solved.id);
    expect(timeline).toMatchObject([
      { kind: "round-adjusted", change: "pin", run: null, words: reason },
      { kind: "round-solved", change: null, run: 1, words: "" },
      { kind: "round-begun" },
    ]);
  });
});
