import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dateOf } from "@alongside/domain/calendar";
import { commandLine, toId, type PersonId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import type { Context } from "../context/index.ts";
import { showHome } from "../home/index.ts";
import { grants, hour, refusalOf } from "../identity/world.ts";
import { sendReminders } from "../mail/index.ts";
import {
  answerProposal,
  getRound,
  listProposals,
  listRounds,
  noteAgreement,
  proposeRun,
  rescopeRound,
  showProposal,
  showScope,
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

const day = 24 * hour;
const remind = async () => (await sendReminders(world.as(commandLine))).reminded;

/** Who got a mail of a kind, in order of their names. */
const written = async (template: string) =>
  (await world.mails())
    .filter((mail) => mail.template === template)
    .map(({ recipient }) => recipient)
    .toSorted();

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
      { id: proposed.id, name: "Spring in the North", isWaiting: true, answerBy: "2026-03-09" },
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

  it("is told by when it answers, reminded where it is silent, and told once more when that day is past", async () => {
    const { bea, ben, proposed } = await proposedTo();
    const { id, version } = proposed;
    const dueAt = "2026-03-09T23:59:59.999Z";
    expect(await written("round-to-answer")).toEqual([
      "bella@alder.example",
      "benno@alder.example",
    ]);
    expect((await world.mails()).at(-1)?.content).toEqual({
      name: "Benno",
      area: "Northfield Partnership",
      path: `/areas/here/rounds/${id}/proposal`,
      due: dueAt,
    });
    const answerBy = "2026-03-09";
    expect(await getRound(world.coordinator, world.area, id)).toMatchObject({
      answerBy,
      due: answerBy,
      timeline: [{ kind: "round-proposed", run: 1, day: answerBy }, {}, {}],
    });
    expect(await showProposal(ben, world.area, id)).toMatchObject({
      today: "2026-03-02",
      answerBy,
    });
    expect((await showHome(ben, world.area)).waiting).toContainEqual(
      expect.objectContaining({ kind: "round-proposals", due: answerBy, dueInDays: 7 }),
    );
    await answerProposal(bea, world.area, { id, version, run: 1, answer: "agree", note: "" });
    expect(await listProposals(bea, world.area)).toMatchObject([{ answerBy: null }]);
    world.pass(4 * day);
    expect(await remind()).toBe(0);
    world.pass(day);
    await Promise.all([remind(), remind()]);
    expect(await remind()).toBe(0);
    expect(await written("round-answer-due")).toEqual(["benno@alder.example"]);
    world.pass(2 * day);
    expect(await remind()).toBe(0);
    world.pass(day);
    expect([await remind(), await remind()]).toEqual([1, 0]);
    expect(await written("round-answer-late-due")).toEqual(["benno@alder.example"]);
    expect(await written("round-panel-late-due")).toEqual(["cora@alder.example"]);
  });

  it("is told when the plan is taken back, and reminded of another one by all who have not answered to that", async () => {
    const { bea, proposed } = await proposedTo();
    const { id, version } = proposed;
    await answerProposal(bea, world.area, { id, version, run: 1, answer: "agree", note: "" });
    const back = await takeBackProposal(world.coordinator, world.area, {
      ...proposed,
      reason: "x",
    });
    expect((await getRound(world.coordinator, world.area, id)).answerBy).toBeNull();
    const both = ["bella@alder.example", "benno@alder.example"];
    expect(await written("round-taken-back")).toEqual(both);
    expect((await world.mails()).at(-1)?.content).toMatchObject({ path: "/areas/here", due: "" });
    world.pass(6 * day);
    expect(await remind()).toBe(0);
    const { run, ...solved } = await solveRound(world.coordinator, world.area, back);
    const asked = { ...solved, run, answerBy: dateOf(2026, 3, 10) };
    const again = await proposeRun(world.coordinator, world.area, asked);
    expect(await remind()).toBe(0);
    world.pass(day);
    expect(await remind()).toBe(1);
    expect(await written("round-answer-due")).toEqual(both);
    const scope = await showScope(world.coordinator, world.area, id);
    const [needs, lines] = [scope.needs.map((need) => need.id), scope.lines.map((line) => line.id)];
    await rescopeRound(world.coordinator, world.area, { ...again, needs, lines });
    expect(await written("round-taken-back")).toHaveLength(4);
  });

  it("is not reminded of what was taken back while the clock went round", async () => {
    const { proposed } = await proposedTo();
    world.pass(6 * day);
    const clock = world.as(commandLine);
    const write: Context["write"] = async (work) => {
      await takeBackProposal(world.coordinator, world.area, { ...proposed, reason: "x" });
      return clock.write(work);
    };
    expect(await sendReminders({ ...clock, write })).toEqual({ reminded: 0 });
    expect(await written("round-answer-due")).toEqual([]);
  });

  it("is given no day that is past, nor one after the plan is wanted", async () => {
    await world.needOf(schools.gorse);
    const solved = await solvedRound();
    const asked = (answerBy: IsoDate) =>
      refusalOf(() => proposeRun(world.coordinator, world.area, { ...solved, run: 1, answerBy }));
    const fields = { answerBy: "Choose a day from 2 March 2026 to 27 March 2026" };
    expect(await asked(dateOf(2026, 3, 1))).toEqual({ kind: "invalid-input", fields });
    expect(await asked(dateOf(2026, 3, 28))).toEqual({ kind: "invalid-input", fields });
    expect(await written("round-to-answer")).toEqual([]);
    // Whoever asks and sits on the panel as well knows already.
    await world.seat(toId<PersonId>("cora"), toId<PersonId>("olu"));
    await proposeRun(world.coordinator, world.area, { ...solved, run: 1 });
    expect(await written("round-to-answer")).toEqual(["olu@alder.example"]);
  });

  it("has whoever asked it told what it says, and nobody who says it", async () => {
    const { bea, ben, proposed } = await proposedTo();
    const { id, version } = proposed;
    const yes = { id, version, run: 1, answer: "agree", note: "" } as const;
    const no = { ...yes, answer: "ask-again", note: "Elm needs it more" } as const;
    const { version: now } = await answerProposal(ben, world.area, no);
    expect(await written("round-to-change")).toEqual(["cora@alder.example"]);
    expect(await written("round-taken-back")).toEqual(["bella@alder.example"]);
    const asked = await proposeRun(world.officer, world.area, { id, version: now, run: 1 });
    for (const ctx of [bea, ben])
      await answerProposal(ctx, world.area, { ...yes, version: asked.version });
    expect(await written("round-to-publish")).toEqual(["olu@alder.example"]);
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
