import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { balancesOf } from "@alongside/domain/capacity";
import { listEntries } from "@alongside/db/views/ledger";
import type { Context } from "../context/index.ts";
import { grants, hour, refusalOf } from "../identity/world.ts";
import { declineOffer, expireOffers, listOffers, sendOffer } from "../offer/index.ts";
import type { MatchLeader } from "../shortlist/match-world.ts";
import {
  acceptRepair,
  answerProposal,
  closeRound,
  getRound,
  listProposals,
  noteAgreement,
  proposeRun,
  publishRound,
  replayRun,
  showProposal,
  showRepair,
  solveRound,
  takeBackProposal,
  type RoundSeen,
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

const agreedRound = async () => {
  const solved = await solvedRound();
  const { run } = solved;
  const proposed = await proposeRun(world.coordinator, world.area, { ...solved, run });
  const agreement = { ...proposed, run, words: "Zone meeting on 2 March" };
  return noteAgreement(world.coordinator, world.area, agreement);
};

const published = async () => publishRound(world.coordinator, world.area, await agreedRound());

const heldOn = async ({ line }: MatchLeader): Promise<number> =>
  balancesOf(await listEntries(world.database.read, line)).accounts.held;

const offersNow = async () => (await listOffers(world.coordinator, world.area, {})).offers;

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
    expect((await getRound(world.coordinator, world.area, id)).proposed).toBeNull();
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

describe("publishing", () => {
  it("sends every offer with its hold and opens no need twice, all in one", async () => {
    const one = await world.needOf(schools.gorse, { band: 1 });
    const two = await world.needOf(schools.elm, { band: 3 });
    const lena = await world.addLeader("Lena", { offering: daysOf(24) });
    expect(await published()).toMatchObject({ state: "published" });
    expect(await heldOn(lena)).toBe(24);
    expect(await Promise.all([one, two].map(({ id }) => world.stateOf(id)))).toEqual([
      "offered",
      "offered",
    ]);
    expect((await offersNow()).map(({ state, halfDays }) => [state, halfDays])).toEqual([
      ["sent", 12],
      ["sent", 12],
    ]);
    expect(await world.events("offer-sent")).toHaveLength(2);
    expect(await world.events("round-published")).toHaveLength(1);
    expect(
      (await world.needMails()).filter(([template]) => template === "offer-sent"),
    ).toHaveLength(2);
  });

  it("sends none when one cannot go, and names the leader and the school", async () => {
    const one = await world.needOf(schools.gorse, { band: 1 });
    await world.needOf(schools.elm, { band: 3 });
    const lena = await world.addLeader("Lena", { offering: daysOf(12) });
    const otto = await world.addLeader("Otto", { offering: daysOf(12) });
    const agreed = await agreedRound();
    await world.database.client.execute(
      "UPDATE capacity_lines SET good_until = '2026-03-01' WHERE person_id = 'otto'",
    );
    const refusal = await refusalOf(() => publishRound(world.coordinator, world.area, agreed));
    expect(refusal).toMatchObject({ kind: "placement-lost", leader: "Otto", because: "days" });
    expect(await offersNow()).toEqual([]);
    expect([await heldOn(lena), await heldOn(otto)]).toEqual([0, 0]);
    expect(await world.stateOf(one.id)).toBe("open");
    expect(await getRound(world.coordinator, world.area, agreed.id)).toMatchObject({
      state: "agreed",
      offers: { sent: 0 },
    });
  });

  it("sends none when a need was taken by somebody else, or a rule has come between", async () => {
    const need = await world.needOf(schools.gorse, { band: 1 });
    const lena = await world.addLeader("Lena", { offering: daysOf(24) });
    const agreed = await agreedRound();
    await world.database.client.execute(
      "UPDATE designations SET status = 'lapsed' WHERE person_id = 'lena'",
    );
    const publish = () => refusalOf(() => publishRound(world.coordinator, world.area, agreed));
    expect(await publish()).toMatchObject({
      because: "rule",
      leader: "Lena",
      school: "Gorse School",
    });
    await world.database.client.execute("UPDATE designations SET status = 'designated'");
    await sendOffer(world.coordinator, world.area, {
      needId: need.id,
      version: need.version,
      leader: lena.personId,
      termId: "t-spring",
      halfDays: 12,
      note: "",
      overrideReason: "",
    });
    expect(await publish()).toMatchObject({ kind: "placement-lost", because: "need" });
  });

  it("never takes more days or schools than there are, also of several plans at once", async () => {
    await world.needOf(schools.gorse, { band: 1 });
    await world.needOf(schools.elm, { band: 2 });
    const lena = await world.addLeader("Lena", { offering: daysOf(12) });
    const first = await agreedRound();
    const second = await agreedRound();
    const outcomes = await Promise.allSettled(
      [first, second, first].map((round) => publishRound(world.coordinator, world.area, round)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await heldOn(lena)).toBe(12);
    expect(await offersNow()).toHaveLength(1);
  });

  it("counts the schools that a leader takes at once", async () => {
    await world.needOf(schools.gorse, { band: 1 });
    await world.needOf(schools.elm, { band: 2 });
    const lena = await world.addLeader("Lena", { offering: { ...daysOf(40), mostSchools: 2 } });
    const agreed = await agreedRound();
    const supply = JSON.stringify({ mostSchools: 1 });
    await world.database.client.execute({
      sql: "UPDATE capacity_lines SET supply = json_patch(supply, ?) WHERE person_id = 'lena'",
      args: [supply],
    });
    expect(
      await refusalOf(() => publishRound(world.coordinator, world.area, agreed)),
    ).toMatchObject({ kind: "placement-lost", because: "days" });
    expect(await heldOn(lena)).toBe(0);
  });

  it("waits for the panel, and takes the version that was seen", async () => {
    await world.needOf(schools.gorse, { band: 1 });
    await world.addLeader("Lena");
    const solved = await solvedRound();
    expect(await kindOf(() => publishRound(world.coordinator, world.area, solved))).toBe(
      "wrong-state",
    );
    const proposed = await proposeRun(world.coordinator, world.area, { ...solved, run: 1 });
    const agreed = await noteAgreement(world.coordinator, world.area, {
      ...proposed,
      run: 1,
      words: "x",
    });
    const old: RoundSeen = { ...agreed, version: 1 };
    expect(await kindOf(() => publishRound(world.coordinator, world.area, old))).toBe(
      "changed-since",
    );
    expect(await kindOf(() => solveRound(world.coordinator, world.area, agreed))).toBe(
      "wrong-state",
    );
    const out = await publishRound(world.coordinator, world.area, agreed);
    expect(await kindOf(() => solveRound(world.coordinator, world.area, out))).toBe("wrong-state");
    expect(await closeRound(world.coordinator, world.area, out)).toMatchObject({ state: "closed" });
  });
});

/** The leader of the offer that is out for the greatest need says no. */
const declined = async (leader: MatchLeader): Promise<void> => {
  const [offer] = (await offersNow()).filter((each) => each.leader.personId === leader.personId);
  if (offer === undefined) throw new Error("there is no offer");
  const { id, version } = offer;
  const no = { id, version, reason: "timing", text: "Not this term" };
  await declineOffer(leader.ctx, world.area, no);
};

describe("mending a plan", () => {
  const begun = async () => {
    const one = await world.needOf(schools.gorse, { band: 1 });
    const two = await world.needOf(schools.elm, { band: 2 });
    const lena = await world.addLeader("Lena", {
      offering: { ...daysOf(12), areas: world.levels(3) },
    });
    const otto = await world.addLeader("Otto", {
      offering: { ...daysOf(12), areas: world.levels(2) },
    });
    const uma = await world.addLeader("Uma", {
      offering: { ...daysOf(12), areas: world.levels(1) },
    });
    return { one, two, lena, otto, uma, round: await published() };
  };
  const repairOf = ({ id }: RoundSeen) => showRepair(world.coordinator, world.area, id);

  it("proposes nothing while every offer stands", async () => {
    const { round } = await begun();
    const shown = await repairOf(round);
    expect(shown.proposal).toBeNull();
    expect(shown.offers).toHaveLength(2);
  });

  it("replaces the leader who declined and leaves the other where it is", async () => {
    const { lena, otto, uma, round } = await begun();
    await declined(lena);
    const { proposal, version } = await repairOf(round);
    expect(proposal).toMatchObject({
      stays: 1,
      lost: [{ leader: "Lena", words: "Lena declined" }],
      sends: [{ leader: { name: "Uma" }, isReplacement: true }],
      without: [],
    });
    if (proposal === null) throw new Error("no proposal");
    const needs = proposal.sends.map(({ need }) => need.id);
    const accepted = { id: round.id, version, hash: proposal.hash, needs };
    const mended = await acceptRepair(world.coordinator, world.area, accepted);
    expect(mended.state).toBe("published");
    expect([await heldOn(lena), await heldOn(otto), await heldOn(uma)]).toEqual([0, 12, 12]);
    const shown = await repairOf(round);
    expect(shown.proposal).toBeNull();
    expect(shown.offers).toHaveLength(3);
    const { runs, offers } = await getRound(world.coordinator, world.area, round.id);
    expect(runs.map(({ kind }) => kind)).toEqual(["solve", "repair"]);
    expect(offers).toEqual({ sent: 3, waiting: 2, confirmed: 0, lost: 0 });
    const again = { id: round.id, run: 2 };
    expect(await replayRun(world.coordinator, world.area, again)).toMatchObject({ isSame: true });
    expect(await world.events("round-offers-added")).toHaveLength(1);
  });

  it("does not ask again whoever let an offer run out", async () => {
    const { round } = await begun();
    world.pass(24 * 9 * hour);
    await expireOffers(world.as({ kind: "command-line" }));
    const { proposal } = await repairOf(round);
    expect(proposal?.lost).toHaveLength(2);
    expect(proposal?.sends).toHaveLength(2);
    const asked = proposal?.sends.map(({ need, leader }) => `${need.school} ${leader.name}`) ?? [];
    const before = (await repairOf(round)).offers.map(
      ({ school, leader }) => `${school} ${leader}`,
    );
    expect(asked.filter((pair) => before.includes(pair))).toEqual([]);
  });

  it("is refused when things have changed since it was read, with nothing chosen, and before publishing", async () => {
    const { lena, uma, round } = await begun();
    await declined(lena);
    const { proposal, version } = await repairOf(round);
    if (proposal === null) throw new Error("no proposal");
    const needs = proposal.sends.map(({ need }) => need.id);
    const given = { id: round.id, version, hash: proposal.hash, needs };
    const accept = (more: object) =>
      kindOf(() => acceptRepair(world.coordinator, world.area, { ...given, ...more }));
    expect(await accept({ needs: [] })).toBe("no-offers");
    expect(await accept({ version: 1 })).toBe("changed-since");
    expect(await accept({ hash: "0".repeat(64) })).toBe("run-out-of-date");
    await world.database.client.execute({
      sql: "UPDATE capacity_lines SET good_until = '2026-03-01' WHERE id = ?",
      args: [uma.line],
    });
    expect(await accept({})).toBe("run-out-of-date");
    expect((await getRound(world.coordinator, world.area, round.id)).runs).toHaveLength(1);
    expect(await offersNow()).toHaveLength(2);
  });
});
