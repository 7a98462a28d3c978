import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultFitWeights } from "@alongside/domain/partnership";
import {
  adjustRound,
  compareRuns,
  getRound,
  showPlan,
  solveRound,
  tryByHand,
  type RoundSeen,
} from "./index.ts";
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

/** One school that gets Lena, who knows more of what is asked for than Milo does; then Milo, who is pinned; then Milo, as other things count. */
const threeRuns = async () => {
  const { id: need } = await world.needOf(schools.gorse);
  await world.addLeader("Lena", { offering: { areas: world.levels(3) } });
  const milo = await world.addLeader("Milo", { offering: { areas: world.levels(1) } });
  const first = await solveRound(world.coordinator, world.area, await world.begun());
  const pin = { kind: "pin", need, leader: milo.personId, reason: "They know the school" } as const;
  const pinned = await adjustRound(world.coordinator, world.area, { ...first, change: pin });
  const second = await solveRound(world.coordinator, world.area, pinned);
  const weights = { ...defaultFitWeights, level: 0 };
  const weigh = { kind: "weigh", weights } as const;
  const weighed = await adjustRound(world.coordinator, world.area, { ...second, change: weigh });
  return solveRound(world.coordinator, world.area, weighed);
};

describe("two runs side by side", () => {
  it("say which leader fits better only where both count the same things for as much", async () => {
    const { id } = await threeRuns();
    const compared = async (one: number, other: number) => {
      const found = await compareRuns(world.coordinator, world.area, { id, one, other });
      return [found.weighsAlike, ...found.lines.map(({ outcome }) => outcome)];
    };
    expect(await compared(1, 2)).toEqual([true, "worse"]);
    expect(await compared(2, 1)).toEqual([true, "better"]);
    expect(await compared(1, 3)).toEqual([false, "other"]);
    expect(await compared(2, 3)).toEqual([false, "same"]);
  });
});

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

  it("is told in the history as what was done, for which school and with whom, to which run", async () => {
    const { solved, one, other } = await swappable();
    const reason = "They have worked together before";
    const change = { kind: "pin", need: one.need.id, leader: other.leader.id, reason } as const;
    const adjust = (seen: RoundSeen, by: Parameters<typeof adjustRound>[2]["change"]) =>
      adjustRound(world.coordinator, world.area, { ...seen, change: by });
    const swap = { kind: "pin", need: other.need.id, leader: one.leader.id, reason: "x" } as const;
    const both = await adjust(await adjust(solved, change), swap);
    await adjust(both, { kind: "unpin", need: one.need.id });
    const about = { school: one.need.school, leader: other.leader.name, run: null };
    const { timeline } = await getRound(world.coordinator, world.area, solved.id);
    expect(timeline).toMatchObject([
      { kind: "round-adjusted", change: "unpin", ...about, words: "" },
      { change: "pin", school: other.need.school, leader: one.leader.name, words: "x" },
      { kind: "round-adjusted", change: "pin", ...about, words: reason },
      { kind: "round-solved", change: null, run: 1, words: "", school: null, leader: null },
      { kind: "round-begun" },
    ]);
  });
});
