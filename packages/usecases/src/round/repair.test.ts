import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { balancesOf } from "@alongside/domain/capacity";
import { listEntries } from "@alongside/db/views/ledger";
import { findRun } from "@alongside/db/views/round";
import { hour, refusalOf } from "../identity/world.ts";
import { declineOffer, expireOffers, listOffers } from "../offer/index.ts";
import type { MatchLeader } from "../shortlist/match-world.ts";
import { engineWith, hostEngine } from "../engine/index.ts";
import { thawPlan } from "./frozen.ts";
import {
  acceptRepair,
  adjustRound,
  closeRound,
  getRound,
  noteAgreement,
  proposeRun,
  publishRound,
  replayRun,
  showNeedInRun,
  showRepair,
  solveRound,
  tryByHand,
  type RoundSeen,
} from "./index.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

const engineHere = engineWith();

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(async () => {
  hostEngine(engineHere);
  await world.database.drop();
});

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

/** The leader of the offer that is out for the greatest need says no. */
const declined = async (leader: MatchLeader): Promise<void> => {
  const offers = await offersNow();
  const offer = offers.find((each) => each.leader.personId === leader.personId);
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
    expect(await getRound(world.coordinator, world.area, round.id)).toMatchObject({
      due: "2026-03-27",
      offers: { lost: 1, due: "2026-03-09" },
    });
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
    const { runs, offers, due } = await getRound(world.coordinator, world.area, round.id);
    expect(runs.map(({ kind }) => kind)).toEqual(["solve", "repair"]);
    expect(offers).toEqual({ sent: 3, waiting: 2, confirmed: 0, lost: 0, due: "2026-03-04" });
    expect(due).toBe("2026-03-04");
    const again = { id: round.id, run: 2 };
    const works: unknown[] = [];
    hostEngine({
      ...engineHere,
      plan: (task, watching) => {
        works.push(task.work);
        return engineHere.plan(task, watching);
      },
    });
    expect(await replayRun(world.coordinator, world.area, again)).toMatchObject({ isSame: true });
    const kept = await findRun(world.database.read, round.id, 2);
    expect(works).toEqual([thawPlan(kept?.plan ?? "").work]);
    expect(await world.events("round-offers-added")).toHaveLength(1);
  });

  it("takes another leader by hand, among those who could go now", async () => {
    const vera = await world.addLeader("Vera", {
      offering: { ...daysOf(12), areas: world.levels(1) },
    });
    const { one, lena, otto, round } = await begun();
    await declined(lena);
    const { id } = round;
    const need = one.id;
    const { coordinator, area } = world;
    const shown = await showNeedInRun(coordinator, area, { id, need });
    expect(shown.isRepair).toBe(true);
    expect(
      shown.leaders.map(({ leader, passes, isChosen }) => [leader.name, passes, isChosen]),
    ).toEqual([
      ["Otto", true, false],
      ["Uma", true, true],
      ["Vera", true, false],
      ["Lena", false, false],
    ]);
    const then = await showNeedInRun(coordinator, area, { id, need, run: 1 });
    expect(then.isRepair).toBe(false);
    expect(then.leaders.find(({ leader }) => leader.name === "Lena")?.passes).toBe(true);
    const tried = (leader: MatchLeader) =>
      tryByHand(coordinator, area, { id, need, leader: leader.personId });
    expect((await tried(otto)).isPlaced).toBe(false);
    expect((await tried(vera)).isPlaced).toBe(true);
    const pin = { kind: "pin", need, leader: vera.personId, reason: "Knows it" } as const;
    await adjustRound(coordinator, area, { ...round, change: pin });
    const { proposal, version } = await repairOf(round);
    expect(proposal?.sends.map(({ leader }) => leader.name)).toEqual(["Vera"]);
    await acceptRepair(coordinator, area, {
      id,
      version,
      hash: proposal?.hash ?? "",
      needs: [need],
    });
    expect([await heldOn(otto), await heldOn(vera)]).toEqual([12, 12]);
    expect((await showNeedInRun(coordinator, area, { id, need })).isRepair).toBe(false);
    await declined(vera);
    // Of several who said no for one school, the last is told of; none is asked again, pinned or not.
    const again = (await repairOf(round)).proposal;
    expect(again?.lost.map(({ leader }) => leader)).toEqual(["Vera"]);
    expect(again?.sends.map(({ leader }) => leader.name)).toEqual(["Uma"]);
    const seen = (await repairOf(round)).version;
    const given = { id, version: seen, hash: again?.hash ?? "", needs: [need] };
    expect(await acceptRepair(coordinator, area, given)).toMatchObject({ state: "published" });
  });

  it("proposes nothing for a round that is closed, whatever its offers come to", async () => {
    const { lena, round } = await begun();
    await declined(lena);
    const { proposal } = await repairOf(round);
    if (proposal === null) throw new Error("no proposal");
    const closed = await closeRound(world.coordinator, world.area, round);
    expect((await repairOf(round)).proposal).toBeNull();
    const needs = proposal.sends.map(({ need }) => need.id);
    const given = { ...closed, hash: proposal.hash, needs };
    expect(await kindOf(() => acceptRepair(world.coordinator, world.area, given))).toBe(
      "run-out-of-date",
    );
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

  it("sends those of the new offers that were chosen, and no other", async () => {
    const { round } = await begun();
    world.pass(24 * 9 * hour);
    await expireOffers(world.as({ kind: "command-line" }));
    const { proposal, version } = await repairOf(round);
    if (proposal === null) throw new Error("no proposal");
    const [first] = proposal.sends;
    if (first === undefined) throw new Error("nothing to send");
    const accepted = { id: round.id, version, hash: proposal.hash, needs: [first.need.id] };
    await acceptRepair(world.coordinator, world.area, accepted);
    const out = (await offersNow()).filter(({ state }) => state === "sent");
    expect(out.map(({ leader }) => leader.name)).toEqual([first.leader.name]);
    expect((await repairOf(round)).proposal?.lost).toHaveLength(1);
  });

  it("is refused when something happens while the engine works", async () => {
    const { two, lena, otto, uma, round } = await begun();
    await declined(lena);
    const { proposal, version } = await repairOf(round);
    if (proposal === null) throw new Error("no proposal");
    const needs = proposal.sends.map(({ need }) => need.id);
    const given = { id: round.id, version, hash: proposal.hash, needs };
    const acceptWhile = (happens: () => Promise<unknown>) => {
      hostEngine({
        ...engineHere,
        answer: async (task, watching) => {
          const answer = await engineHere.answer(task, watching);
          await happens();
          return answer;
        },
      });
      return kindOf(() => acceptRepair(world.coordinator, world.area, given));
    };
    const goodUntil = (date: string) =>
      world.database.client.execute({
        sql: "UPDATE capacity_lines SET good_until = ? WHERE id = ?",
        args: [date, uma.line],
      });
    expect(await acceptWhile(() => goodUntil("2026-03-01"))).toBe("run-out-of-date");
    await goodUntil("2026-12-31");
    const change = { kind: "forbid", need: two.id, leader: otto.personId, reason: "x" } as const;
    const adjusting = { id: round.id, version, change };
    expect(await acceptWhile(() => adjustRound(world.coordinator, world.area, adjusting))).toBe(
      "changed-since",
    );
    expect(await offersNow()).toHaveLength(2);
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
    hostEngine({ ...engineHere, answer: () => Promise.reject(new Error("asked in vain")) });
    expect(await accept({ version: 1 })).toBe("changed-since");
    hostEngine(engineHere);
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
