import fc from "fast-check";
import { expect, test } from "vitest";
import { randomFrom } from "./random.ts";

test("a seed gives the values that it always gave", () => {
  const random = randomFrom("larkenshore");
  expect([random.whole(0, 999), random.whole(0, 999), random.whole(0, 999)]).toMatchInlineSnapshot(`
    [
      146,
      881,
      432,
    ]
  `);
});

test("streams of different seeds differ", () => {
  expect(randomFrom("a").next()).not.toBe(randomFrom("b").next());
});

test("whole numbers stay within their bounds and reach both", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), (seed, low) => {
      const random = randomFrom(seed);
      const drawn = Array.from({ length: 200 }, () => random.whole(low, low + 2));
      expect(new Set(drawn)).toEqual(new Set([low, low + 1, low + 2]));
    }),
    { numRuns: 50 },
  );
});

test("shuffling loses nothing and doubles nothing", () => {
  const items = Array.from({ length: 30 }, (_, index) => index);
  const shuffled = randomFrom("cards").shuffled(items);
  expect(shuffled).not.toEqual(items);
  expect(shuffled.toSorted((one, other) => one - other)).toEqual(items);
});
