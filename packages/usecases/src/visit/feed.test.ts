import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../identity/world.ts";
import { cancelVisit, getFeed, makeFeed, readCalendar, revokeFeed } from "./index.ts";
import { openVisitWorld, type VisitWorld } from "./visit-world.ts";

let world: VisitWorld;
beforeEach(async () => {
  world = await openVisitWorld();
});
afterEach(() => world.drop());

describe("a private calendar address", () => {
  it("shows its person's visits, also those called off, until another takes its place or it is ended", async () => {
    const { area, lena } = world;
    const visit = await world.plan();
    await cancelVisit(lena.ctx, area, { ...visit, reason: "Snow" });
    const nobody = world.as({ kind: "anonymous" });
    const leader = world.as(lena.ctx.actor);
    const { token } = await makeFeed(leader);
    const { rows } = await world.database.client.execute("SELECT token_hash FROM calendar_feeds");
    expect(rows[0]?.["token_hash"]).not.toContain(token);
    const { name, events } = await readCalendar(nobody, token);
    expect(name).toContain("Lena");
    expect(events).toMatchObject([{ isCancelled: true, sequence: 1 }]);
    const other = await makeFeed(leader);
    expect(await refusalOf(() => readCalendar(nobody, token))).toEqual({ kind: "not-found" });
    expect((await getFeed(leader)).since).not.toBeNull();
    await revokeFeed(leader);
    expect(await refusalOf(() => readCalendar(nobody, other.token))).toEqual({ kind: "not-found" });
    expect(await refusalOf(() => readCalendar(nobody, "x"))).toEqual({ kind: "not-found" });
  });

  it("shows nothing of a part that has ended", async () => {
    await world.plan();
    const { token } = await makeFeed(world.as(world.head.actor));
    const nobody = world.as({ kind: "anonymous" });
    expect((await readCalendar(nobody, token)).events).toHaveLength(1);
    await world.database.client.execute(
      "UPDATE role_grants SET ended_at = '2026-03-01' WHERE person_id = 'hana'",
    );
    expect((await readCalendar(nobody, token)).events).toEqual([]);
  });
});
