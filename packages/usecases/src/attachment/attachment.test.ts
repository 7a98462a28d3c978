import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NeedId } from "@alongside/domain/need";
import type { Context } from "../context/index.ts";
import { refusalOf } from "../identity/world.ts";
import { getNeed, withdrawNeed } from "../need/index.ts";
import { draftOf, sentBy } from "../need/need-world.ts";
import { acceptOffer, sendOffer } from "../offer/index.ts";
import { openMatchWorld, type MatchWorld } from "../shortlist/match-world.ts";
import { packed, wordFile } from "./packed.ts";
import { addAttachment, listFiles, readFile, removeFile, type FileStore } from "./index.ts";

let world: MatchWorld;
let kept: Map<string, Uint8Array>;
let files: FileStore;
beforeEach(async () => {
  world = await openMatchWorld();
  kept = new Map();
  files = {
    keep: async (hash, content) => void kept.set(hash, content),
    read: async (hash) => kept.get(hash),
    remove: async (hash) => void kept.delete(hash),
  };
});
afterEach(() => world.drop());

const pdf = (text = "plan"): Buffer => Buffer.from(`%PDF-1.7 ${text}`);

const attach = (
  needId: NeedId,
  given: { readonly name?: string; readonly content?: Buffer } = {},
  ctx: Context = world.head,
) => {
  const { name = "plan.pdf", content = pdf() } = given;
  return addAttachment(ctx, world.area, { files, file: { needId, name, content } });
};

const list = (needId: NeedId, ctx: Context = world.head) => listFiles(ctx, world.area, { needId });

const read = (needId: NeedId, id: string, ctx: Context = world.coordinator) =>
  readFile(ctx, world.area, { needId, id, files });

const remove = (needId: NeedId, id: string, reason = "The wrong year", ctx: Context = world.head) =>
  removeFile(ctx, world.area, { needId, id, reason, files });

describe("a file that is attached to a need", () => {
  it("is kept under the hash of its content, listed, and on the need’s record", async () => {
    const { id: needId } = await draftOf(world);
    const { id } = await attach(needId, { name: "C:\\plans\\Our plan.pdf" });
    expect(await list(needId)).toMatchObject({
      files: [{ id, name: "Our plan.pdf", kind: "pdf", bytes: 13, addedBy: "Hana" }],
      mayAdd: true,
    });
    expect([...kept.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const { timeline } = await getNeed(world.head, world.area, needId);
    expect(timeline[0]).toMatchObject({ kind: "need-file-added", by: "Hana" });
    expect((await attach(needId, { name: "Our plan.pdf" })).id).toBe(id);
  });

  it.each([
    ["report.docx", wordFile()],
    [
      "marks.xlsx",
      packed([
        { name: "[Content_Types].xml", content: "<Types/>" },
        { name: "xl/workbook.xml", content: "<workbook/>" },
      ]),
    ],
    [
      "notes.odt",
      packed([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text" }]),
    ],
    ["board.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ["wall.jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["notes.txt", Buffer.from("Zoë’s notes\r\n")],
    ["marks.csv", Buffer.from("year,maths\n2025,71\n")],
  ])("may be %s", async (name, content) => {
    const { id: needId } = await draftOf(world);
    await attach(needId, { name, content });
    expect((await list(needId)).files).toHaveLength(1);
  });

  it.each([
    ["of another kind than its name says", "plan.pdf", wordFile(), "file-kind-wrong"],
    ["of no kind that is taken", "run.exe", Buffer.from("MZ\u0000"), "file-kind-wrong"],
    ["a page with a name of text", "page.html", Buffer.from("<script>"), "file-kind-wrong"],
    ["binary with a name of text", "notes.txt", Buffer.from([0, 1, 2]), "file-kind-wrong"],
    [
      "packed, and nothing that is known",
      "a.docx",
      packed([{ name: "x", content: "" }]),
      "file-kind-wrong",
    ],
    ["empty", "plan.pdf", Buffer.alloc(0), "file-empty"],
    [
      "too large",
      "plan.pdf",
      Buffer.concat([pdf(), Buffer.alloc(5 * 1024 * 1024)]),
      "file-too-large",
    ],
    [
      "packed with a program",
      "a.docx",
      wordFile({ name: "word/vbaProject.bin", content: "x" }),
      "file-not-safe",
    ],
    [
      "swollen beyond measure",
      "a.docx",
      wordFile({ name: "word/media/x.xml", content: Buffer.alloc(4_000_000) }),
      "file-not-safe",
    ],
    [
      "one that lies about what it unpacks to",
      "a.docx",
      wordFile({ name: "word/media/x.xml", content: Buffer.alloc(4_000_000), claimed: 500 }),
      "file-not-safe",
    ],
    [
      "one that claims more than fifty megabytes",
      "a.docx",
      wordFile(
        ...Array.from({ length: 9 }, (_, index) => ({
          name: `word/media/${index}.xml`,
          content: Buffer.from(Array.from({ length: 40_000 }, (__, at) => (at * 7919) % 251)),
          claimed: 7_000_000,
        })),
      ),
      "file-not-safe",
    ],
  ])("is refused when it is %s", async (_, name, content, kind) => {
    const { id: needId } = await draftOf(world);
    expect(await refusalOf(() => attach(needId, { name, content }))).toMatchObject({ kind });
    expect(kept.size).toBe(0);
  });

  it("is one of ten at most, also when two come at once", async () => {
    const { id: needId } = await draftOf(world);
    for (let number = 1; number <= 9; number += 1) {
      await attach(needId, { name: `${number}.pdf`, content: pdf(String(number)) });
    }
    const both = await Promise.allSettled(
      ["x", "y"].map((text) => attach(needId, { name: `${text}.pdf`, content: pdf(text) })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const again = () => attach(needId, { name: "z.pdf", content: pdf("z") });
    expect(await refusalOf(again)).toEqual({ kind: "too-many-files", most: 10 });
  });
});

describe("reading a file", () => {
  it("is on record, except by the school that attached it", async () => {
    const { id: needId } = await sentBy(world);
    const { id } = await attach(needId);
    const { file, content } = await read(needId, id);
    expect([file.name, Buffer.from(content).toString()]).toEqual(["plan.pdf", "%PDF-1.7 plan"]);
    await read(needId, id, world.staff);
    expect(await world.events("need-file-read")).toMatchObject([
      { actor: "cora", payload: { file: id, name: "plan.pdf" } },
    ]);
  });

  it("is for the leader and the home school’s head once the leader has accepted, not before", async () => {
    const lena = await world.addLeader("Lena");
    const { id: needId, version } = await world.openedNeed();
    const { id } = await attach(needId);
    const offer = await sendOffer(world.coordinator, world.area, {
      needId,
      version,
      leader: lena.personId,
      halfDays: 4,
      note: "",
      overrideReason: "",
    });
    const leaders = [lena.ctx, world.homeHead];
    for (const ctx of leaders) {
      expect(await refusalOf(() => read(needId, id, ctx))).toEqual({ kind: "not-found" });
    }
    await acceptOffer(lena.ctx, world.area, { id: offer.id, version: 1 });
    for (const ctx of leaders) {
      expect((await read(needId, id, ctx)).file.id).toBe(id);
      expect(await list(needId, ctx)).toMatchObject({ mayAdd: false, mayRemove: false });
    }
    expect(await world.events("need-file-read")).toHaveLength(2);
  });

  it("is nobody else’s, and a draft’s files are its school’s alone", async () => {
    const draft = await draftOf(world);
    const { id: inDraft } = await attach(draft.id);
    const sent = await sentBy(world);
    const { id } = await attach(sent.id);
    for (const ctx of Object.values(world.strangers)) {
      expect(await refusalOf(() => read(sent.id, id, ctx))).toEqual({ kind: "not-found" });
      expect(await refusalOf(() => list(sent.id, ctx))).toEqual({ kind: "not-found" });
    }
    for (const ctx of [world.coordinator, world.officer]) {
      expect(await refusalOf(() => read(draft.id, inDraft, ctx))).toEqual({ kind: "not-found" });
    }
    // A file is found under its own need and no other.
    expect(await refusalOf(() => read(sent.id, inDraft))).toEqual({ kind: "not-found" });
  });

  it("says so when the content was lost", async () => {
    const { id: needId } = await sentBy(world);
    const { id } = await attach(needId);
    kept.clear();
    expect(await refusalOf(() => read(needId, id))).toEqual({ kind: "file-lost" });
    expect(await world.events("need-file-read")).toEqual([]);
  });
});

describe("removing a file", () => {
  it("takes a reason, and the content with it when no other file has the same", async () => {
    const { id: needId } = await sentBy(world);
    const one = await attach(needId);
    const two = await attach(needId, { name: "again.pdf" });
    await remove(needId, one.id);
    expect(kept.size).toBe(1);
    await remove(needId, two.id);
    expect(kept.size).toBe(0);
    expect((await list(needId)).files).toEqual([]);
    expect(await refusalOf(() => read(needId, one.id))).toEqual({ kind: "not-found" });
    expect((await world.events("need-file-removed"))[0]).toMatchObject({
      payload: { name: "plan.pdf", reason: "The wrong year" },
    });
  });

  it("is refused without a reason, twice, and to whoever does not write the need", async () => {
    const { id: needId } = await sentBy(world);
    const { id } = await attach(needId);
    expect(await refusalOf(() => remove(needId, id, " "))).toMatchObject({ kind: "words-needed" });
    for (const ctx of [world.coordinator, world.officer, world.administrator]) {
      expect(await refusalOf(() => remove(needId, id, "No", ctx))).toEqual({ kind: "not-allowed" });
      expect(await refusalOf(() => attach(needId, {}, ctx))).toEqual({ kind: "not-allowed" });
    }
    await remove(needId, id);
    expect(await refusalOf(() => remove(needId, id))).toEqual({ kind: "not-found" });
  });

  it("and adding are over when the need is closed", async () => {
    const { id, version } = await sentBy(world);
    await withdrawNeed(world.head, world.area, { id, version, note: "Solved" });
    expect(await refusalOf(() => attach(id))).toMatchObject({ kind: "wrong-state" });
    expect((await list(id)).mayAdd).toBe(false);
  });
});
