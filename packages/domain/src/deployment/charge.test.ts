import { expect, it } from "vitest";
import { chargesOf } from "./charge.ts";

const line = (source: string, halfDays: number) => ({
  source,
  halfDays,
  pencePerDay: 40_000,
  brokerageShare: 10,
});

it("fills the funding lines in their order, the last with what is over", () => {
  const charges = chargesOf([line("school", 4), line("partnership", 2)], 9);
  expect(charges.map(({ delivered }) => delivered)).toEqual([4, 5]);
  expect(charges.map(({ pence }) => pence)).toEqual([80_000, 100_000]);
  expect(charges[1]?.brokeragePence).toBe(10_000);
});

it("charges no line for days that were not delivered", () => {
  expect(
    chargesOf([line("school", 4), line("partnership", 2)], 3).map(({ pence }) => pence),
  ).toEqual([60_000, 0]);
});
