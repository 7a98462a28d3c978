import { pino } from "pino";
import { expect, it } from "vitest";
import { startJob } from "./repeat.ts";

const pause = 5;
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

it("goes on after a round that failed, tells the log no words of the error, and stops when told", async () => {
  const lines: string[] = [];
  let rounds = 0;
  const stop = startJob({
    name: "test",
    pause,
    log: pino({ level: "info" }, { write: (line) => void lines.push(line) }),
    round: async () => {
      rounds += 1;
      if (rounds === 1) throw new Error("someone@alder.example could not be reached");
      return { done: 1 };
    },
  });
  await wait(100);
  await stop();
  const seen = rounds;
  expect(seen).toBeGreaterThan(2);
  expect(lines.join("")).not.toContain("alder.example");
  expect(lines.join("")).toContain('"error":"Error"');
  await wait(40);
  expect(rounds).toBe(seen);
});

it("notes how a round went: one that did something, and one that failed, by the name of its error alone", async () => {
  const noted: string[] = [];
  let rounds = 0;
  const stop = startJob({
    name: "test",
    pause,
    log: pino({ level: "silent" }),
    round: async () => {
      rounds += 1;
      if (rounds === 2) throw new TypeError("someone@alder.example could not be reached");
      return { done: rounds === 1 ? 3 : 0 };
    },
    note: async ({ name, counts, error }) =>
      void noted.push(JSON.stringify({ name, counts, error })),
  });
  await expect.poll(() => rounds).toBeGreaterThan(5);
  await stop();
  // After a failure the next good round is noted at once; those after it, in which nothing happened, are not.
  expect(noted).toEqual([
    '{"name":"test","counts":{"done":3},"error":null}',
    '{"name":"test","counts":{},"error":"TypeError"}',
    '{"name":"test","counts":{"done":0},"error":null}',
  ]);
});
