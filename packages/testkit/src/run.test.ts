import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { onceInRun } from "./run.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("what a run of tests makes once", () => {
  it("is made by the first who asks, and everybody gets it whole", async () => {
    let times = 0;
    const ask = () =>
      onceInRun("made-once.txt", async (draft) => {
        times += 1;
        writeFileSync(draft, "half");
        await new Promise((next) => setImmediate(next));
        writeFileSync(draft, "whole");
      });
    const paths = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(paths).size).toBe(1);
    expect(readFileSync(paths[0] ?? "", "utf8")).toBe("whole");
    expect(times).toBe(1);
  });

  it("fails for everybody where it could not be made", async () => {
    const ask = () => onceInRun("never-made.txt", () => Promise.reject(new Error("no room")));
    const ends = await Promise.allSettled([ask(), ask()]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("is nothing without a folder of the run", async () => {
    vi.stubEnv("TEST_RUN", undefined);
    expect(await onceInRun("made-once.txt", () => Promise.resolve())).toBeUndefined();
  });
});
