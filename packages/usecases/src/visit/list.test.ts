import { dateOf } from "@alongside/domain/calendar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { places } from "../identity/world.ts";
import type { Context } from "../context/index.ts";
import {
  agreeVisitNote,
  amendVisitNote,
  cancelVisit,
  getVisit,
  listVisits,
  markVisitNoteInaccurate,
  recordVisitNote,
} from "./index.ts";
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

  /** One visit in each state in which a visit can be on 18 March, the day of another. */
  const inEveryState = async (): Promise<readonly string[]> => {
    const { area, lena, head } = world;
    const plan = (day: number) => world.plan({ date: dateOf(2026, 3, day), halfDays: 1 });
    const [late, noted, wrong, accurate, amended, off, today, coming] = [
      await plan(16),
      await plan(16),
      await plan(17),
      await plan(17),
      await plan(17),
      await plan(19),
      await plan(18),
      await plan(20),
    ];
    const note = await world.note();
    world.until(18);
    for (const seen of [noted, wrong, accurate, amended])
      await recordVisitNote(lena.ctx, area, { ...seen, note });
    for (const { id } of [wrong, amended])
      await markVisitNoteInaccurate(head, area, {
        ...(await world.version(id)),
        wrong: "Not the lessons",
      });
    await amendVisitNote(lena.ctx, area, { ...(await world.version(amended.id)), note });
    await agreeVisitNote(head, area, await world.version(accurate.id));
    await cancelVisit(lena.ctx, area, { ...off, reason: "Snow" });
    return [late, noted, wrong, accurate, amended, off, today, coming].map(({ id }) => id);
  };

  it("say of each that it waits for the reader where its page offers the reader something to do about its record", async () => {
    const ids = await inEveryState();
    const { area, lena, head, homeHead, coordinator, officer, administrator } = world;
    const behalf = { mayActOnBehalf: true, areaId: places.here } as const;
    const readers: Readonly<Record<string, Context>> = {
      lena: lena.ctx,
      head,
      homeHead,
      coordinator,
      officer,
      administrator,
      staff: await world.signedIn("Petra", {
        role: "school-staff",
        areaId: places.here,
        urn: places.alder,
      }),
      actingCoordinator: world.actingCoordinator,
      actingOfficer: await world.signedIn("Una", { ...behalf, role: "officer" }),
      "of both zones": await world.signedIn(
        "Ena",
        { ...behalf, role: "zone-coordinator", zoneId: places.north },
        { ...behalf, role: "zone-coordinator", zoneId: places.east },
      ),
    };
    const waits: Record<string, number> = {};
    for (const [name, ctx] of Object.entries(readers)) {
      const { visits, counts, total } = await listVisits(ctx, area);
      const pages = await Promise.all(visits.map(({ id }) => getVisit(ctx, area, id)));
      const offered = pages.filter(({ may }) => may.record || may.judge || may.amend);
      const yours = visits.filter(({ part }) => part === "yours");
      expect([name, yours.map(({ id }) => id)]).toEqual([name, offered.map(({ id }) => id)]);
      expect(counts.yours).toBe(yours.length);
      expect(total).toBe(visits.length);
      expect(visits.map(({ id }) => id).toSorted()).toEqual(
        visits.length === 0 ? [] : ids.toSorted(),
      );
      waits[name] = yours.length;
    }
    expect(waits).toMatchObject({
      lena: 3,
      head: 1,
      homeHead: 0,
      staff: 0,
      coordinator: 0,
      officer: 0,
    });
    expect(waits).toMatchObject({ actingCoordinator: 1, actingOfficer: 4, "of both zones": 4 });
  });
});
