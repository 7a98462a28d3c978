import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isStopped } from "../engine/index.ts";
import { refusalOf } from "../identity/world.ts";
import {
  dropRound,
  getRound,
  listProposals,
  listRounds,
  noteAgreement,
  proposeRun,
  solveRound,
  takeUpRound,
} from "./index.ts";
import { openRoundWorld, schools, type RoundWorld } from "./round-world.ts";
import { whileSolving } from "./solving.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
  await world.needOf(schools.gorse);
});
afterEach(() => world.database.drop());

const kindOf = async (work: () => Promise<unknown>): Promise<string> =>
  (await refusalOf(work)).kind;

const listed = async (states: NonNullable<Parameters<typeof listRounds>[2]>["states"] = []) =>
  (await listRounds(world.coordinator, world.area, { states })).rounds.map(({ state }) => state);

const reason = "Begun for the wrong term";

describe("a round that nobody wants", () => {
  it("is dropped with a reason, leaves the list, and is found where dropped rounds are asked for", async () => {
    const round = await world.begun();
    const given = { ...round, reason: ` ${reason} ` };
    const dropped = await dropRound(world.coordinator, world.area, given);
    expect(dropped).toMatchObject({ version: 2, state: "dropped" });
    expect(await listed()).toEqual([]);
    expect(await listed(["dropped"])).toEqual(["dropped"]);
    expect(await getRound(world.coordinator, world.area, round.id)).toMatchObject({
      state: "dropped",
      dropReason: reason,
      due: null,
      timeline: [
        { kind: "round-dropped", words: reason, by: "Cora", run: null, change: null },
        { kind: "round-begun", words: "" },
      ],
    });
    const [event] = await world.events("round-dropped");
    expect(event).toMatchObject({ actor: "cora", entity: "round", entityId: round.id });
  });

  it("is taken up again as a draft with its runs", async () => {
    const round = await world.begun();
    const solved = await solveRound(world.coordinator, world.area, round);
    const dropped = await dropRound(world.coordinator, world.area, { ...solved, reason });
    expect(await kindOf(() => solveRound(world.coordinator, world.area, dropped))).toBe(
      "wrong-state",
    );
    const again = await takeUpRound(world.coordinator, world.area, dropped);
    expect(again.state).toBe("draft");
    expect(await listed()).toEqual(["draft"]);
    expect(await getRound(world.coordinator, world.area, round.id)).toMatchObject({
      runs: [{ number: 1 }],
      timeline: [
        { kind: "round-taken-up" },
        { kind: "round-dropped" },
        { kind: "round-solved", run: 1 },
        { kind: "round-begun" },
      ],
      needs: 1,
      dropReason: null,
      due: "2026-03-27",
    });
    expect(await world.events("round-taken-up")).toHaveLength(1);
    expect(await kindOf(() => takeUpRound(world.coordinator, world.area, again))).toBe(
      "wrong-state",
    );
  });

  it("asks its panel no longer, and cannot be dropped while an agreement stands", async () => {
    await world.seat(world.head.actor.kind === "person" ? world.head.actor.personId : world.nobody);
    const round = await world.begun();
    const { run, ...solved } = await solveRound(world.coordinator, world.area, round);
    const asked = await proposeRun(world.coordinator, world.area, { ...solved, run });
    expect(await listProposals(world.head, world.area)).toHaveLength(1);
    const dropped = await dropRound(world.coordinator, world.area, { ...asked, reason });
    expect(await listProposals(world.head, world.area)).toEqual([]);
    const told = async () =>
      (await world.mails()).filter(({ template }) => template === "round-taken-back").length;
    expect(await told()).toBe(1);
    const begunAgain = await takeUpRound(world.coordinator, world.area, dropped);
    const gone = await dropRound(world.coordinator, world.area, { ...begunAgain, reason });
    expect(await told()).toBe(1);
    const drafted = await takeUpRound(world.coordinator, world.area, gone);
    const { run: second, ...now } = await solveRound(world.coordinator, world.area, drafted);
    const proposed = await proposeRun(world.coordinator, world.area, { ...now, run: second });
    const agreed = await noteAgreement(world.coordinator, world.area, {
      ...proposed,
      run: second,
      words: "All were there",
    });
    expect(
      await kindOf(() => dropRound(world.coordinator, world.area, { ...agreed, reason })),
    ).toBe("wrong-state");
    // Refused, nothing of it went out.
    expect(await told()).toBe(1);
  });

  it("stops what the engine is doing for it", async () => {
    const round = await world.begun();
    const wasStopped = await whileSolving(world.coordinator, round.id, async ({ stop }) => {
      await dropRound(world.coordinator, world.area, { ...round, reason });
      return isStopped(stop);
    });
    expect(wasStopped).toBe(true);
  });

  it("is dropped by nobody else, not without a reason, and not twice at once", async () => {
    const round = await world.begun();
    for (const ctx of [world.head, ...Object.values(world.strangers)]) {
      expect(await kindOf(() => dropRound(ctx, world.area, { ...round, reason }))).toBe(
        "not-found",
      );
      expect(await kindOf(() => takeUpRound(ctx, world.area, round))).toBe("not-found");
    }
    expect(
      await kindOf(() => dropRound(world.coordinator, world.area, { ...round, reason: " " })),
    ).toBe("words-needed");
    const both = await Promise.allSettled([
      dropRound(world.coordinator, world.area, { ...round, reason }),
      dropRound(world.officer, world.area, { ...round, reason }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await world.events("round-dropped")).toHaveLength(1);
  });
});
