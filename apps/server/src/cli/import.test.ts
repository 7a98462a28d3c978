import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorkshop, type Ran, type Workshop } from "../../test/alongside.ts";

const fixture = (name: string): string =>
  resolve(import.meta.dirname, "../../../../packages/register/fixtures", name);

let workshop: Workshop;
beforeEach(() => {
  workshop = openWorkshop();
});
afterEach(() => workshop.clear());

const lastLine = ({ out }: Ran): Record<string, unknown> =>
  JSON.parse(out.trim().split("\n").at(-1) ?? "");

const medway = fixture("gias-33-medway.csv");

describe("import gias", () => {
  it("takes every line once, and changes nothing the second time", async () => {
    const first = await workshop.run("import", "gias", medway, "--json");
    expect(first.code).toBe(0);
    expect(lastLine(first)).toMatchObject({
      lines: 103,
      taken: 103,
      added: 103,
      changed: 0,
      unchanged: 0,
      closed: 0,
      notTaken: [],
    });
    expect(Object.keys(lastLine(first))).toEqual([
      "lines",
      "taken",
      "added",
      "changed",
      "unchanged",
      "closed",
      "notTaken",
      "missingColumns",
    ]);
    const second = await workshop.run("import", "gias", medway, "--json");
    expect(lastLine(second)).toMatchObject({
      lines: 103,
      taken: 103,
      added: 0,
      changed: 0,
      unchanged: 103,
    });
  });

  it("says what would change and changes nothing with --preview", async () => {
    expect(
      lastLine(await workshop.run("import", "gias", medway, "--preview", "--json")),
    ).toMatchObject({ added: 103 });
    expect(lastLine(await workshop.run("import", "gias", medway, "--json"))).toMatchObject({
      added: 103,
    });
  });

  it("leaves the lines of other authorities out, each with its reason", async () => {
    const answer = lastLine(await workshop.run("import", "gias", medway, "--la", "845", "--json"));
    expect(answer).toMatchObject({ lines: 103, taken: 0, added: 0 });
    expect(answer["notTaken"]).toHaveLength(103);
    expect(answer["notTaken"]).toContainEqual({
      line: 2,
      urn: expect.any(Number),
      reason: "other local authority",
    });
  });

  it("takes a zipped file, and notices a school that closed", async () => {
    await workshop.run("import", "gias", medway);
    const text = readFileSync(medway, "latin1").replace('"Open"', '"Closed"');
    const zipped = join(workshop.folder, "later.csv.gz");
    writeFileSync(zipped, gzipSync(Buffer.from(text, "latin1")));
    const answer = lastLine(await workshop.run("import", "gias", zipped, "--json"));
    expect(answer).toMatchObject({ added: 0, changed: 1, unchanged: 102, closed: 1 });
  });

  it("changes nothing for a truncated file, and says why in a sentence", async () => {
    const cut = join(workshop.folder, "cut.csv");
    writeFileSync(cut, readFileSync(medway).subarray(0, 20_000));
    const answer = await workshop.run("import", "gias", cut, "--json");
    expect(answer.code).toBe(1);
    expect(answer.out).toBe("");
    expect(answer.err).toMatch(/[a-z].*\.\s*$/);
    expect(lastLine(await workshop.run("import", "gias", medway, "--json"))).toMatchObject({
      added: 103,
    });
  });

  it.each([
    [["import"], "say what to import"],
    [["import", "nonsense", "x.csv"], "say what to import"],
    [["import", "gias"], "name one file"],
    [["import", "gias", "not-there.csv"], "cannot be read"],
    [["import", "gias", "x.csv", "--la", "8"], "three-digit"],
    [["import", "gias", "x.csv", "--as-of", "yesterday"], "YYYY-MM-DD"],
    [["import", "gias", "x.csv", "--nonsense"], "--nonsense"],
  ])("says what is wrong with: alongside %j", async (words, sentence) => {
    const answer = await workshop.run(...words);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain(sentence);
  });
});
