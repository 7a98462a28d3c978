import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listMovements } from "@alongside/db/views/ledger";
import type { NeedState } from "@alongside/domain/need";
import type { Context } from "../context/index.ts";
import { hour, refusalOf } from "../identity/world.ts";
import { getNeed, holdNeed, type NeedSeen } from "../need/index.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import {
  acceptOffer,
  confirmOffer,
  declineOffer,
  getOffer,
  releaseForOffer,
  sendOffer,
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
const confirm = (seen: OfferChanged) => confirmOffer(world.head, world.area, seen);
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

describe("sending an offer", () => {
  it("holds the days, offers the need, leaves both events, and tells the leader, all at once", async () => {
    const { id, state } = await send();
    expect(state).toBe("sent");
    expect(await needNow()).toEqual(["offered", "shortlist"]);
    expect(await book()).toEqual([
      ["publish", 20, "leader", "published"],
      ["hold", 12, "published", "held"],
    ]);
    const events = (await world.events()).slice(-2);
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ["offer-sent", "cora"],
      ["need-offered", "cora"],
    ]);
    expect(await offerMails()).toEqual([["offer-sent", "lena@alder.example"]]);
    expect(await getOffer(lena.ctx, world.area, id)).toMatchObject({
      awaited: "leader",
      due: "2026-03-09T23:59:59.999Z",
    });
  });

  it("is the coordinator's and the officer's, of nobody else", async () => {
    for (const ctx of [world.head, world.staff, world.administrator]) {
      expect(await refusalOf(() => send({}, ctx))).toEqual({ kind: "not-allowed" });
    }
    for (const [who, ctx] of Object.entries({ ...world.strangers, lena: lena.ctx })) {
      expect([who, await refusalOf(() => send({}, ctx))]).toEqual([who, { kind: "not-found" }]);
    }
    expect(await book()).toHaveLength(1);
  });

  it("is refused with the rules that the leader does not pass, and leaves nothing behind", async () => {
    const far = await world.addLeader("Farah", {
      offering: { mostKm: 1, phases: ["secondary"] },
    });
    const reason = "Nobody else";
    expect(await refusalOf(() => send({ leader: far.personId, overrideReason: reason }))).toEqual({
      kind: "rules-broken",
      rules: ["phase", "distance"],
      isOverridable: false,
    });
    expect(await needNow()).toEqual(["open", "coordinator"]);
  });

  it("sets a rule aside where that is allowed, with a reason that is kept", async () => {
    const far = await world.addLeader("Farah", { offering: { mostKm: 1 } });
    expect(await refusalOf(() => send({ leader: far.personId }))).toEqual({
      kind: "rules-broken",
      rules: ["distance"],
      isOverridable: true,
    });
    await send({ leader: far.personId, overrideReason: "She moves next week" });
    const [event] = await world.events("offer-sent");
    expect(event?.payload).toMatchObject({
      setAside: ["distance"],
      overrideReason: "She moves next week",
    });
  });

  it("is refused for more days than are left, for half a half-day, and for nobody", async () => {
    expect(await refusalOf(() => send({ halfDays: 21 }))).toMatchObject({ rules: ["days"] });
    expect(await refusalOf(() => send({ halfDays: 1.5 }))).toEqual({
      kind: "not-half-days",
      given: 1.5,
    });
    const { ctx } = lena;
    const bea = world.homeHead.actor;
    if (bea.kind !== "person") throw new Error("nobody");
    expect(ctx.actor.kind).toBe("person");
    expect(await refusalOf(() => send({ leader: bea.personId }))).toEqual({ kind: "not-found" });
  });

  it("takes one of two coordinators at once, and tells the other whose it was", async () => {
    const other = await world.addLeader("Otto");
    const results = await Promise.allSettled([
      send(),
      send({ leader: other.personId }, world.officer),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({
      reason: { refusal: { kind: "changed-since", by: "Cora" } },
    });
    const { rows } = await world.database.client.execute("SELECT * FROM offers");
    expect(rows).toHaveLength(1);
  });

  it("counts once when its answer was lost and it is sent again with its key", async () => {
    const first = await send({ key: "k1" });
    expect(await send({ key: "k1" })).toEqual(first);
    expect(await book()).toHaveLength(2);
    expect((await refusalOf(() => send({ key: "k2" }))).kind).toBe("changed-since");
  });

  it("is refused while another is out", async () => {
    await send();
    const { version } = await getNeed(world.coordinator, world.area, need.id);
    const other = await world.addLeader("Otto");
    expect(await refusalOf(() => send({ version, leader: other.personId }))).toMatchObject({
      kind: "wrong-state",
      machine: "need",
      state: "offered",
    });
  });
});

describe("the way of an offer", () => {
  it("goes from the leader to the home school to the supported school, with the days held all along", async () => {
    const sent = await send();
    const accepted = await accept(sent);
    expect(await needNow()).toEqual(["offered", "named"]);
    const released = await release(accepted);
    const confirmed = await confirm(released);
    expect([accepted.state, released.state, confirmed.state]).toEqual([
      "accepted",
      "released",
      "confirmed",
    ]);
    expect(await getOffer(world.head, world.area, sent.id)).toMatchObject({
      awaited: null,
      due: null,
    });
    world.pass(27 * days);
    const { rows } = await world.database.client.execute(
      "SELECT half_days, until FROM ledger_holds",
    );
    expect(rows).toMatchObject([{ half_days: 12, until: "2026-03-30T22:59:59.999Z" }]);
    const kinds = (await world.events()).filter(({ entity }) => entity === "offer");
    expect(kinds.map(({ kind, actor }) => [kind, actor])).toEqual([
      ["offer-sent", "cora"],
      ["offer-accepted", "lena"],
      ["offer-released", "bea"],
      ["offer-confirmed", "hana"],
    ]);
    expect((await offerMails()).map(([template]) => template)).toEqual([
      "offer-sent",
      "offer-to-release",
      "offer-accepted",
      "offer-to-confirm",
      "offer-released",
      "offer-released",
      "offer-confirmed",
      "offer-confirmed",
      "offer-confirmed",
    ]);
  });

  it("takes no answer before its turn, and none from the wrong side", async () => {
    const sent = await send();
    expect(await refusalOf(() => confirm(sent))).toMatchObject({
      kind: "wrong-state",
      machine: "offer",
      state: "sent",
    });
    expect(await refusalOf(() => acceptOffer(world.head, world.area, sent))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(() => release(sent))).toEqual({ kind: "not-found" });
    const accepted = await accept(sent);
    expect(await refusalOf(() => releaseForOffer(lena.ctx, world.area, accepted))).toEqual({
      kind: "not-allowed",
    });
    const released = await release(accepted);
    expect(await refusalOf(() => confirmOffer(world.homeHead, world.area, released))).toEqual({
      kind: "not-allowed",
    });
  });

  it("counts an accept once when it is sent again with its key, and refuses it without", async () => {
    const sent = await send();
    const first = await acceptOffer(lena.ctx, world.area, { ...sent, key: "k" });
    expect(await acceptOffer(lena.ctx, world.area, { ...sent, key: "k" })).toEqual(first);
    expect(await refusalOf(() => accept(sent))).toMatchObject({
      kind: "changed-since",
      by: "Lena",
      version: 2,
    });
  });

  it("takes one of an accept and a withdrawal at once", async () => {
    const sent = await send();
    const taken = { ...sent, reason: "An inspection" };
    const results = await Promise.allSettled([
      accept(sent),
      withdrawOffer(world.coordinator, world.area, taken),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(await needNow()).toEqual(["offered", "named"]);
  });

  it("says on whose behalf a coordinator answers for a school", async () => {
    const released = await release(await accept(await send()));
    await confirmOffer(world.actingCoordinator, world.area, released);
    const { rows } = await world.database.client.execute(
      "SELECT actor, on_behalf_of FROM events WHERE kind = 'offer-confirmed'",
    );
    expect(rows).toMatchObject([{ actor: "acton", on_behalf_of: "school 900001" }]);
  });

  it("stands still while its need is on hold", async () => {
    const sent = await send();
    const { version } = await getNeed(world.coordinator, world.area, need.id);
    const until = "2026-03-20" as Parameters<typeof holdNeed>[2]["until"];
    const held = { id: need.id, version, reason: "An inspection", until };
    await holdNeed(world.coordinator, world.area, held);
    expect(await refusalOf(() => accept(sent))).toMatchObject({
      kind: "wrong-state",
      machine: "need",
      state: "on-hold",
    });
    await declineOffer(lena.ctx, world.area, { ...sent, ...no });
    expect(await needNow()).toEqual(["on-hold", "coordinator"]);
  });
});
