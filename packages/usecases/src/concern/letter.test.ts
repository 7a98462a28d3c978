import { dateOf } from "@alongside/domain/calendar";
import { commandLine } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emailOf, places, refusalOf } from "../identity/world.ts";
import { readAccessLog } from "../identity/access-log.ts";
import { deliverMails, listMailLog, type OutgoingMail } from "../mail/index.ts";
import { openNeedWorld, type NeedWorld } from "../need/need-world.ts";
import {
  escalateConcern,
  getConcern,
  handleConcern,
  keepConcernList,
  raiseConcernAbout,
  sendLetterAgain,
} from "./index.ts";

let world: NeedWorld;
beforeEach(async () => {
  world = await openNeedWorld();
});
afterEach(() => world.database.drop());

const words = "Dear head\n\nWe met on Monday.";
const letter = { reason: "insufficient-progress", letter: words, replyBy: dateOf(2026, 3, 20) };
const to = { head: " Head@Alder.example ", chair: "chair@alder.example" };

const handled = async () => {
  const { area, officer } = world;
  const raised = await raiseConcernAbout(officer, area, { urn: places.alder, text: "Resigned" });
  return handleConcern(officer, area, { ...raised, handling: "Met the head" });
};

const deliver = async (send: (mail: OutgoingMail) => Promise<void> = async () => undefined) => {
  const went: OutgoingMail[] = [];
  await deliverMails(world.as(commandLine), {
    seal: world.auth.seal,
    origin: "https://alongside.example",
    send: async (mail) => {
      await send(mail);
      went.push(mail);
      return undefined;
    },
  });
  return went;
};

const mailsOf = async (id: Parameters<typeof getConcern>[2]) =>
  (await getConcern(world.officer, world.area, id)).letters.map(({ mails }) => mails);

describe("a letter about a concern", () => {
  it("goes to the head at first and to the chair too from then on, sealed until it is carried", async () => {
    const { area, officer, administrator } = world;
    const first = await escalateConcern(officer, area, {
      ...(await handled()),
      stage: 1,
      ...letter,
      to,
    });
    expect(await mailsOf(first.id)).toMatchObject([
      [{ reader: "head", recipient: "head@alder.example", state: "waiting", at: null }],
    ]);
    expect(JSON.stringify(await world.mails())).not.toContain("Monday");
    const [mail] = await deliver();
    expect(mail).toMatchObject({
      recipient: "head@alder.example",
      subject: "A letter from Northfield Partnership about your school",
    });
    expect(mail?.text).toContain("We met on Monday.");
    expect(mail?.text).toContain("A reply is awaited by 20 March 2026");
    expect(await mailsOf(first.id)).toMatchObject([[{ state: "sent" }]]);
    const log = await listMailLog(administrator, area, { offset: 0, limit: 50 });
    expect(JSON.stringify(log)).not.toContain("head@alder.example");
    await escalateConcern(officer, area, { ...first, stage: 2, ...letter, to });
    expect((await deliver()).map(({ recipient }) => recipient).toSorted()).toEqual([
      "chair@alder.example",
      "head@alder.example",
    ]);
  });

  it("is put on record and mailed to nobody where it went another way", async () => {
    const { area, officer } = world;
    const first = await escalateConcern(officer, area, {
      ...(await handled()),
      stage: 1,
      ...letter,
    });
    expect(await mailsOf(first.id)).toEqual([[]]);
    expect(await deliver()).toEqual([]);
    expect((await getConcern(officer, area, first.id)).headEmail).toBe(emailOf("Hana"));
  });

  it("does not go without an address for everybody whom its stage names, and leaves the concern as it was", async () => {
    const { area, officer } = world;
    const seen = await handled();
    const write = (stage: 1 | 2, addresses: typeof to) =>
      refusalOf(() => escalateConcern(officer, area, { ...seen, stage, ...letter, to: addresses }));
    expect(await write(1, { head: "nowhere", chair: "" })).toEqual({
      kind: "invalid-input",
      fields: { head: "Enter the e-mail address of the head" },
    });
    const first = await escalateConcern(officer, area, { ...seen, stage: 1, ...letter, to });
    const second = () =>
      escalateConcern(officer, area, { ...first, stage: 2, ...letter, to: { ...to, chair: "" } });
    expect(await refusalOf(second)).toEqual({
      kind: "invalid-input",
      fields: { chair: "Enter the e-mail address of the chair of governors or the trust" },
    });
    expect(await getConcern(officer, area, seen.id)).toMatchObject({ version: first.version });
  });

  it("goes again when it did not arrive, by those alone who handle the concern", async () => {
    const { area, officer, administrator } = world;
    const { id } = await escalateConcern(officer, area, {
      ...(await handled()),
      stage: 1,
      ...letter,
      to,
    });
    const again = { id, stage: 1, reader: "head" } as const;
    expect(await refusalOf(() => sendLetterAgain(officer, area, again))).toEqual({
      kind: "mail-under-way",
    });
    await deliver(() => Promise.reject(new Error("no such address")));
    expect(await mailsOf(id)).toMatchObject([[{ state: "trying" }]]);
    for (const ctx of [administrator, world.head])
      expect(await refusalOf(() => sendLetterAgain(ctx, area, again))).toEqual({
        kind: "not-found",
      });
    const chair = { ...again, reader: "chair" } as const;
    expect(await refusalOf(() => sendLetterAgain(officer, area, chair))).toEqual({
      kind: "not-found",
    });
    await sendLetterAgain(officer, area, again);
    expect(await deliver()).toHaveLength(1);
    expect(await mailsOf(id)).toMatchObject([[{ state: "sent" }]]);
    expect(await world.events("concern-letter-sent-again")).toMatchObject([
      { actor: "olu", entity: "concern", payload: { stage: 1 } },
    ]);
  });

  it("that can no longer be opened is not sent empty", async () => {
    const { area, officer } = world;
    const { id } = await escalateConcern(officer, area, {
      ...(await handled()),
      stage: 1,
      ...letter,
      to,
    });
    await world.database.client.execute(
      `UPDATE outbox_mails SET content = json_set(content, '$.sealedLetter', 'broken')`,
    );
    expect(await deliver()).toEqual([]);
    expect(await mailsOf(id)).toMatchObject([[{ state: "trying" }]]);
  });
});

it("who takes the list of concerns away as a file is on record before it is given", async () => {
  const { area, officer, administrator } = world;
  await handled();
  const { concerns } = await keepConcernList(officer, area, {});
  expect(concerns).toHaveLength(1);
  const filter = { areaId: area.id, group: "reading" } as const;
  expect(await readAccessLog(administrator, filter, { limit: 10 })).toMatchObject([
    { kind: "sensitive-read", actorName: "Olu", entity: "concern" },
  ]);
  expect(await refusalOf(() => keepConcernList(administrator, area, {}))).toEqual({
    kind: "not-found",
  });
});
