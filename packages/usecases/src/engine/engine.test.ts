import { afterEach, describe, expect, it } from "vitest";
import { engine, engineWith, hostEngine, newStopFlag, practiceTasks, stop } from "./index.ts";
import type { EngineTask } from "./index.ts";

const [task] = practiceTasks;
if (task === undefined) throw new Error("there is nothing to practise");

const engineHere = engineWith();

const bytesOf = (value: unknown): string =>
  JSON.stringify(value, (key, each) => (key === "ms" || key === "work" ? undefined : each));

afterEach(() => hostEngine(engineHere));

describe("the engine", () => {
  it("proves the rounds to practise on, checks them and gives reasons", async () => {
    for (const each of practiceTasks) {
      const { plan, isVerified, reasons } = await engineHere.answer(each);
      expect([plan.proved, isVerified]).toEqual([true, true]);
      expect(JSON.parse(reasons)).toMatchObject({
        served: plan.assignments.map(({ request, provider }) => ({ request, provider })),
      });
      expect(plan.assignments.length).toBeGreaterThan(3);
    }
  });

  it("comes to the same bytes again with the work that it spent, also when time or a person cut it short", async () => {
    const flag = newStopFlag();
    stop(flag);
    const whole = await engineHere.plan(task);
    let clock = 0;
    const hurried = engineWith(() => (clock += 50));
    const cut = await hurried.plan({ ...task, budgetMs: 10 });
    const stopped = await engineHere.plan(task, { stop: flag });
    for (const plan of [whole, cut, stopped])
      expect(bytesOf(await engineHere.plan({ ...task, work: plan.work }))).toBe(bytesOf(plan));
    expect(cut.proved).toBe(false);
    expect(stopped.work.stoppedAt).toBeDefined();
  });

  it("mends a plan after a no, and leaves what is agreed where it is", async () => {
    const previous = await engineHere.plan(task);
    const [first, ...confirmed] = previous.assignments;
    if (first === undefined) throw new Error("nobody is served");
    const { request, provider } = first;
    const { round } = task;
    const change = { kind: "declined", request, provider } as const;
    const repair: EngineTask = { kind: "repair", round, previous, change, confirmed };
    const plan = await engineHere.plan(repair);
    expect(plan.assignments).toEqual(expect.arrayContaining([...confirmed]));
    expect(plan.assignments).not.toContainEqual(expect.objectContaining({ request, provider }));
  });

  it("runs where its process says", async () => {
    const asked: string[] = [];
    hostEngine({
      ...engineHere,
      plan: (given, watching) => {
        asked.push(given.kind);
        return engineHere.plan(given, watching);
      },
    });
    await engine.plan(task);
    expect(asked).toEqual(["solve"]);
  });
});
