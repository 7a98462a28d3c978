import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
  dateOf,
  endOfLondonDay,
  type Instant,
  instantOf,
  londonDateOf,
  startOfLondonDay,
} from "./index.ts";

const at = (text: string): Instant => instantOf(Date.parse(text));

describe("the day in London", () => {
  it("is a day ahead of UTC in the last hour of a summer evening, and not in winter", () => {
    expect(londonDateOf(at("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
    expect(londonDateOf(at("2026-12-30T23:30:00Z"))).toBe("2026-12-30");
  });

  it("starts and ends an hour earlier in UTC while clocks are on summer time", () => {
    expect(startOfLondonDay(dateOf(2026, 6, 1))).toBe("2026-05-31T23:00:00.000Z");
    expect(endOfLondonDay(dateOf(2026, 6, 1))).toBe("2026-06-01T22:59:59.999Z");
    expect(startOfLondonDay(dateOf(2026, 1, 5))).toBe("2026-01-05T00:00:00.000Z");
  });

  it("has 23 hours when clocks go forward and 25 when they go back", () => {
    const hoursOf = (month: number, day: number): number =>
      (Date.parse(endOfLondonDay(dateOf(2026, month, day))) +
        1 -
        Date.parse(startOfLondonDay(dateOf(2026, month, day)))) /
      3_600_000;
    expect([hoursOf(3, 28), hoursOf(3, 29), hoursOf(10, 25)]).toEqual([24, 23, 25]);
  });

  it("is the same on machines in other time zones", () => {
    const program = `
      const { londonDateOf, endOfLondonDay, addDays, weekdayOf } = await import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)});
      console.log([londonDateOf("2026-06-30T23:30:00.000Z"), endOfLondonDay("2026-06-01"), addDays("2026-03-28", 1), weekdayOf("2026-03-29")].join());`;
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"]) {
      const answer = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
        env: { TZ: zone },
        encoding: "utf8",
      });
      expect(answer.trim()).toBe("2026-07-01,2026-06-01T22:59:59.999Z,2026-03-29,7");
    }
  });
});
