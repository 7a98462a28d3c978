import { toId, type PersonId } from "@alongside/domain/identity";
import type { TrackRecord } from "@alongside/domain/track-record";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toShown } from "./candidate.ts";
import { openMatchWorld, type MatchWorld } from "./match-world.ts";
import { rankPairs } from "./rank.ts";
import { matchNeed } from "./shortlist.ts";

let world: MatchWorld;
beforeEach(async () => {
  world = await openMatchWorld();
});
afterEach(() => world.drop());

const record = (given: Partial<TrackRecord>): TrackRecord => ({
  leader: "x",
  area: "phonics-and-early-reading",
  works: 4,
  value: 0.72,
  low: 0.554,
  high: 0.86,
  weight: 0.6,
  ...given,
});

/** The track-record part of each leader, in the order of the list, where the partnership knows so much of each. */
const partsWith = async (records: Readonly<Record<string, TrackRecord | undefined>>) => {
  const { id: needId } = await world.openedNeed();
  const { area, coordinator } = world;
  const { facts } = await matchNeed(coordinator, coordinator.read, { area, needId });
  const pairs = facts.pairs.map((pair) => ({
    ...pair,
    trackRecord: records[pair.leader.personId],
  }));
  return rankPairs(pairs, facts.weights).ranked.map((candidate) => {
    const part = toShown(candidate).parts.find((each) => each.part === "impact");
    return [candidate.name, part?.points, part?.most, part?.sentence];
  });
};

describe("the track record in a shortlist", () => {
  it("counts by its weight, and says what is known and how sure it is", async () => {
    for (const name of ["Xan", "Yve", "Zed"]) await world.addLeader(name);
    const parts = await partsWith({
      xan: record({ works: 0, value: 0.6 }),
      yve: record({ works: 1, value: 0.65 }),
      zed: record({}),
    });
    expect(parts).toEqual([
      [
        "Zed",
        144,
        200,
        "4 finished pieces of work in Phonics and early reading: 72 of 100, likely between 55 and 86",
      ],
      [
        "Yve",
        130,
        200,
        "1 finished piece of work in Phonics and early reading: too little for a figure, counted close to the partnership’s average",
      ],
      [
        "Xan",
        120,
        200,
        "No finished work in Phonics and early reading yet: counted as the partnership’s average, as for everybody new",
      ],
    ]);
  });

  it("is left out of the score while too little work is finished to tell anybody apart", async () => {
    await world.addLeader("Xan");
    const { id: needId } = await world.openedNeed();
    const { area, coordinator } = world;
    const { facts, ranked } = await matchNeed(coordinator, coordinator.read, { area, needId });
    expect(facts.pairs.map(({ trackRecord }) => trackRecord)).toEqual([undefined]);
    expect(ranked[0]?.most.impact).toBe(0);
    expect(ranked[0]?.personId).toBe(toId<PersonId>("xan"));
  });
});
