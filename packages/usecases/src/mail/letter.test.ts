import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandLine } from "@alongside/domain/identity";
import { hour, refusalOf } from "../identity/world.ts";
import { getNeed, withdrawNeed } from "../need/index.ts";
import {
  acceptOffer,
  answerLeader,
  askAboutOffer,
  declineOffer,
  getOffer,
  proposeDays,
  releaseForOffer,
  sendOffer,
  takeDays,
} from "../offer/index.ts";
import { openMatchWorld, type MatchLeader, type MatchWorld } from "../shortlist/match-world.ts";
import { readMailbox, sendReminders } from "./index.ts";
import { letterTemplates } from "./need-words.ts";
import { renderMail } from "./render.ts";

const origin = "https://alongside.example";
let world: MatchWorld;
let lena: MatchLeader;
beforeEach(async () => {
  world = await openMatchWorld();
  lena = await world.addLeader("Lena");
});
afterEach(() => world.drop());

/** Everything confidential that the story below holds, whoever may see it elsewhere. */
const secrets =
  /Alder School|Beech School|900001|900002|Results fell|Nine in ten|chair does not know|calm start|Which room|The hall|Tuesdays|near our inspection|phonics/i;

const walk = async () => {
  const need = await world.openedNeed();
  const offer = { needId: need.id, leader: lena.personId, halfDays: 12, overrideReason: "" };
  const note = "A calm start";
  const sent = await sendOffer(world.coordinator, world.area, {
    ...offer,
    note,
    version: need.version,
  });
  const { area } = world;
  const { id } = sent;
  await askAboutOffer(lena.ctx, area, { id, version: 1, text: "Which room?" });
  await answerLeader(world.coordinator, area, { id, version: 2, text: "The hall" });
  await proposeDays(lena.ctx, area, {
    id,
    version: 3,
    halfDays: 8,
    window: "any",
    dates: "Tuesdays",
  });
  await takeDays(world.coordinator, area, { id, version: 4 });
  await acceptOffer(lena.ctx, area, { id, version: 5 });
  world.pass(6 * 24 * hour);
  await sendReminders(world.as(commandLine));
  await releaseForOffer(world.homeHead, area, { id, version: 6 });
  const no = { reason: "cost", text: "It is near our inspection" };
  await declineOffer(world.head, area, { id, version: 7, ...no });
  const { version } = await getNeed(world.head, area, need.id);
  await withdrawNeed(world.head, area, { id: need.id, version, note: "Near our inspection" });
  return id;
};

describe("every letter, whoever reads it", () => {
  it("holds nothing of the need or of what was said: the reader's name, the area, a day and a link", async () => {
    await walk();
    const mails = await readMailbox(world.coordinator, { seal: world.auth.seal, origin });
    expect(mails.length).toBeGreaterThan(15);
    const readers = new Set(mails.map(({ recipient }) => recipient));
    expect([...readers].toSorted()).toEqual([
      "acton@alder.example",
      "bea@alder.example",
      "cora@alder.example",
      "hana@alder.example",
      "lena@alder.example",
    ]);
    for (const { subject, text, html } of mails)
      expect(`${subject}\n${text}\n${html}`).not.toMatch(secrets);
  });

  it("names the need by its reference to its school and the coordinator alone", async () => {
    await walk();
    const mails = await readMailbox(world.coordinator, { seal: world.auth.seal, origin });
    const knowing = mails.filter(({ subject, text }) => `${subject}${text}`.includes("N-0001"));
    const readers = new Set(knowing.map(({ recipient }) => recipient));
    expect([...readers].toSorted()).toEqual([
      "acton@alder.example",
      "cora@alder.example",
      "hana@alder.example",
    ]);
  });

  it("leads each reader to a page that is theirs to see", async () => {
    const id = await walk();
    for (const ctx of [lena.ctx, world.homeHead, world.head, world.coordinator])
      expect((await getOffer(ctx, world.area, id)).state).toBe("declined");
    const stranger = world.strangers["a board member"];
    if (stranger === undefined) throw new Error("nobody is on the board");
    expect(await refusalOf(() => getOffer(stranger, world.area, id))).toEqual({
      kind: "not-found",
    });
  });

  it("prints no other field, whatever its row holds, in either form", () => {
    const content = {
      school: "Secret School",
      why: "Secret why",
      text: "Secret text",
      name: "Zoë",
    };
    for (const template of letterTemplates) {
      const mail = renderMail({ template, content }, { seal: world.auth.seal, origin });
      expect([template, JSON.stringify(mail)]).toEqual([
        template,
        expect.not.stringContaining("Secret"),
      ]);
      expect(mail?.text).toContain("Hello Zoë");
      expect(mail?.html).toContain("Hello Zoë");
    }
  });
});
