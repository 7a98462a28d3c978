import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anonymous, commandLine } from "@alongside/domain/identity";
import { answerByLink, lookAtLink } from "../answer-link/index.ts";
import { declineTerm, getLeaderStatement, lapseCapacity } from "../capacity/index.ts";
import type { Context } from "../context/index.ts";
import { hour, refusalOf } from "../identity/world.ts";
import { askForMore, triageNeed, type NeedSeen } from "../need/index.ts";
import { sentBy } from "../need/need-world.ts";
import { acceptOffer, askAboutOffer, sendOffer } from "../offer/index.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import { sendReminders } from "./index.ts";

const days = 24 * hour;
const address = "198.51.100.7";
let world: MatchWorld;
let lena: MatchLeader;
let clock: Context;
beforeEach(async () => {
  world = await openMatchWorld();
  lena = await world.addLeader("Lena");
  clock = world.as(commandLine);
});
afterEach(() => world.drop());

const remind = () => sendReminders(clock);
const mailed = async (template: string) =>
  (await world.mails()).filter((mail) => mail.template === template);
const send = ({ id, version }: NeedSeen) =>
  sendOffer(world.coordinator, world.area, {
    needId: id,
    version,
    leader: lena.personId,
    halfDays: 12,
    note: "",
    overrideReason: "",
  });

describe("reminders", () => {
  it("go to the side whose answer to an offer is due soon, once for its day, with a new link", async () => {
    const sent = await send(await world.openedNeed());
    world.pass(4 * days);
    await remind();
    expect(await mailed("offer-due")).toEqual([]);
    world.pass(2 * days);
    await Promise.all([remind(), remind(), remind()]);
    const [mail, ...more] = await mailed("offer-due");
    expect([mail?.recipient, more]).toEqual(["lena@alder.example", []]);
    const before = (await mailed("offer-sent"))[0]?.token ?? "";
    expect(
      await refusalOf(() => lookAtLink(world.as(anonymous), { token: before, address })),
    ).toEqual({ kind: "link-closed", reason: "revoked" });
    const token = mail?.token ?? "";
    const answer = { token, address, version: 1, answer: { act: "yes" } } as const;
    await answerByLink(world.as(anonymous), answer);
    expect((await remind()).reminded).toBe(0);
    world.pass(6 * days);
    await remind();
    expect((await mailed("offer-due")).map(({ recipient }) => recipient)).toEqual([
      "lena@alder.example",
      "bea@alder.example",
    ]);
    expect(sent.state).toBe("sent");
  });

  it("go to the coordinator where the leader waits for a word, and stop when the answer is there", async () => {
    const sent = await send(await world.openedNeed());
    await askAboutOffer(lena.ctx, world.area, { id: sent.id, version: 1, text: "Which room?" });
    world.pass(6 * days);
    await remind();
    expect(await mailed("offer-due")).toEqual([]);
    expect((await mailed("offer-talk-due")).map(({ recipient }) => recipient)).toEqual([
      "cora@alder.example",
    ]);
    const other = await world.addLeader("Otto");
    expect(other.personId).toBe("otto");
    await acceptOffer(lena.ctx, world.area, { id: sent.id, version: 2 });
    expect((await remind()).reminded).toBe(0);
  });

  it("go to the coordinator about a need that nobody has looked at, once, and not while the school is asked", async () => {
    const first = await sentBy(world);
    const second = await sentBy(world);
    const asked = { id: second.id, version: second.version, text: "How many classes?" };
    await askForMore(world.coordinator, world.area, asked);
    world.pass(10 * days);
    await remind();
    await remind();
    const path = `/areas/here/needs/${first.id}`;
    const about = await mailed("triage-due");
    expect(about.map(({ recipient, content }) => [recipient, content["path"]])).toEqual([
      ["acton@alder.example", path],
      ["cora@alder.example", path],
    ]);
    const band = { band: 2, reason: "Results fell" } as const;
    await triageNeed(world.coordinator, world.area, { ...first, ...band });
    expect((await remind()).reminded).toBe(0);
  });

  it("do not ask whether days stand that are good to the end of their term", async () => {
    world.pass(20 * days);
    await remind();
    expect(await mailed("capacity-due")).toEqual([]);
  });

  it("ask a leader whether days still stand; one click says so, once, also when the promise has lapsed since", async () => {
    const { version } = (
      await getLeaderStatement(lena.ctx, world.area, { personId: lena.personId })
    ).terms[0] ?? { version: 0 };
    await world.database.client.execute(
      "UPDATE capacity_lines SET good_until = '2026-03-10' WHERE state = 'firm'",
    );
    world.pass(5 * days);
    await remind();
    world.pass(5 * days);
    await lapseCapacity(clock);
    const token = (await mailed("capacity-due"))[0]?.token ?? "";
    const nobody = world.as(anonymous);
    const page = await lookAtLink(nobody, { token, address });
    expect(page).toMatchObject({
      about: "days",
      name: "Lena",
      halfDays: 20,
      goodUntil: "2026-03-10",
      newGoodUntil: "2026-03-27",
    });
    const given = { token, address, version: page.version };
    expect(
      await refusalOf(() => answerByLink(nobody, { ...given, answer: { act: "yes" } })),
    ).toMatchObject({ kind: "invalid-input" });
    expect(await answerByLink(nobody, { ...given, answer: { act: "reconfirm" } })).toEqual({
      state: "reconfirmed",
    });
    expect(
      await refusalOf(() => answerByLink(nobody, { ...given, answer: { act: "reconfirm" } })),
    ).toEqual({ kind: "link-closed", reason: "used" });
    const { terms } = await getLeaderStatement(lena.ctx, world.area, { personId: lena.personId });
    expect(terms[0]).toMatchObject({ state: "firm", confirmedOn: "2026-03-12" });
    expect(page.version).toBeGreaterThan(version);
    expect((await world.events("capacity-reconfirmed"))[0]).toMatchObject({ actor: "lena" });
    expect((await remind()).reminded).toBe(0);
  });

  it("ask for an answer about the next term each week until it comes", async () => {
    world.pass(20 * days);
    await remind();
    await remind();
    expect((await mailed("term-due")).map(({ content }) => content["path"])).toEqual([
      "/areas/here/leaders/lena/capacity/t-summer",
    ]);
    world.pass(7 * days);
    await remind();
    expect(await mailed("term-due")).toHaveLength(2);
    await declineTerm(lena.ctx, world.area, {
      personId: lena.personId,
      termId: "t-summer",
      version: 0,
      reason: "Our own inspection",
    });
    world.pass(7 * days);
    await remind();
    expect(await mailed("term-due")).toHaveLength(2);
  });

  it("are the clock's alone to send", async () => {
    expect(await refusalOf(() => sendReminders(world.administrator))).toEqual({
      kind: "not-allowed",
    });
  });
});
