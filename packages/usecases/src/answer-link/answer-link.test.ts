import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anonymous } from "@alongside/domain/identity";
import type { Context } from "../context/index.ts";
import { hour, refusalOf } from "../identity/world.ts";
import type { NeedSeen } from "../need/index.ts";
import {
  acceptOffer,
  answerLeader,
  getOffer,
  remindOfOffer,
  sendOffer,
  withdrawOffer,
  type OfferChanged,
} from "../offer/index.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import { answerByLink, lookAtLink, type LinkAnswer } from "./index.ts";

const days = 24 * hour;
const address = "198.51.100.7";
let world: MatchWorld;
let lena: MatchLeader;
let need: NeedSeen;
let sent: OfferChanged;
let nobody: Context;
beforeEach(async () => {
  world = await openMatchWorld();
  lena = await world.addLeader("Lena");
  need = await world.openedNeed();
  nobody = world.as(anonymous);
  sent = await sendOffer(world.coordinator, world.area, {
    needId: need.id,
    version: need.version,
    leader: lena.personId,
    halfDays: 12,
    note: "A calm start",
    overrideReason: "",
  });
});
afterEach(() => world.drop());

const newest = async (template: string): Promise<string> =>
  (await world.mails()).findLast((mail) => mail.template === template)?.token ?? "";
const look = (token: string, ctx = nobody) => lookAtLink(ctx, { token, address });
const say = (token: string, answer: LinkAnswer, more: { version?: number; key?: string } = {}) =>
  answerByLink(nobody, { token, address, version: sent.version, answer, ...more });
const stateNow = async () => (await getOffer(world.coordinator, world.area, sent.id)).state;
const closed = (reason: string) => ({ kind: "link-closed", reason });

describe("the link of an offer's mail", () => {
  it("shows the brief and no word beyond it, as often as one looks, and uses nothing up", async () => {
    const token = await newest("offer-sent");
    for (let turn = 0; turn < 3; turn += 1) await look(token);
    const page = await look(token);
    expect(page).toMatchObject({
      about: "offer",
      side: "leader",
      halfDays: 12,
      note: "A calm start",
    });
    expect(JSON.stringify(page)).not.toMatch(
      /Alder School|900001|N-0001|Results fell|chair|Cora|id-\d/,
    );
    expect(await say(token, { act: "yes" })).toEqual({ state: "accepted" });
  });

  it("says yes as its reader, once; the home school and the supported school say theirs by links of their own", async () => {
    const token = await newest("offer-sent");
    await say(token, { act: "yes" });
    expect(await refusalOf(() => say(token, { act: "yes" }))).toEqual(closed("used"));
    expect(await refusalOf(() => look(token))).toEqual(closed("used"));
    const home = await newest("offer-to-release");
    expect(await look(home)).toMatchObject({
      side: "home-school",
      need: { school: "Alder School" },
    });
    expect(JSON.stringify(await look(home))).not.toContain("The chair does not know yet");
    expect(JSON.stringify(await look(home))).not.toContain(need.id);
    await say(home, { act: "yes" }, { version: 2 });
    const head = await newest("offer-to-confirm");
    expect(await say(head, { act: "yes" }, { version: 3 })).toEqual({ state: "confirmed" });
    const said = (await world.events()).filter(({ kind }) => /^offer-(acc|rel|con)/.test(kind));
    expect(said.map(({ kind, actor }) => [kind, actor])).toEqual([
      ["offer-accepted", "lena"],
      ["offer-released", "bea"],
      ["offer-confirmed", "hana"],
    ]);
    expect(await world.events("answer-link-used")).toHaveLength(3);
  });

  it("is kept as a hash, and its token is in no table and no event", async () => {
    const token = await newest("offer-sent");
    for (const table of ["answer_links", "outbox_mails", "events", "idempotent_replies"]) {
      const { rows } = await world.database.client.execute(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows), table).not.toContain(token);
    }
  });

  it("has one effect for five requests with one key, and the same reply; two at once without one have one", async () => {
    const token = await newest("offer-sent");
    const key = "one-and-the-same";
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => say(token, { act: "yes" }, { key })),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
      new Set(['{"state":"accepted"}']),
    );
    expect(await world.events("offer-accepted")).toHaveLength(1);
    const home = await newest("offer-to-release");
    const results = await Promise.allSettled([
      say(home, { act: "yes" }, { version: 2 }),
      say(home, { act: "decline", reason: "timing", text: "No" }, { version: 2 }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("ends with its offer, is replaced by the next mail, and closes when the answer came another way", async () => {
    const first = await newest("offer-sent");
    await remindOfOffer(world.coordinator, world.area, { id: sent.id });
    expect(await refusalOf(() => look(first))).toEqual(closed("revoked"));
    expect(await refusalOf(() => say(first, { act: "yes" }))).toEqual(closed("revoked"));
    const second = await newest("offer-due");
    world.pass(8 * days);
    expect(await refusalOf(() => look(second))).toEqual(closed("expired"));
    expect(await refusalOf(() => say(second, { act: "yes" }))).toEqual(closed("expired"));
    world.pass(-8 * days);
    await acceptOffer(lena.ctx, world.area, sent);
    expect(await refusalOf(() => look(second))).toEqual(closed("used"));
  });

  it("is closed when its offer is withdrawn, and when its reader has lost the part", async () => {
    const token = await newest("offer-sent");
    const { rows } = await world.database.client.execute(
      "SELECT id, version FROM role_grants WHERE person_id = 'lena'",
    );
    const id = String(rows[0]?.["id"]);
    await world.database.client.execute({
      sql: "UPDATE role_grants SET ended_at = '2026-03-02' WHERE id = ?",
      args: [id],
    });
    expect(await refusalOf(() => look(token))).toEqual(closed("revoked"));
    expect(await refusalOf(() => say(token, { act: "yes" }))).toEqual(closed("revoked"));
    expect(await stateNow()).toBe("sent");
    await world.database.client.execute("UPDATE role_grants SET ended_at = NULL");
    await withdrawOffer(world.coordinator, world.area, { ...sent, reason: "Sent in error" });
    expect(await refusalOf(() => look(token))).toEqual(closed("revoked"));
  });

  it("declines with a reason of the list and in words, and a refused answer does not use it up", async () => {
    const token = await newest("offer-sent");
    const unlisted = { act: "decline", reason: "nonsense", text: "No" } as const;
    expect(await refusalOf(() => say(token, unlisted))).toMatchObject({ kind: "invalid-input" });
    expect(await refusalOf(() => say(token, { act: "yes" }, { version: 7 }))).toMatchObject({
      kind: "changed-since",
    });
    await say(token, { act: "decline", reason: "timing", text: "Not this term" });
    expect(await stateNow()).toBe("declined");
  });

  it("asks and proposes for a leader alone, and the answer to it brings a new link", async () => {
    const token = await newest("offer-sent");
    await say(token, { act: "ask", text: "Which room?" });
    const answer = { id: sent.id, version: 2, text: "The hall" };
    await answerLeader(world.coordinator, world.area, answer);
    const next = await newest("offer-answered");
    expect(next).not.toBe(token);
    const other = { halfDays: 8, window: "late", dates: "" } as const;
    await say(next, { act: "propose", ...other }, { version: 3 });
    expect((await getOffer(world.coordinator, world.area, sent.id)).talk.otherDays).toEqual(other);
    const { version } = await getOffer(lena.ctx, world.area, sent.id);
    await acceptOffer(lena.ctx, world.area, { id: sent.id, version });
    const home = await newest("offer-to-release");
    const seen = { version: version + 1 };
    for (const wrong of [
      { act: "ask", text: "Why?" },
      { act: "propose", ...other },
      { act: "reconfirm" },
    ] as const)
      expect(await refusalOf(() => say(home, wrong, seen))).toMatchObject({
        kind: "invalid-input",
      });
  });

  it("opens nothing when there is no such link, and after thirty of them says wait; a good one works still", async () => {
    const token = await newest("offer-sent");
    const wrong = "A".repeat(34);
    expect(await refusalOf(() => look("nonsense"))).toEqual(closed("unknown"));
    for (let turn = 0; turn < 29; turn += 1) await refusalOf(() => look(wrong));
    expect(await refusalOf(() => look(wrong))).toMatchObject({ kind: "too-many-attempts" });
    expect(await refusalOf(() => say(wrong, { act: "yes" }))).toMatchObject({
      kind: "too-many-attempts",
    });
    expect(await look(token)).toMatchObject({ side: "leader" });
  });

  it("acts with the part of its reader alone: what else the person may do is not lent to it", async () => {
    const token = await newest("offer-sent");
    await world.database.client.execute(
      "INSERT INTO role_grants (id, person_id, role, area_id, from_on) VALUES ('g-o', 'lena', 'officer', 'here', '2026-01-01')",
    );
    const page = await look(token);
    expect(JSON.stringify(page)).not.toContain("Alder School");
  });
});
