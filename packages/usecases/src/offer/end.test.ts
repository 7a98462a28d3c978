import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listMovements } from "@alongside/db/views/ledger";
import { commandLine } from "@alongside/domain/identity";
import type { NeedState } from "@alongside/domain/need";
import { toOfferId } from "@alongside/domain/offer";
import type { Context } from "../context/index.ts";
import { hour, places, refusalOf } from "../identity/world.ts";
import { getNeed, readPrivateWords, type NeedSeen } from "../need/index.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import {
  acceptOffer,
  declineOffer,
  expireOffers,
  getOffer,
  listOffers,
  releaseForOffer,
  sendOffer,
  suggestNext,
  withdrawOffer,
  type OfferChanged,
  type Sending,
} from "./index.ts";

const days = 24 * hour;

let world: MatchWorld;
let lena: MatchLeader;
let need: NeedSeen;
beforeEach(async () => {
  world = await openMatchWorld();
  lena = await world.addLeader("Lena");
  need = await world.openedNeed();
});
afterEach(() => world.drop());

const send = (more: Partial<Sending> = {}, ctx: Context = world.coordinator) =>
  sendOffer(ctx, world.area, {
    needId: need.id,
    version: need.version,
    leader: lena.personId,
    halfDays: 12,
    note: "A calm start",
    overrideReason: "",
    ...more,
  });
const accept = (seen: OfferChanged) => acceptOffer(lena.ctx, world.area, seen);
const release = (seen: OfferChanged) => releaseForOffer(world.homeHead, world.area, seen);
const no = { reason: "timing", text: "Not this term" };

const book = async () =>
  (await listMovements(world.database.read, [lena.line])).map(
    ({ movement, halfDays, from, to }) => [movement, halfDays, from, to] as const,
  );
const needNow = async (): Promise<readonly [NeedState, string]> => {
  const { state, disclosure } = await getNeed(world.coordinator, world.area, need.id);
  return [state, disclosure.stage];
};
const offerMails = async () =>
  (await world.needMails()).filter(([template]) => template.startsWith("offer"));

describe("an offer comes to nothing", () => {
  it("when the leader declines: the days are free, the need open, the coordinator told", async () => {
    const sent = await send();
    await declineOffer(lena.ctx, world.area, { ...sent, ...no });
    expect(await needNow()).toEqual(["open", "coordinator"]);
    expect((await book()).at(-1)).toEqual(["release-hold", 12, "held", "published"]);
    expect((await offerMails()).at(-1)).toEqual(["offer-declined", "cora@alder.example"]);
    expect((await getOffer(world.coordinator, world.area, sent.id)).end).toEqual({
      by: "leader",
      reason: "Timing",
      text: "Not this term",
    });
  });

  it("and is not sent again to whoever declined", async () => {
    await declineOffer(lena.ctx, world.area, { ...(await send()), ...no });
    const { version } = await getNeed(world.coordinator, world.area, need.id);
    expect(await refusalOf(() => send({ version }))).toMatchObject({ rules: ["not-declined"] });
  });

  it("at the home school and at the supported school, each with a reason of its own list", async () => {
    const accepted = await accept(await send());
    const cost = { ...accepted, reason: "cost", text: "Too dear" };
    expect(await refusalOf(() => declineOffer(world.homeHead, world.area, cost))).toEqual({
      kind: "invalid-input",
      fields: { reason: "Choose a reason" },
    });
    expect(
      await refusalOf(() => declineOffer(lena.ctx, world.area, { ...accepted, ...no })),
    ).toEqual({ kind: "not-allowed" });
    const released = await release(accepted);
    await declineOffer(world.head, world.area, { ...cost, version: released.version });
    expect(await needNow()).toEqual(["open", "coordinator"]);
  });

  it("when it is withdrawn", async () => {
    const sent = await send();
    const gone = { ...sent, reason: "Sent in error" };
    expect(await refusalOf(() => withdrawOffer(lena.ctx, world.area, gone))).toEqual({
      kind: "not-allowed",
    });
    await withdrawOffer(world.officer, world.area, gone);
    expect(await needNow()).toEqual(["open", "coordinator"]);
    expect((await book()).at(-1)?.[0]).toBe("release-hold");
  });

  it("when nobody answers in time, and not an instant before", async () => {
    const clock = world.as(commandLine);
    const sent = await send();
    world.pass(7 * days);
    expect(await expireOffers(clock)).toEqual({ expired: 0 });
    world.pass(1 * days);
    expect(await refusalOf(() => accept(sent))).toMatchObject({ kind: "too-late" });
    // Two processes may find the same offer overdue: the second leaves alone what the first has let run out.
    const rounds = await Promise.all([expireOffers(clock), expireOffers(clock)]);
    expect(rounds.map(({ expired }) => expired).toSorted()).toEqual([0, 1]);
    expect(await needNow()).toEqual(["open", "coordinator"]);
    expect((await book()).at(-1)).toEqual(["release-hold", 12, "held", "published"]);
    expect(await refusalOf(() => expireOffers(world.officer))).toEqual({ kind: "not-allowed" });
  });

  it("when it is declined late: what ran out is free already", async () => {
    const sent = await send();
    world.pass(8 * days);
    await declineOffer(lena.ctx, world.area, { ...sent, ...no });
    expect((await book()).at(-1)?.[0]).toBe("release-hold");
    expect(await needNow()).toEqual(["open", "coordinator"]);
  });
});

describe("who sees an offer", () => {
  it("shows the leader phase, zone and focus, and the school once the leader has said yes", async () => {
    const sent = await send();
    const before = await getOffer(lena.ctx, world.area, sent.id);
    expect(before.need).toMatchObject({ school: null, id: null, why: null, phase: "primary" });
    expect(before.need.focus).toHaveLength(1);
    expect(JSON.stringify(before)).not.toMatch(/Alder School|900001|N-0001|Results fell/);
    await accept(sent);
    const after = await getOffer(lena.ctx, world.area, sent.id);
    expect(after.need).toMatchObject({ school: "Alder School", reference: "N-0001" });
    expect(JSON.stringify(after)).not.toContain("The chair does not know yet");
  });

  it("leaves on the need who was shown what, and who opened what is closed", async () => {
    const sent = await send();
    await accept(sent);
    await readPrivateWords(world.coordinator, world.area, need.id);
    await readPrivateWords(world.head, world.area, need.id);
    for (const ctx of [world.head, world.officer]) {
      const { disclosure } = await getNeed(ctx, world.area, need.id);
      expect(disclosure.seen.map(({ who, what }) => [who, what])).toEqual([
        ["Lena", "anonymised"],
        ["Lena", "named"],
        ["Cora", "private-words"],
      ]);
    }
  });

  it("is nobody else's to know of", async () => {
    const { id } = await send();
    const other = await world.addLeader("Otto");
    for (const [who, ctx] of Object.entries({ ...world.strangers, otto: other.ctx })) {
      const refusal = await refusalOf(() => getOffer(ctx, world.area, id));
      expect([who, refusal]).toEqual([who, { kind: "not-found" }]);
    }
    const nowhere = toOfferId("nowhere");
    expect(await refusalOf(() => getOffer(world.coordinator, world.area, nowhere))).toEqual({
      kind: "not-found",
    });
  });

  it("lists each one's own, and says which await whose answer", async () => {
    const sent = await send();
    const listed = async (ctx: Context) =>
      (await listOffers(ctx, world.area, {})).offers.map(({ isYours, school }) => [
        isYours,
        school,
      ]);
    expect(await listed(lena.ctx)).toEqual([[true, null]]);
    expect(await listed(world.homeHead)).toEqual([]);
    expect(await listed(world.head)).toEqual([[false, "Alder School"]]);
    expect(await listed(world.coordinator)).toEqual([[false, "Alder School"]]);
    await accept(sent);
    expect(await listed(world.homeHead)).toEqual([[true, "Alder School"]]);
    const eli = world.strangers["the coordinator of another zone"];
    if (eli === undefined) throw new Error("nobody coordinates the East");
    expect(await listed(eli)).toEqual([]);
    const bob = world.strangers["a board member"];
    if (bob === undefined) throw new Error("nobody is on the board");
    expect(await refusalOf(() => listOffers(bob, world.area, {}))).toEqual({ kind: "not-found" });
    expect(places.alder).toBe(900001);
  });
});

it("suggests somebody else once an offer was taken back, and the same leader where there is nobody else", async () => {
  const sent = await send();
  await withdrawOffer(world.coordinator, world.area, { ...sent, reason: "Another way was found" });
  const next = async () =>
    (await suggestNext(world.coordinator, world.area, { needId: need.id })).leader?.name;
  expect(await next()).toBe("Lena");
  await world.addLeader("Max", {
    offering: { areas: [{ area: "phonics-and-early-reading", level: 1, evidence: "One" }] },
  });
  expect(await next()).toBe("Max");
});
