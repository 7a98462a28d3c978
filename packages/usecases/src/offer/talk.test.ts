import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listMovements } from "@alongside/db/views/ledger";
import { dateOf } from "@alongside/domain/calendar";
import type { Context } from "../context/index.ts";
import { hour, refusalOf } from "../identity/world.ts";
import { closeNeed, getNeed, holdNeed, withdrawNeed, type NeedSeen } from "../need/index.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import {
  acceptOffer,
  answerLeader,
  askAboutOffer,
  confirmOffer,
  declineOffer,
  getOffer,
  keepDays,
  proposeDays,
  releaseForOffer,
  remindOfOffer,
  sendOffer,
  suggestNext,
  takeDays,
  type OfferChanged,
} from "./index.ts";

const days = 24 * hour;
let world: MatchWorld;
let lena: MatchLeader;
let need: NeedSeen;
let sent: OfferChanged;
beforeEach(async () => {
  world = await openMatchWorld();
  lena = await world.addLeader("Lena");
  need = await world.openedNeed();
  sent = await sendOffer(world.coordinator, world.area, {
    needId: need.id,
    version: need.version,
    leader: lena.personId,
    halfDays: 12,
    note: "",
    overrideReason: "",
  });
});
afterEach(() => world.drop());

const other = { halfDays: 8, window: "late", dates: "Tuesdays from 3 March" } as const;
const seen = ({ id, version }: OfferChanged) => ({ id, version });
const propose = () => proposeDays(lena.ctx, world.area, { ...seen(sent), ...other });
const book = async () =>
  (await listMovements(world.database.read, [lena.line])).map(
    ({ movement, halfDays, window }) => [movement, halfDays, window] as const,
  );
const mails = async () =>
  (await world.needMails()).filter(([template]) => template.startsWith("offer"));
const pageFor = (ctx: Context) => getOffer(ctx, world.area, sent.id);

describe("a question about an offer", () => {
  it("goes to the coordinator and its answer to the leader, with a new link, and no other side reads either", async () => {
    const asked = await askAboutOffer(lena.ctx, world.area, { ...seen(sent), text: "Which room?" });
    expect(await pageFor(world.coordinator)).toMatchObject({
      awaitsCoordinator: true,
      talk: { question: "Which room?" },
      may: { answer: true, ask: false },
    });
    expect(JSON.stringify(await pageFor(world.head))).not.toContain("Which room?");
    await answerLeader(world.coordinator, world.area, { ...seen(asked), text: "The hall" });
    const page = await pageFor(lena.ctx);
    expect(page).toMatchObject({ awaitsCoordinator: false, may: { ask: true, accept: true } });
    expect(page.timeline.map(({ kind, said }) => [kind, said["text"]]).slice(0, 2)).toEqual([
      ["offer-answered", "The hall"],
      ["offer-asked", "Which room?"],
    ]);
    expect(JSON.stringify(await pageFor(world.head))).not.toContain("The hall");
    expect((await mails()).slice(1)).toEqual([
      ["offer-asked", "cora@alder.example"],
      ["offer-answered", "lena@alder.example"],
    ]);
  });

  it("is nobody's but the leader's to ask and the coordinator's to answer, and needs words", async () => {
    const question = { ...seen(sent), text: "Which room?" };
    for (const ctx of [world.coordinator, world.head])
      expect(await refusalOf(() => askAboutOffer(ctx, world.area, question))).toEqual({
        kind: "not-allowed",
      });
    const asked = await askAboutOffer(lena.ctx, world.area, question);
    const answer = { ...seen(asked), text: "The hall" };
    for (const ctx of [lena.ctx, world.head])
      expect(await refusalOf(() => answerLeader(ctx, world.area, answer))).toEqual({
        kind: "not-allowed",
      });
    const empty = { ...answer, text: " " };
    expect(await refusalOf(() => answerLeader(world.coordinator, world.area, empty))).toEqual({
      kind: "words-needed",
      field: "text",
    });
  });

  it("does not stop the clock", async () => {
    world.pass(8 * days);
    const late = { ...seen(sent), text: "Which room?" };
    expect(await refusalOf(() => askAboutOffer(lena.ctx, world.area, late))).toMatchObject({
      kind: "too-late",
    });
  });
});

describe("other days", () => {
  it("are held instead of those offered at the moment at which the coordinator takes them", async () => {
    const proposed = await propose();
    expect((await book()).at(-1)).toEqual(["hold", 12, "any"]);
    await takeDays(world.coordinator, world.area, seen(proposed));
    expect((await book()).slice(-2)).toEqual([
      ["release-hold", 12, "any"],
      ["hold", 8, "late"],
    ]);
    expect(await pageFor(lena.ctx)).toMatchObject({
      state: "sent",
      halfDays: 8,
      window: "late",
      dates: "Tuesdays from 3 March",
      talk: { otherDays: null },
    });
    expect((await mails()).at(-1)).toEqual(["offer-days-taken", "lena@alder.example"]);
    const { version } = await pageFor(lena.ctx);
    await acceptOffer(lena.ctx, world.area, { id: sent.id, version });
    const { rows } = await world.database.client.execute("SELECT half_days FROM ledger_holds");
    expect(rows.map((row) => row["half_days"])).toEqual([8]);
  });

  it("that the leader does not have are refused whole: the offer and its hold stay as they were", async () => {
    const much = { ...seen(sent), ...other, halfDays: 21 };
    const proposed = await proposeDays(lena.ctx, world.area, much);
    const before = await book();
    expect(
      await refusalOf(() => takeDays(world.coordinator, world.area, seen(proposed))),
    ).toMatchObject({ kind: expect.stringMatching(/not-enough-days|window-full/) });
    expect(await book()).toEqual(before);
    expect(await pageFor(world.coordinator)).toMatchObject({ halfDays: 12, version: 2 });
  });

  it("may be refused by the coordinator, in words that reach the leader", async () => {
    const proposed = await propose();
    await keepDays(world.coordinator, world.area, { ...seen(proposed), text: "Only March fits" });
    expect(await pageFor(lena.ctx)).toMatchObject({ halfDays: 12, talk: { otherDays: null } });
    expect((await pageFor(lena.ctx)).timeline[0]?.said).toEqual({ text: "Only March fits" });
    expect((await mails()).at(-1)).toEqual(["offer-days-kept", "lena@alder.example"]);
  });

  it("are the leader's to propose and the coordinator's to take, and not while the need is on hold", async () => {
    expect(
      await refusalOf(() =>
        proposeDays(world.coordinator, world.area, { ...seen(sent), ...other }),
      ),
    ).toEqual({ kind: "not-allowed" });
    const proposed = await propose();
    for (const act of [
      () => takeDays(lena.ctx, world.area, seen(proposed)),
      () => keepDays(world.head, world.area, { ...seen(proposed), text: "No" }),
    ])
      expect(await refusalOf(act)).toEqual({ kind: "not-allowed" });
    const { version } = await getNeed(world.coordinator, world.area, need.id);
    const until = dateOf(2026, 3, 20);
    const held = { id: need.id, version, reason: "An inspection", until };
    await holdNeed(world.coordinator, world.area, held);
    expect(
      await refusalOf(() => takeDays(world.coordinator, world.area, seen(proposed))),
    ).toMatchObject({ kind: "wrong-state", machine: "need" });
  });

  it("are taken once when two coordinators take them at once", async () => {
    const proposed = await propose();
    const results = await Promise.allSettled([
      takeDays(world.coordinator, world.area, seen(proposed)),
      takeDays(world.officer, world.area, seen(proposed)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({
      reason: { refusal: { kind: "changed-since", by: "Cora" } },
    });
  });
});

describe("a need that ends", () => {
  const ended = async () => {
    const { state, isShortlisted } = await getNeed(world.coordinator, world.area, need.id).then(
      ({ state: now, disclosure }) => ({
        state: now,
        isShortlisted: disclosure.stage !== "coordinator",
      }),
    );
    return [state, isShortlisted, (await pageFor(world.coordinator)).state] as const;
  };
  const version = async () => (await getNeed(world.coordinator, world.area, need.id)).version;

  it("takes its offer back with it, frees the days and tells the leader no word of the note", async () => {
    const note = "The chair resigned over it";
    await withdrawNeed(world.head, world.area, { id: need.id, version: await version(), note });
    expect(await ended()).toEqual(["closed", false, "withdrawn"]);
    expect((await book()).at(-1)).toEqual(["release-hold", 12, "any"]);
    expect((await mails()).at(-1)).toEqual(["offer-withdrawn", "lena@alder.example"]);
    expect(JSON.stringify(await pageFor(lena.ctx))).not.toContain("chair");
    const { rows } = await world.database.client.execute(
      "SELECT coordinator_id FROM needs WHERE state = 'closed'",
    );
    expect(rows.map((row) => row["coordinator_id"])).toEqual(["cora"]);
  });

  it("does so from hold too, and when the coordinator closes it", async () => {
    const until = dateOf(2026, 3, 20);
    const held = { id: need.id, version: await version(), reason: "An inspection", until };
    await holdNeed(world.coordinator, world.area, held);
    const closing = { id: need.id, outcome: "unmet", note: "Nobody fits" } as const;
    await closeNeed(world.coordinator, world.area, { ...closing, version: await version() });
    expect(await ended()).toEqual(["closed", false, "withdrawn"]);
  });

  it("also once all have said yes, and then tells every side", async () => {
    const accepted = await acceptOffer(lena.ctx, world.area, seen(sent));
    const released = await releaseForOffer(world.homeHead, world.area, seen(accepted));
    await confirmOffer(world.head, world.area, seen(released));
    const closing = { id: need.id, outcome: "unmet", note: "Nobody fits" } as const;
    await closeNeed(world.coordinator, world.area, { ...closing, version: await version() });
    expect(await ended()).toEqual(["closed", false, "withdrawn"]);
    expect((await book()).at(-1)?.[0]).toBe("release-hold");
    expect((await mails()).slice(-3)).toEqual([
      ["offer-withdrawn", "lena@alder.example"],
      ["offer-withdrawn", "bea@alder.example"],
      ["offer-withdrawn", "hana@alder.example"],
    ]);
  });

  it("leaves all as it was when it may not be closed", async () => {
    const wrong = { id: need.id, version: await version(), outcome: "met", note: "x" } as const;
    expect(await refusalOf(() => closeNeed(world.coordinator, world.area, wrong))).toMatchObject({
      kind: "outcome-not-possible",
    });
    expect(await ended()).toEqual(["offered", true, "sent"]);
  });
});

describe("after an offer that came to nothing", () => {
  it("the next leader of the list is suggested to the coordinator, and the reason is not everybody's", async () => {
    const otto = await world.addLeader("Otto");
    const no = { ...seen(sent), reason: "timing", text: "Our own inspection is near" };
    await declineOffer(lena.ctx, world.area, no);
    const next = await suggestNext(world.coordinator, world.area, { needId: need.id });
    expect(next).toMatchObject({
      isOpen: true,
      after: { state: "declined", leader: "Lena" },
      leader: { personId: otto.personId, name: "Otto" },
    });
    expect(await refusalOf(() => suggestNext(world.head, world.area, { needId: need.id }))).toEqual(
      { kind: "not-allowed" },
    );
    expect((await pageFor(world.coordinator)).end?.text).toBe("Our own inspection is near");
    expect((await pageFor(world.head)).end).toBeNull();
  });

  it("suggests nobody where nobody fits, and nothing before an offer", async () => {
    const fresh = await world.openedNeed();
    const wanted = { needId: fresh.id };
    expect(await suggestNext(world.coordinator, world.area, wanted)).toMatchObject({ after: null });
    const no = { ...seen(sent), reason: "timing", text: "Not now" };
    await declineOffer(lena.ctx, world.area, no);
    const again = await suggestNext(world.coordinator, world.area, { needId: need.id });
    expect(again.leader).toBeNull();
  });
});

describe("a reminder by hand", () => {
  it("goes to the side whose answer is awaited, from those who broker", async () => {
    expect(await remindOfOffer(world.coordinator, world.area, { id: sent.id })).toEqual({
      reminded: "leader",
    });
    expect((await mails()).at(-1)).toEqual(["offer-due", "lena@alder.example"]);
    expect(await refusalOf(() => remindOfOffer(world.head, world.area, { id: sent.id }))).toEqual({
      kind: "not-allowed",
    });
    const no = { ...seen(sent), reason: "timing", text: "Not now" };
    await declineOffer(lena.ctx, world.area, no);
    expect(
      await refusalOf(() => remindOfOffer(world.coordinator, world.area, { id: sent.id })),
    ).toMatchObject({ kind: "wrong-state" });
  });
});
