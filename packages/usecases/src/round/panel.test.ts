import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { showHome } from "../home/index.ts";
import { grants, refusalOf } from "../identity/world.ts";
import {
  answerProposal,
  getRound,
  listProposals,
  listRounds,
  noteAgreement,
  proposeRun,
  showProposal,
  solveRound,
  takeBackProposal,
} from "./index.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(() => world.database.drop());

const kindOf = async (work: () => Promise<unknown>): Promise<string> =>
  (await refusalOf(work)).kind;

const solvedRound = async () => solveRound(world.coordinator, world.area, await world.begun());

describe("the zone's panel", () => {
  const seated = async () => {
    const bea = await world.signedIn("Bella", grants.head);
    const ben = await world.signedIn("Benno", grants.headOfBeech);
    const idOf = ({ actor }: Context) => {
      if (actor.kind !== "person") throw new Error("nobody");
      return actor.personId;
    };
    await world.seat(idOf(bea), idOf(ben));
    return { bea, ben };
  };
  const proposedTo = async () => {
    await world.needOf(schools.gorse, { band: 1 });
    await world.needOf(schools.elm, { band: 3 });
    await world.addLeader("Lena", { offering: daysOf(12) });
    const members = await seated();
    const solved = await solvedRound();
    const proposed = await proposeRun(world.coordinator, world.area, { ...solved, run: 1 });
    return { ...members, proposed };
  };

  it("sees the plan without a name of a school or a leader", async () => {
    const { bea, proposed } = await proposedTo();
    const shown = await showProposal(bea, world.area, proposed.id);
    expect(JSON.stringify(shown)).not.toMatch(/Gorse|Elm School|Beech|Lena|9000\d\d|lena|N-0/);
    expect(shown.lines).toEqual([
      {
        number: 1,
        phase: "primary",
        zone: "North",
        expertise: "Phonics and early reading",
        band: 1,
        from: "East",
      },
      {
        number: 2,
        phase: "primary",
        zone: "North",
        expertise: "Phonics and early reading",
        band: 3,
        from: null,
      },
    ]);
    expect(await listProposals(bea, world.area)).toEqual([
      { id: proposed.id, name: "Spring in the North", isWaiting: true },
    ]);
  });

  it("agrees when the last member has, and asks again when one does", async () => {
    const { bea, ben, proposed } = await proposedTo();
    const { id, version } = proposed;
    const yes = { id, version, run: 1, answer: "agree", note: "" } as const;
    expect(await answerProposal(bea, world.area, yes)).toMatchObject({ state: "solved" });
    expect(await answerProposal(bea, world.area, yes)).toMatchObject({ state: "solved" });
    expect(await answerProposal(ben, world.area, yes)).toMatchObject({ state: "agreed" });
    expect(await world.events("round-panel-answered")).toHaveLength(3);
    const { version: now } = await getRound(world.coordinator, world.area, id);
    const back = { id, version: now, reason: "One head was away" };
    const again = await takeBackProposal(world.coordinator, world.area, back);
    expect(again.state).toBe("solved");
    const asked = await proposeRun(world.coordinator, world.area, { ...again, run: 1 });
    const no = { ...asked, run: 1, answer: "ask-again", note: "Elm needs it more" } as const;
    expect(await answerProposal(bea, world.area, no)).toMatchObject({ state: "solved" });
    expect(await getRound(world.coordinator, world.area, id)).toMatchObject({
      proposed: null,
      sentBack: { run: 1, by: "Bella", words: "Elm needs it more" },
    });
    expect(await listProposals(bea, world.area)).toEqual([]);
  });

  it("is asked afresh when a run is proposed again, and waits for nobody who has answered", async () => {
    const { bea, ben, proposed } = await proposedTo();
    const { id, version } = proposed;
    const yes = { id, version, run: 1, answer: "agree", note: "" } as const;
    const waitsFor = async (ctx: Context) =>
      (await listProposals(ctx, world.area)).map(({ isWaiting }) => isWaiting);
    const homeOf = async (ctx: Context) =>
      (await showHome(ctx, world.area)).waiting.filter(({ kind }) => kind === "round-proposals");
    expect(await homeOf(bea)).toMatchObject([{ count: 1 }]);
    expect(await listRounds(bea, world.area)).toMatchObject({ mayBegin: false, rounds: [] });
    await answerProposal(bea, world.area, yes);
    expect([await waitsFor(bea), await waitsFor(ben)]).toEqual([[false], [true]]);
    expect(await homeOf(bea)).toEqual([]);
    const no = { ...yes, answer: "ask-again", note: "Elm needs it more" } as const;
    const back = await answerProposal(ben, world.area, no);
    const { version: now } = await proposeRun(world.coordinator, world.area, { ...back, run: 1 });
    expect([await waitsFor(bea), await waitsFor(ben)]).toEqual([[true], [true]]);
    expect((await showProposal(ben, world.area, id)).mine).toBeNull();
    expect((await getRound(world.coordinator, world.area, id)).sentBack).toBeNull();
    const again = { ...yes, version: now };
    expect(await answerProposal(ben, world.area, again)).toMatchObject({ state: "solved" });
    expect(await answerProposal(bea, world.area, again)).toMatchObject({ state: "agreed" });
  });

  it("is waited for no more, and cannot answer, once the panel has agreed at a meeting", async () => {
    const { bea, ben, proposed } = await proposedTo();
    const { id } = proposed;
    const agreed = await noteAgreement(world.coordinator, world.area, {
      ...proposed,
      run: 1,
      words: "Zone meeting on 2 March",
    });
    expect(agreed.state).toBe("agreed");
    for (const ctx of [bea, ben]) {
      expect(await listProposals(ctx, world.area)).toMatchObject([{ id, isWaiting: false }]);
      const yes = { ...agreed, run: 1, answer: "agree", note: "" } as const;
      expect(await kindOf(() => answerProposal(ctx, world.area, yes))).toBe("wrong-state");
    }
  });

  it("is not for others, nor for a run that was not proposed, nor without a reason to ask again", async () => {
    const { bea, proposed } = await proposedTo();
    const { id, version } = proposed;
    const answer = { id, version, run: 1, answer: "agree", note: "" } as const;
    for (const ctx of [
      world.coordinator,
      world.head,
      world.officer,
      ...Object.values(world.strangers),
    ]) {
      expect(await kindOf(() => showProposal(ctx, world.area, id))).toBe("not-found");
      expect(await kindOf(() => answerProposal(ctx, world.area, answer))).toBe("not-found");
      expect(await listProposals(ctx, world.area)).toEqual([]);
    }
    expect(await kindOf(() => getRound(bea, world.area, id))).toBe("not-found");
    const answered = (given: object) =>
      kindOf(() => answerProposal(bea, world.area, { ...answer, ...given }));
    expect(await answered({ run: 2 })).toBe("not-proposed");
    expect(await answered({ answer: "ask-again", note: " " })).toBe("words-needed");
    const noted = (given: object) =>
      kindOf(() =>
        noteAgreement(world.coordinator, world.area, { ...proposed, run: 1, words: "x", ...given }),
      );
    expect(await noted({ words: " " })).toBe("words-needed");
    expect(await noted({ run: 2 })).toBe("not-proposed");
    expect(await noted({ version: 1 })).toBe("changed-since");
  });
});
