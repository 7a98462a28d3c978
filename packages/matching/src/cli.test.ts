import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const cli = fileURLToPath(new URL("./cli.ts", import.meta.url));
const fixture = fileURLToPath(new URL("../fixtures/zone-1-s1.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "matching-"));

const run = (...args: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((settle) => {
    const child = execFile(process.execPath, [cli, ...args], (_, out, err) =>
      settle({ code: child.exitCode ?? -1, out, err }),
    );
  });

describe("the command line", () => {
  it("prints a plan and nothing else, and the plan verifies", async () => {
    const solved = await run("solve", fixture);
    expect(solved.code).toBe(0);
    const plan: unknown = JSON.parse(solved.out);
    expect(plan).toMatchObject({ servedByBand: [1, 1, 4, 2], fit: 5603, proved: true });
    const file = join(folder, "plan.json");
    writeFileSync(file, solved.out);
    const verified = await run("verify", fixture, file);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ holds: true });
  }, 60_000);

  it("prints the reasons, and what more days could be worth where it is asked", async () => {
    const { out } = await run("explain", fixture, "--day-prices");
    expect(JSON.parse(out)).toMatchObject({
      unserved: expect.any(Array),
      served: expect.any(Array),
      dayPrices: expect.arrayContaining([expect.any(Object)]),
    });
  }, 60_000);

  it("makes the same round from the same seed", async () => {
    const first = await run("generate", "--size", "area", "--seed", "x");
    const second = await run("generate", "--size", "area", "--seed", "x");
    expect(first.out).toBe(second.out);
    expect(JSON.parse(first.out)).toMatchObject({ format: "brokering-round/1", name: "area" });
  }, 60_000);

  it("says what is wrong and fails, with nothing on the output", async () => {
    const bad = join(folder, "bad.json");
    writeFileSync(bad, '{"format":"brokering-round/1","requests":3,"providers":[]}');
    const refused = await run("solve", bad);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain("$.requests must be a list");
    expect(await run("solve", join(folder, "none.json"))).toMatchObject({ code: 1, out: "" });
    expect(await run("dance")).toMatchObject({ code: 2, out: "" });
  }, 60_000);
});
