import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRound } from "@alongside/db/views/round";
import { dateOf } from "@alongside/domain/calendar";
import type { NeedId } from "@alongside/domain/need";
import { declineOffer, listOffers, withdrawOffer } from "../offer/index.ts";
import type { MatchLeader } from "../shortlist/match-world.ts";
import { findBroken, isStill, type Broken } from "./broken.ts";
import {
  adjustRound,
  noteAgreement,
  proposeRun,
  publishRound,
  solveRound,
  type RoundSeen,
} from "./index.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

let world: RoundWorld;
let lena: MatchLeader;
let otto: MatchLeader;
let gorse: NeedId;
let elm: NeedId;
let round: RoundSeen;

const published = async (): Promise<RoundSeen> => {
  const { coordinator, area } = world;
  const { run, ...solved } = await solveRound(coordinator, area, await world.begun());
  const proposed = await proposeRun(coordinator, area, { ...solved, run });
  const agreed = await noteAgreement(coordinator, area, { ...proposed, run, words: "All agreed" });
  return publishRound(coordinator, area, agreed);
};

/** Lena goes to Gorse School and Otto to Elm School, in the first half of the term; Uma has days to spare. */
beforeEach(async () => {
  world = await openRoundWorld();
  const early = { earliest: dateOf(2026, 1, 6), wantedBy: dateOf(2026, 2, 1) };
  gorse = (await world.needOf(schools.gorse, { band: 1 })).id;
  elm = (await world.needOf(schools.elm, { band: 2, changes: early })).id;
  const leader = (name: string, level: 1 | 2 | 3) =>
    world.addLeader(name, { offering: { ...daysOf(12), areas: world.levels(level) } });
  lena = await leader("Lena", 3);
  otto = await leader("Otto", 2);
  await leader("Uma", 1);
  round = await published();
});
afterEach(() => world.database.drop());

const offerOf = async ({ personId }: MatchLeader) => {
  const { offers } = await listOffers(world.coordinator, world.area, {});
  const offer = offers.find(({ leader }) => leader.personId === personId);
  if (offer === undefined) throw new Error("there is no offer");
  return { id: offer.id, version: offer.version };
};

const decline = async (leader: MatchLeader): Promise<void> => {
  const no = { reason: "timing", text: "Not this term" };
  await declineOffer(leader.ctx, world.area, { ...(await offerOf(leader)), ...no });
};

const broken = async (): Promise<Broken> => {
  const { coordinator, area, database } = world;
  const stored = await findRound(database.read, area.id, round.id);
  if (stored === undefined) throw new Error("there is no round");
  const found = await findBroken(coordinator, database.read, { area, stored });
  if (found === undefined) throw new Error("there is nothing to mend");
  return found;
};

const providerIn = ({ problem }: Broken, { personId }: MatchLeader) =>
  problem.providers.find(({ id }) => id === personId);

describe("what is asked of the engine when an offer came to nothing", () => {
  it("keeps whoever was sent, whatever was ruled out or pinned since", async () => {
    await decline(lena);
    const change = { need: elm, reason: "They fell out" } as const;
    const forbid = { ...change, kind: "forbid", leader: otto.personId } as const;
    const forbidden = await adjustRound(world.coordinator, world.area, {
      ...round,
      change: forbid,
    });
    const pin = { ...change, kind: "pin", leader: lena.personId } as const;
    await adjustRound(world.coordinator, world.area, { ...forbidden, change: pin });
    const { problem, mending } = await broken();
    const sent = { request: elm, provider: otto.personId };
    expect(problem.pins).toEqual([sent]);
    expect(problem.forbid).not.toContainEqual(sent);
    expect(mending.confirmed).toEqual([{ ...sent, role: "lead" }]);
  });

  it("counts what its own offers hold as there to give, in the half of the term in which it lies", async () => {
    await decline(lena);
    const found = await broken();
    const whole = { days: 12, daysEarly: 12, maxSchools: 2 };
    expect(providerIn(found, otto)).toMatchObject({ ...whole, daysLate: 0 });
    expect(providerIn(found, lena)).toMatchObject({ ...whole, daysLate: 12 });
  });

  it("asks again the leader from whom an offer was taken back, and nobody who said no", async () => {
    const reason = "The school asked to wait";
    await withdrawOffer(world.coordinator, world.area, { ...(await offerOf(lena)), reason });
    const one = await broken();
    expect(one.lost.map(({ personId }) => personId)).toEqual([lena.personId]);
    expect(providerIn(one, lena)?.declines).toEqual([]);
    await decline(otto);
    expect(providerIn(await broken(), otto)?.declines).toEqual([elm]);
  });

  it("looks at needs of the round alone, that are open or wait for an answer", async () => {
    await decline(lena);
    await world.needOf(schools.dogwood);
    const asked = async () => (await broken()).problem.requests.map(({ id }) => id);
    expect(await asked()).toEqual([gorse, elm]);
    await world.database.client.execute({
      sql: "UPDATE needs SET state = 'agreed' WHERE id = ?",
      args: [elm],
    });
    expect(await asked()).toEqual([gorse]);
    expect((await broken()).live).toEqual([]);
  });

  it("does not pin a leader who gives no days any more", async () => {
    await decline(lena);
    await world.database.client.execute({
      sql: "UPDATE capacity_lines SET good_until = '2026-03-01' WHERE id = ?",
      args: [otto.line],
    });
    const { problem, mending, live } = await broken();
    expect([problem.pins, mending.confirmed, live.length]).toEqual([[], [], 1]);
  });

  it("is still the same while plan, offers and problem are, and not when there is nothing left", async () => {
    await decline(lena);
    const then = await broken();
    const { previous, mending, frozen } = then;
    expect(isStill(await broken(), then)).toBe(true);
    expect(isStill({ ...then, previous: { ...previous, number: 2 } }, then)).toBe(false);
    expect(isStill({ ...then, mending: { ...mending, confirmed: [] } }, then)).toBe(false);
    expect(isStill({ ...then, frozen: { ...frozen, hash: "other" } }, then)).toBe(false);
    expect(isStill(undefined, then)).toBe(false);
  });
});
