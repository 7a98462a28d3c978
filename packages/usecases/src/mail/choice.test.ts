import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outboxMails } from "@alongside/db/schema";
import { anonymous, commandLine } from "@alongside/domain/identity";
import type { Context } from "../context/index.ts";
import { grants, hour, openWorld, places, refusalOf, type World } from "../identity/world.ts";
import {
  deliverMails,
  getPreferences,
  listMailLog,
  readMailbox,
  sendMailAgain,
  sendSummaries,
  setPreferences,
  sortMails,
  type OutgoingMail,
} from "./index.ts";

const origin = "https://alongside.example";
const area = {
  id: places.here,
  slug: "here",
  name: "Northfield Partnership",
  isDemonstration: false,
  outline: null,
  version: 1,
  createdAt: "2026-01-01",
  laCodes: [],
};

let world: World;
let hana: Context;
let clock: Context;
let ids = 0;
beforeEach(async () => {
  world = await openWorld();
  hana = await world.signedIn("Hana", grants.head);
  clock = world.as(commandLine);
});
afterEach(() => world.drop());

const put = (template: string, recipient = "hana@alder.example") =>
  world.database.write(async (tx) => {
    ids += 1;
    await tx.insert(outboxMails).values({
      id: `mail-${ids}`,
      areaId: places.here,
      recipient,
      template,
      content: { name: "Hana", area: "Northfield", path: `/areas/here/needs/${ids}` },
      createdAt: new Date(world.now()).toISOString(),
    });
  });

const deliver = async (send: (mail: OutgoingMail) => Promise<void> = async () => undefined) => {
  const went: OutgoingMail[] = [];
  const means = { seal: world.auth.seal, origin };
  const counts = await deliverMails(clock, {
    ...means,
    send: async (mail) => {
      await send(mail);
      went.push(mail);
    },
  });
  return { counts, went };
};

describe("how a person is told", () => {
  it("is at once until they choose, and is kept with who and when", async () => {
    expect(await getPreferences(hana)).toEqual({ reminder: "at-once", progress: "at-once" });
    const wanted = { reminder: "daily", progress: "never" } as const;
    await setPreferences(hana, wanted);
    await setPreferences(hana, wanted);
    expect(await getPreferences(hana)).toEqual(wanted);
    expect(await world.events("mail-preferences-changed")).toMatchObject([
      { actor: "hana", payload: wanted },
    ]);
    expect(await refusalOf(() => getPreferences(world.as(anonymous)))).toEqual({
      kind: "sign-in-required",
    });
  });

  it("holds for what tells and what reminds, never for what asks and never for accounts", async () => {
    await setPreferences(hana, { reminder: "never", progress: "never" });
    for (const template of [
      "need-opened",
      "offer-due",
      "offer-sent",
      "offer-to-release",
      "password-changed",
      "need-question",
    ])
      await put(template);
    await put("need-opened", "bea@alder.example");
    const { counts, went } = await deliver();
    expect(counts).toEqual({ sent: 5, failed: 0, kept: 2 });
    expect(went.map(({ recipient }) => recipient)).toContain("bea@alder.example");
    expect((await deliver()).counts).toEqual({ sent: 0, failed: 0, kept: 0 });
  });

  it("comes as one mail after seven in the morning with all that was kept, told once, none lost", async () => {
    await setPreferences(hana, { reminder: "daily", progress: "daily" });
    await put("need-opened");
    await put("offer-due");
    expect((await deliver()).counts).toEqual({ sent: 0, failed: 0, kept: 2 });
    expect(await sendSummaries(clock)).toEqual({ summaries: 0 });
    world.pass(21 * hour);
    expect(await sendSummaries(clock)).toEqual({ summaries: 0 });
    world.pass(2 * hour);
    await put("need-closed");
    await Promise.all([sendSummaries(clock), sendSummaries(clock)]);
    const { went } = await deliver();
    expect(went).toHaveLength(1);
    expect(went[0]?.subject).toBe("Your day in Alongside: 2 things");
    for (const words of ["Your support need is open", "Your answer to an offer is awaited"])
      expect(went[0]?.text).toContain(words);
    expect(went[0]?.text).toContain(`${origin}/account/mail`);
    expect(went[0]?.html).toContain("Choose how you are told");
  });
});

describe("the log of mails", () => {
  it("tells an administrator how far each has come, and no word of what it says", async () => {
    const ada = await world.signedIn("Ada", grants.administrator);
    await put("need-opened");
    await put("offer-sent", "full@alder.example");
    for (let turn = 0; turn < 8; turn += 1) {
      await deliver(async ({ recipient }) => {
        if (recipient.startsWith("full")) throw new Error("that mailbox is full");
      });
      world.pass(3 * hour);
    }
    const { mails, total } = await listMailLog(ada, area, { offset: 0, limit: 50 });
    expect(total).toBe(2);
    expect(mails.map(({ state, subject, name }) => [state, subject, name])).toEqual([
      ["failed", "An offer waits for your answer", null],
      ["sent", "Your support need is open", "Hana"],
    ]);
    expect(mails[0]?.lastError).toBe("that mailbox is full");
    expect(JSON.stringify(mails)).not.toContain("/areas/here/needs");
    const failed = await listMailLog(ada, area, { state: "failed", offset: 0, limit: 50 });
    expect(failed.total).toBe(1);
  });

  it("lets an administrator have one tried again that failed, and no other", async () => {
    const ada = await world.signedIn("Ada", grants.administrator);
    await put("need-opened");
    const { mails } = await listMailLog(ada, area, { offset: 0, limit: 1 });
    const id = mails[0]?.id ?? "";
    expect(await refusalOf(() => sendMailAgain(ada, area, { id }))).toEqual({
      kind: "mail-under-way",
    });
    await deliver(() => Promise.reject(new Error("no line")));
    await sendMailAgain(ada, area, { id });
    expect((await deliver()).counts).toEqual({ sent: 1, failed: 0, kept: 0 });
    expect(await world.events("mail-tried-again")).toMatchObject([{ actor: "ada" }]);
    expect(await refusalOf(() => sendMailAgain(ada, area, { id }))).toEqual({
      kind: "mail-under-way",
    });
    expect(await refusalOf(() => sendMailAgain(hana, area, { id }))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(() => listMailLog(hana, area, { offset: 0, limit: 1 }))).toEqual({
      kind: "not-allowed",
    });
    const there = { ...area, id: places.there };
    const thea = await world.signedIn("Thea", grants.administratorThere);
    expect(await refusalOf(() => sendMailAgain(thea, there, { id }))).toEqual({
      kind: "not-found",
    });
  });

  it("is worked through by the clock alone: no person sorts, sums up or sends", async () => {
    const ada = await world.signedIn("Ada", grants.administrator);
    await setPreferences(hana, { reminder: "never", progress: "daily" });
    await put("need-opened");
    world.pass(24 * hour);
    const means = { seal: world.auth.seal, origin, send: async () => undefined };
    for (const ctx of [ada, hana, world.as(anonymous)]) {
      for (const act of [
        () => deliverMails(ctx, means),
        () => sortMails(ctx),
        () => sendSummaries(ctx),
      ])
        expect(await refusalOf(act)).toEqual({ kind: "not-allowed" });
    }
    const { mails } = await listMailLog(ada, area, { offset: 0, limit: 50 });
    expect(mails.map(({ state }) => state)).toEqual(["waiting"]);
  });

  it("shows a demonstration what was kept, and for whom", async () => {
    await setPreferences(hana, { reminder: "at-once", progress: "never" });
    await put("need-opened");
    await deliver();
    const means = { seal: world.auth.seal, origin };
    expect((await readMailbox(clock, means)).map(({ keptFor }) => keptFor)).toEqual(["nobody"]);
  });
});
