import { describe, expect, it } from "vitest";
import { compareProfiles, poolOf, profileOf } from "../src/comparison/index.ts";
import { hasPublishedPanel, inventedPanel, publishedPanel } from "./panel.ts";
import { selections, simulate, simulatedYears } from "./simulate.ts";

/** The full size is `bench:impact`, with the bounds of the product; this is the same with few runs and their wider luck. */
const panels = [
  {
    name: "an invented panel",
    isThere: true,
    read: () => inventedPanel(1_200),
    selections,
    runs: 100,
  },
  {
    name: "the published panel",
    isThere: hasPublishedPanel(),
    read: publishedPanel,
    selections: ["low results"] as const,
    runs: 40,
  },
].filter(({ isThere, name }) => {
  if (!isThere) process.stdout.write(`${name} is not beside the project: not simulated\n`);
  return isThere;
});

for (const { name, read, selections, runs } of panels) {
  describe(`over ${name}`, () => {
    const panel = read();

    for (const selection of selections) {
      it(`is unbiased, covers and is quiet about nothing when schools come ${selection}`, () => {
        const injected = simulate(
          panel,
          { selection, supported: 20, effect: 4 },
          { runs, seed: 11 },
        );
        expect(Math.abs(injected.bias)).toBeLessThanOrEqual(0.8);
        expect(injected.coverage).toBeGreaterThanOrEqual(0.9);
        const none = simulate(panel, { selection, supported: 20, effect: 0 }, { runs, seed: 12 });
        expect(none.flagged).toBeLessThanOrEqual(0.1);
      }, 120_000);
    }

    it("would be misled by a bare before and after where weak schools are picked", () => {
      const pool = poolOf(panel.flatMap((school) => profileOf(school, simulatedYears) ?? []));
      const fallen = pool.profiles.filter((each) => each.baseline < each.earlier - 15).slice(0, 40);
      const compared = compareProfiles(fallen, pool, simulatedYears);
      if (compared === undefined) throw new Error("nothing to compare with");
      const { supported, everywhere, isLikely } = compared.drift;
      expect(supported - everywhere).toBeGreaterThan(5);
      expect(Math.abs(compared.effect.value)).toBeLessThan(5);
      expect(isLikely).toBe(true);
    });
  });
}
