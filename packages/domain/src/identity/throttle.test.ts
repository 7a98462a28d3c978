import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accountThrottle,
  addressBlock,
  addressThrottle,
  countAttempt,
  mailThrottle,
  secondFactorThrottle,
  takeAttemptBack,
  type Attempts,
} from "./throttle.ts";

const throttles = { accountThrottle, addressThrottle, secondFactorThrottle, mailThrottle };
const day = 24 * 60 * 60_000;

describe.each(Object.entries(throttles))("%s", (_, throttle) => {
  it("counts what is free without a wait, and makes the next one wait", () => {
    let attempts: Attempts | undefined;
    for (let i = 0; i < throttle.free; i += 1) {
      const counted = countAttempt(attempts, i, throttle);
      if (!counted.ok) throw new Error(`attempt ${i} was refused`);
      attempts = counted.value;
    }
    expect(countAttempt(attempts, throttle.free, throttle).ok).toBe(false);
  });

  it("lets only a bounded number through in a day, however the attempts are spread", () => {
    const waits = fc.array(fc.integer({ min: 0, max: 20 * 60_000 }), { maxLength: 400 });
    fc.assert(
      fc.property(waits, (pauses) => {
        let now = 0;
        let taken = 0;
        let attempts: Attempts | undefined;
        for (const pause of pauses) {
          now += pause;
          if (now > day) break;
          const counted = countAttempt(attempts, now, throttle);
          if (counted.ok) [attempts, taken] = [counted.value, taken + 1];
        }
        const perDay = throttle.free + 24 + day / throttle.longestWait;
        expect(taken).toBeLessThanOrEqual(
          throttle.forgottenAfter < day ? perDay * (day / throttle.forgottenAfter) : perDay,
        );
      }),
      { numRuns: 50 },
    );
  });

  it("takes back one attempt that succeeded, with its wait", () => {
    const attempts = { failures: throttle.free, lastFailedAt: 0, blockedUntil: 99 };
    expect(takeAttemptBack(attempts)).toEqual({
      failures: throttle.free - 1,
      lastFailedAt: 0,
      blockedUntil: 0,
    });
  });
});

describe("what counts as one address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["::1", "0:0:0:0"],
    ["", ""],
  ])("%s → %s", (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });
});
