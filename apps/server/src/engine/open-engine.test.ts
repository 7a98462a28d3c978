import { describe, expect, it } from "vitest";
import { engineWith, newStopFlag, practiceTasks, stop } from "@alongside/usecases/engine";
import { openEngine } from "./open-engine.ts";

const [task] = practiceTasks;
if (task === undefined) throw new Error("there is nothing to practise");

const bytesOf = (value: unknown): string =>
  JSON.stringify(value, (key, each) => (key === "ms" || key === "work" ? undefined : each));

const engine = openEngine();
const engineHere = engineWith();

describe("the engine in a thread of its own", () => {
  it("answers what it would answer here, to several at once, and says how far it is", async () => {
    const goals: string[] = [];
    const watching = { onProgress: ({ goal }: { readonly goal: string }) => void goals.push(goal) };
    const [first, ...others] = await Promise.all([
      engine.answer(task, watching),
      engine.answer(task),
      engine.plan(task).then((plan) => ({ plan })),
    ]);
    const here = await engineHere.answer(task);
    expect(bytesOf(first)).toBe(bytesOf(here));
    expect(first).toMatchObject({ isVerified: true, plan: { proved: true } });
    expect(new Set(others.map(({ plan }) => bytesOf(plan)))).toEqual(new Set([bytesOf(here.plan)]));
    expect(goals.length).toBeGreaterThan(0);
  });

  it("can be stopped with the best plan so far", async () => {
    const flag = newStopFlag();
    stop(flag);
    const { plan } = await engine.answer(task, { stop: flag });
    expect(plan.work.stoppedAt).toBeDefined();
  });

  it("rejects a round that cannot be read, and a task that cannot be sent, and answers the next", async () => {
    await expect(engine.answer({ kind: "solve", round: "{}" })).rejects.toThrow(
      "the round cannot be read: $.format",
    );
    await expect(engine.answer({ kind: "solve", round: "{" })).rejects.toThrow("JSON");
    const unsendable = new Proxy({ assignments: [] }, {});
    await expect(
      engine.answer({ kind: "solve", round: task.round, previous: unsendable }),
    ).rejects.toThrow("cloned");
    expect((await engine.plan(task)).proved).toBe(true);
  });

  it("rejects when a thread dies, for everybody who waits, and never hangs", async () => {
    const dying = openEngine(new URL("../../test/dying-thread.ts", import.meta.url));
    const all = await Promise.allSettled([1, 2, 3, 4].map(() => dying.plan(task)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => "rejected"));
  });
});
