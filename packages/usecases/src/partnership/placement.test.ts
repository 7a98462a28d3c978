import type { Urn } from "@alongside/domain/school";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { places, refusalOf } from "../identity/world.ts";
import { placeSchools, takeSchoolOut, type SchoolSeen } from "./placement.ts";
import { openSetUpWorld, day, type SetUpWorld } from "./set-up-world.ts";
import { listPlaceableSchools, showZone } from "./show-zone.ts";
import { createZone } from "./zone.ts";

let world: SetUpWorld;
beforeEach(async () => {
  world = await openSetUpWorld();
});
afterEach(() => world.drop());

const { north, east, alder, beech, cedar } = places;
const today = day("2026-03-02");

const place = (zoneId: typeof north, schools: readonly SchoolSeen[], fromOn = today) =>
  placeSchools(world.admin, world.here, { zoneId, schools, fromOn });

const alderInNorth: SchoolSeen = { urn: alder, seenIn: [north] };

const openPlaces = (urn: Urn) =>
  world.rows(`SELECT zone_id FROM zone_memberships WHERE urn = ${urn} AND to_on IS NULL`);

describe("placing schools", () => {
  it("moves a school from its zone to another on a day, and keeps the stay before", async () => {
    expect(await place(east, [alderInNorth], day("2026-01-05"))).toEqual({
      placed: 0,
      moved: 1,
      unchanged: 0,
    });
    const { schoolsBefore } = await showZone(world.head, world.here, north);
    expect(schoolsBefore).toMatchObject([{ fromOn: "2025-09-01", toOn: "2026-01-05" }]);
    expect(await openPlaces(alder)).toEqual([{ zone_id: "east" }]);
    expect(await world.events("school-moved")).toMatchObject([
      { entityId: "900001", payload: { zoneId: "east", left: ["north"] } },
    ]);
  });

  it("places a school that was in none, and leaves one that is there already", async () => {
    await takeSchoolOut(world.admin, world.here, { zoneId: north, urn: alder, toOn: today });
    expect((await listPlaceableSchools(world.admin, world.here))[0]).toMatchObject({ zones: [] });
    const schools = [
      { urn: alder, seenIn: [] },
      { urn: beech, seenIn: [east] },
    ];
    expect(await place(east, schools)).toEqual({ placed: 1, moved: 0, unchanged: 1 });
    expect(await world.events("school-placed")).toHaveLength(1);
  });

  it("keeps a school in one zone for each phase group: a primary zone takes it out of a zone for all", async () => {
    const { admin, here } = world;
    const { id } = await createZone(admin, here, { name: "Infants", phaseGroup: "primary" });
    await place(id, [alderInNorth]);
    expect(await openPlaces(alder)).toEqual([{ zone_id: id }]);
  });

  it("lets an all-through school be in a primary and in a secondary zone", async () => {
    const { admin, here } = world;
    await world.database.client.execute("UPDATE schools SET phase = 'all-through'");
    const make = (name: string, phaseGroup: "primary" | "secondary") =>
      createZone(admin, here, { name, phaseGroup });
    const [one, other] = [await make("P", "primary"), await make("S", "secondary")];
    await place(one.id, [alderInNorth]);
    await place(other.id, [{ urn: alder, seenIn: [one.id] }]);
    expect(await openPlaces(alder)).toHaveLength(2);
  });

  it("lets one of two movers at once win, and tells the other", async () => {
    const { id } = await createZone(world.admin, world.here, { name: "West", phaseGroup: "all" });
    const results = await Promise.allSettled([
      place(east, [alderInNorth]),
      place(id, [alderInNorth]),
    ]);
    expect(results).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: { refusal: { kind: "changed-since", by: "Ada" } } },
    ]);
    expect(await openPlaces(alder)).toHaveLength(1);
  });

  it("is kept to one open place by the table itself", async () => {
    const insert = `INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on)
      VALUES ('m9', 'here', 'east', 'all', 900001, '2026-01-01')`;
    await expect(world.database.client.execute(insert)).rejects.toThrow(/UNIQUE/);
  });

  it("does all or nothing", async () => {
    const both = [alderInNorth, { urn: cedar, seenIn: [] }];
    expect(await refusalOf(() => place(east, both))).toEqual({
      kind: "school-not-in-area",
      urn: cedar,
    });
    expect(await openPlaces(alder)).toEqual([{ zone_id: "north" }]);
    expect(await world.events()).toEqual([]);
  });

  it("refuses a phase that the zone does not serve", async () => {
    const { admin, here } = world;
    const { id } = await createZone(admin, here, { name: "Big", phaseGroup: "secondary" });
    expect(await refusalOf(() => place(id, [alderInNorth]))).toEqual({
      kind: "phase-not-served",
      urn: alder,
      zone: "Big",
    });
  });

  it("refuses a day to come, and one before the place last changed", async () => {
    expect(await refusalOf(() => place(east, [alderInNorth], day("2026-03-03")))).toMatchObject({
      kind: "invalid-input",
      fields: { fromOn: "Enter today or a day before it" },
    });
    expect(await refusalOf(() => place(east, [alderInNorth], day("2025-08-31")))).toMatchObject({
      kind: "placed-before-last",
      zone: "North",
      since: "2025-09-01",
    });
    await takeSchoolOut(world.admin, world.here, {
      zoneId: north,
      urn: alder,
      toOn: day("2026-02-01"),
    });
    const back = () => place(east, [{ urn: alder, seenIn: [] }], day("2026-01-01"));
    expect(await refusalOf(back)).toMatchObject({ since: "2026-02-01" });
  });

  it("is the administrator's", async () => {
    const { head, here } = world;
    const given = { zoneId: east, schools: [alderInNorth], fromOn: today };
    const out = { zoneId: north, urn: alder, toOn: today };
    expect(await refusalOf(async () => placeSchools(head, here, given))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(async () => takeSchoolOut(head, here, out))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(() => listPlaceableSchools(head, here))).toEqual({
      kind: "not-allowed",
    });
  });
});

describe("taking a school out", () => {
  it.each([
    ["2026-03-03", "invalid-input"],
    ["2025-08-31", "placed-before-last"],
  ])("refuses %s as %s", async (toOn, kind) => {
    const out = { zoneId: north, urn: alder, toOn: day(toOn) };
    expect(await refusalOf(() => takeSchoolOut(world.admin, world.here, out))).toMatchObject({
      kind,
    });
  });

  it("answers not-found for a school that is not in the zone", async () => {
    const out = { zoneId: north, urn: beech, toOn: today };
    expect(await refusalOf(() => takeSchoolOut(world.admin, world.here, out))).toEqual({
      kind: "not-found",
    });
  });
});
