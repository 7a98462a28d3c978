import { keepFigure, sized } from "@alongside/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareMedians } from "../../../packages/usecases/src/identity/test/median.ts";
import { openDoors, type Doors } from "../test/enumeration.ts";

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
}, 300_000);
afterAll(() => doors.app.close());

/* Times are compared at the full size alone: an everyday run shares its machine, and only shows that the comparison works. */
const rounds = sized(1, 60);
const mostBatches = sized(1, 20);
const limit = 1.05;

describe("the time of an answer", () => {
  it("is compared at any size, and at the full one tells not whether an address has an account", async () => {
    const told: string[] = [];
    let worst = 1;
    for (const [what, ask] of Object.entries(doors.asks)) {
      const works = Object.values(doors.addresses).map((email) => () => ask(email));
      const clock = () => performance.now();
      const { ratio, medians } = await compareMedians(works, {
        rounds,
        limit,
        mostBatches,
        before: doors.forget,
        clock,
      });
      expect(medians).toHaveLength(Object.keys(doors.addresses).length);
      worst = Math.max(worst, ratio);
      told.push(`${what} ${((ratio - 1) * 100).toFixed(1)} % apart`);
    }
    keepFigure("sign-in.enumeration", told.join(", "));
    expect(worst).toBeLessThanOrEqual(sized(Number.POSITIVE_INFINITY, limit));
  }, 560_000);
});
