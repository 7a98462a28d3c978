import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "../../test/alongside.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = openWorkshop();
});
afterEach(() => workshop.clear());

const at = (name: string): string => join(workshop.folder, name);
const areas = async (): Promise<string> => (await workshop.run("area", "list")).out;

describe("backup and restore", () => {
  it("brings back what was there, and keeps what is replaced", async () => {
    await workshop.run("area", "add", "North Fold", "--la", "901");
    expect((await workshop.run("backup", at("kept.db"))).out).toContain("1 events");
    await workshop.run("area", "add", "South Fold", "--la", "902");
    expect(await areas()).toContain("South Fold");
    const restored = await workshop.run("restore", at("kept.db"));
    expect(restored.code).toBe(0);
    expect(restored.out).toContain("before-restore");
    expect(await areas()).toContain("North Fold");
    expect(await areas()).not.toContain("South Fold");
    expect((await workshop.run("audit", "verify")).out).toContain("1 events, all in order");
  });

  it("takes the contents of attached files along, and brings them back", async () => {
    await workshop.run("area", "list");
    mkdirSync(at("cli.files/ab"), { recursive: true });
    writeFileSync(at("cli.files/ab/abcd"), "what was attached");
    await workshop.run("backup", at("kept.db"));
    rmSync(at("cli.files"), { recursive: true });
    expect((await workshop.run("restore", at("kept.db"))).code).toBe(0);
    expect(readFileSync(at("cli.files/ab/abcd"), "utf8")).toBe("what was attached");
  });

  it("is never written over", async () => {
    await workshop.run("backup", at("kept.db"));
    const again = await workshop.run("backup", at("kept.db"));
    expect(again.code).toBe(1);
    expect(again.err).toContain("there already");
  });

  it.each([
    ["torn", (bytes: Buffer) => bytes.subarray(0, 5_000)],
    ["not a database", () => Buffer.from("not a database at all")],
  ])("refuses a file that is %s and leaves the database as it is", async (_, spoil) => {
    await workshop.run("area", "add", "North Fold", "--la", "901");
    await workshop.run("backup", at("kept.db"));
    writeFileSync(at("spoilt.db"), spoil(readFileSync(at("kept.db"))));
    expect((await workshop.run("restore", at("spoilt.db"))).code).toBe(1);
    expect(await areas()).toContain("North Fold");
  });

  it("refuses a backup whose log was tampered with", async () => {
    await workshop.run("area", "add", "North Fold", "--la", "901");
    await workshop.run("backup", at("kept.db"));
    const client = createClient({ url: `file:${at("kept.db")}` });
    await client.execute("DROP TRIGGER events_are_never_changed");
    await client.execute("UPDATE events SET actor = 'nobody'");
    client.close();
    const answer = await workshop.run("restore", at("kept.db"));
    expect(answer.code).toBe(1);
    expect(answer.err).toContain("changed after it was written");
  });
});
