import { anonymous } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requestReset } from "./reset.ts";
import { signIn } from "./sign-in.ts";
import { emailOf, from, hour, openWorld, refusalOf, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.addPerson("Ada");
  await world.addPerson("Bea");
  await world.database.client.execute("UPDATE people SET deactivated_at = '2026' WHERE id = 'bea'");
});
afterEach(() => world.drop());

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Work = () => Promise<unknown>;

/** The works take turns, each time in another order, so that whatever else the machine does slows them all down alike. */
const timeInTurns = async (works: readonly Work[], times: readonly number[][]): Promise<void> => {
  for (let round = 0; round < 30; round += 1) {
    for (let turn = 0; turn < works.length; turn += 1) {
      const i = (round + turn) % works.length;
      const begun = performance.now();
      await works[i]?.();
      times[i]?.push(performance.now() - begun);
    }
  }
};

const mostBatches = 12;

/**
 * The longest median time over the shortest. While it is above the limit more is measured, and judged with all before: noise
 * evens out, a difference stays.
 */
const ratioOfMedians = async (works: readonly Work[], limit: number): Promise<number> => {
  const times = works.map(() => [] as number[]);
  for (let batch = 1; ; batch += 1) {
    await timeInTurns(works, times);
    const medians = times.map(median);
    const ratio = Math.max(...medians) / Math.min(...medians);
    if (ratio <= limit || batch === mostBatches) return ratio;
  }
};

/** A known account, none, and one that was deactivated. */
const names = ["Ada", "nobody", "Bea"];

describe("the time that an answer takes", { timeout: 300_000 }, () => {
  it("does not tell whether there is an account to sign in to: medians within 5%", async () => {
    const works = names.map((name) => () => {
      world.pass(25 * hour);
      const input = { email: emailOf(name), password: "wrong", ...from };
      return refusalOf(() => signIn(world.as(anonymous), input));
    });
    expect(await ratioOfMedians(works, 1.05)).toBeLessThanOrEqual(1.05);
  });

  it("does not tell whether there is an account to reset: medians within 5%", async () => {
    const works = names.map((name) => () => {
      world.pass(25 * hour);
      const input = { email: emailOf(name), address: from.address };
      return requestReset(world.as(anonymous), input);
    });
    expect(await ratioOfMedians(works, 1.05)).toBeLessThanOrEqual(1.05);
  });
});
