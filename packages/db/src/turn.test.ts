import { expect, it } from "vitest";
import { createTurns } from "./turn.ts";

const turnOfTheLoop = (): Promise<void> => new Promise((go) => setImmediate(go));

/** A clock that a test moves, and who was given room so far. */
const asking = () => {
  const clock = { now: 0 };
  const room = createTurns(() => clock.now);
  const had: string[] = [];
  const ask = (name: string): void => void room().then(() => had.push(name));
  return { clock, had, ask };
};

it("has room for all statements of a turn that is young", async () => {
  const { clock, had, ask } = asking();
  ask("first");
  clock.now = 7.9;
  ask("second");
  await Promise.resolve();
  expect(had).toEqual(["first", "second"]);
});

it("gives the next turns to those who ask in one that has worked for long enough, one each, in their order", async () => {
  const { clock, had, ask } = asking();
  ask("first");
  clock.now = 8;
  for (const name of ["second", "third", "fourth"]) ask(name);
  await Promise.resolve();
  expect(had).toEqual(["first"]);
  await turnOfTheLoop();
  expect(had).toEqual(["first", "second"]);
  await turnOfTheLoop();
  expect(had).toEqual(["first", "second", "third"]);
  await turnOfTheLoop();
  expect(had).toEqual(["first", "second", "third", "fourth"]);
});

it("lets nobody in before those who wait", async () => {
  const { clock, had, ask } = asking();
  ask("first");
  clock.now = 8;
  ask("second");
  ask("third");
  await turnOfTheLoop();
  ask("late");
  await Promise.resolve();
  expect(had).toEqual(["first", "second"]);
  await turnOfTheLoop();
  await turnOfTheLoop();
  expect(had).toEqual(["first", "second", "third", "late"]);
});

it("counts anew in each turn", async () => {
  const { clock, had, ask } = asking();
  ask("first");
  clock.now = 100;
  await turnOfTheLoop();
  ask("second");
  await Promise.resolve();
  expect(had).toEqual(["first", "second"]);
});
