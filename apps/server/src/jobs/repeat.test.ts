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
