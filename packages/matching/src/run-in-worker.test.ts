import { describe, expect, it } from "vitest";
import { sampleFile } from "../test/fixtures.ts";
import { generate } from "./generate/generate.ts";
import { runInWorker } from "./run-in-worker.ts";

describe("solving in a thread", () => {
  it("gives the plan that solving here gives", async () => {
    const answer = await runInWorker(sampleFile("zone-1-s1.json"));
    expect(answer.ok && answer.plan.fit).toBe(5603);
    const again = await runInWorker(sampleFile("zone-1.3-s4.json"));
    expect(again.ok && again.plan.fit).toBe(3134);
  });

  it("says what is wrong with a round", async () => {
    const answer = await runInWorker({ format: "other" });
    expect(answer.ok).toBe(false);
  });

  it("tells its progress and stops when told to", async () => {
    const stop = new AbortController();
    const goals: string[] = [];
    const answer = await runInWorker(generate({ size: "esussex", seed: "s2" }), {
      signal: stop.signal,
      onProgress: ({ goal }) => {
        goals.push(goal);
        stop.abort();
      },
    });
    expect(goals.length).toBeGreaterThan(0);
    expect(answer.ok && answer.plan.assignments.length).toBeGreaterThan(40);
  }, 60_000);
});
