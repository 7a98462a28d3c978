import { dateOf } from "@alongside/domain/calendar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cancelVisit, listVisits } from "./index.ts";
import { openVisitWorld, type VisitWorld } from "./visit-world.ts";

let world: VisitWorld;
beforeEach(async () => {
  world = await openVisitWorld();
});
afterEach(() => world.drop());

const days = [dateOf(2026, 3, 16), dateOf(2026, 3, 17), dateOf(2026, 3, 18)];

describe("visits", () => {
  it("are listed by the page: what waits for the reader first, what is over last and the latest of it first", async () => {
    const { area, lena } = world;
    const planned: string[] = [];
    for (const date of days) planned.push((await world.plan({ date })).id);
    world.until(16);
    const pageOf = async (question: Parameters<typeof listVisits>[2]) => {
      const { total, counts, visits } = await listVisits(lena.ctx, area, question);
      return { total, counts, visits: visits.map(({ id, part }) => [planned.indexOf(id), part]) };
    };
    const counts = { yours: 1, coming: 2, waiting: 0, over: 0 };
    const all = await pageOf({});
    expect(all).toEqual({
      total: 3,
      counts,
      visits: [
        [0, "yours"],
        [1, "coming"],
        [2, "coming"],
      ],
    });
    expect(await pageOf({ offset: 1, limit: 1 })).toMatchObject({ visits: [[1, "coming"]] });
    expect(await pageOf({ parts: ["yours"] })).toMatchObject({ total: 1, counts });
    expect(await pageOf({ words: "ALDER" })).toMatchObject({ total: 3 });
    expect(await pageOf({ words: "lena" })).toMatchObject({ total: 3 });
    expect(await pageOf({ words: "nobody" })).toEqual({ total: 0, counts, visits: [] });
    const listed = await listVisits(lena.ctx, area);
    for (const { id, version, part } of listed.visits)
      if (part === "coming") await cancelVisit(lena.ctx, area, { id, version, reason: "Snow" });
    expect((await pageOf({ parts: ["over"] })).visits).toEqual([
      [2, "over"],
      [1, "over"],
    ]);
  });
});
