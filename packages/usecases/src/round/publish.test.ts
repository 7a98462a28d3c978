import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { balancesOf } from "@alongside/domain/capacity";
import { listEntries } from "@alongside/db/views/ledger";
import { refusalOf } from "../identity/world.ts";
import { listOffers, sendOffer } from "../offer/index.ts";
import type { MatchLeader } from "../shortlist/match-world.ts";
import {
  closeRound,
  getRound,
  noteAgreement,
  proposeRun,
  publishRound,
  solveRound,
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

  it("sends none when another offer has taken the days meanwhile, and says whose", async () => {
    await world.needOf(schools.gorse, { band: 1 });
    const lena = await world.addLeader("Lena", { offering: daysOf(12) });
    const agreed = await agreedRound();
    const other = await world.needOf(schools.elm);
    await sendOffer(world.coordinator, world.area, {
      needId: other.id,
      version: other.version,
      leader: lena.personId,
      termId: "t-spring",
      halfDays: 12,
      note: "",
      overrideReason: "",
    });
    expect(
      await refusalOf(() => publishRound(world.coordinator, world.area, agreed)),
    ).toMatchObject({ kind: "placement-lost", leader: "Lena", because: "days" });
    expect(await heldOn(lena)).toBe(12);
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
