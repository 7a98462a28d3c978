import { anonymous } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requestReset } from "./reset.ts";
import { signIn } from "./sign-in.ts";
import { compareMedians, type Work } from "./test/median.ts";
import { emailOf, from, hour, openWorld, refusalOf, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.addPerson("Ada");
  await world.addPerson("Bea");
  await world.database.client.execute("UPDATE people SET deactivated_at = '2026' WHERE id = 'bea'");
});
afterEach(() => world.drop());

const clock = () => performance.now();

/**
 * Measured until it is within 15%, in at most twelve batches of thirty rounds. Beside other tests the clock is not that fine: what
 * fails here is an answer that leaves work out, and `bench:enumeration` prints the medians on a quiet machine.
 */
const ratioOfMedians = async (works: readonly Work[]): Promise<number> =>
  (await compareMedians(works, { rounds: 30, limit: 1.15, mostBatches: 12, clock })).ratio;

/** A known account, none, and one that was deactivated. */
const names = ["Ada", "nobody", "Bea"];

describe("the time that an answer takes", { timeout: 300_000 }, () => {
  it("does not tell whether there is an account to sign in to", async () => {
    const works = names.map((name) => () => {
      world.pass(25 * hour);
      const input = { email: emailOf(name), password: "wrong", ...from };
      return refusalOf(() => signIn(world.as(anonymous), input));
    });
    expect(await ratioOfMedians(works)).toBeLessThanOrEqual(1.2);
  });

  it("does not tell whether there is an account to reset", async () => {
    const works = names.map((name) => () => {
      world.pass(25 * hour);
      const input = { email: emailOf(name), address: from.address };
      return requestReset(world.as(anonymous), input);
    });
    expect(await ratioOfMedians(works)).toBeLessThanOrEqual(1.2);
  });
});
