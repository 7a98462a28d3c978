import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { accepted, fixture } from "../../test/fixture.ts";
import { readGias, readKs2, readLinks, readOfsted } from "../index.ts";

type Expected = { readonly reader: string; readonly kind: string };

const expected: Readonly<Record<string, Expected>> = JSON.parse(
  fixture("broken/expected.json").toString(),
);

const limitBytes = 10_000_000;

const readers = { gias: readGias, links: readLinks, ofsted: readOfsted, ks2: readKs2 };

const readWith = (reader: string, bytes: Buffer) => {
  const [, read] = Object.entries(readers).find(([name]) => name === reader) ?? [];
  if (read === undefined) throw new Error(`no reader ${reader}`);
  return read(bytes, { limitBytes });
};

describe("broken files", () => {
  it("are all listed with the refusal they must meet", () => {
    const files = readdirSync(new URL("../../fixtures/broken/", import.meta.url));
    expect(files.filter((name) => name !== "expected.json").toSorted()).toEqual(
      Object.keys(expected).toSorted(),
    );
  });

  it.each(Object.entries(expected))("%s is refused whole", async (name, { reader, ...facts }) => {
    const read = await readWith(reader, fixture(`broken/${name}`));
    expect(read).toMatchObject({ ok: false, refusal: facts });
  });

  it.each(Object.entries(expected))(
    "%s is refused in a plain sentence",
    async (name, { reader }) => {
      const read = await readWith(reader, fixture(`broken/${name}`));
      const sentence = read.ok ? "" : read.refusal.sentence;
      expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    },
  );
});

describe("what is not broken", () => {
  it("is accepted compressed", async () => {
    const packed = gzipSync(fixture("gias-33-medway.csv"));
    expect(accepted(await readGias(packed)).records).toHaveLength(103);
  });

  it("is accepted as UTF-8, with and without its mark", async () => {
    const text = new TextDecoder("windows-1252").decode(fixture("gias-33-letters.csv"));
    const plain = accepted(await readGias(fixture("gias-33-letters.csv")));
    expect(accepted(await readGias(Buffer.from(text))).records).toEqual(plain.records);
    expect(accepted(await readGias(Buffer.from(`\ufeff${text}`))).records).toEqual(plain.records);
  });

  it.each(["\n", "\r"])("is accepted with line ends of %j", async (lineEnd) => {
    const text = fixture("gias-33-medway.csv").toString("latin1").replaceAll("\r\n", lineEnd);
    expect(accepted(await readGias(Buffer.from(text, "latin1"))).records).toHaveLength(103);
  });

  it("is accepted with a name that only looks garbled", async () => {
    const text = fixture("gias-33-medway.csv").toString("latin1");
    const named = text
      .replace("Greenvale Primary School", "CAF\u00c9\u0092S SCHOOL")
      .replace("New Road Primary School", "Zo\u00eb Primary School");
    const { records } = accepted(await readGias(Buffer.from(named, "latin1")));
    expect(records[0]?.name).toBe("CAFÉ’S SCHOOL");
  });

  it("stops unpacking at the limit and reads what lies within it", async () => {
    const packed = gzipSync(fixture("gias-33-medway.csv"));
    const size = fixture("gias-33-medway.csv").length;
    expect((await readGias(packed, { limitBytes: size })).ok).toBe(true);
    expect(await readGias(packed, { limitBytes: size - 1 })).toMatchObject({
      refusal: { kind: "too-large", limitBytes: size - 1 },
    });
  });

  it("is refused wherever it is cut inside a line", async () => {
    const bytes = fixture("gias-33-medway.csv");
    const lineStart = bytes.lastIndexOf("\r\n") + 2;
    for (let end = lineStart + 1; end < bytes.length; end += 1)
      expect((await readGias(bytes.subarray(0, end))).ok, `cut at ${end}`).toBe(false);
  });
});
