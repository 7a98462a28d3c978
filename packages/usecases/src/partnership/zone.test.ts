import { toId, type PersonId } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { grants, places, refusalOf } from "../identity/world.ts";
import { closeZone } from "./close-zone.ts";
import { addPanelMember, assignCoordinator, endCoordinator, endPanelMember } from "./officer.ts";
import { placeSchools, takeSchoolOut } from "./placement.ts";
import { openSetUpWorld, day, type SetUpWorld } from "./set-up-world.ts";
import { listZoneCandidates, listZones, showZone } from "./show-zone.ts";
import { createZone, drawZone, renameZone } from "./zone.ts";

let world: SetUpWorld;
beforeEach(async () => {
  world = await openSetUpWorld();
});
afterEach(() => world.drop());

const { north, south, shut, alder } = places;
const seenNorth = { zoneId: north, version: 1 };
const hal = toId<PersonId>("hal");
const square = [
  [500_000, 100_000],
  [501_000, 100_000],
  [501_000, 101_000],
] as const;
const shown = () => showZone(world.head, world.here, north);

describe("a zone", () => {
  it("is made, named, drawn and read by everyone in the area", async () => {
    const { admin, here } = world;
    const { id } = await createZone(admin, here, { name: "  West   zone ", phaseGroup: "primary" });
    await renameZone(admin, here, { zoneId: id, version: 1, name: "Far west" });
    await drawZone(admin, here, { zoneId: id, version: 2, boundary: square });
    const { zone } = await showZone(world.head, here, id);
    expect(zone).toMatchObject({ name: "Far west", boundary: square, version: 3 });
    const kinds = (await world.events()).map(({ kind }) => kind);
    expect(kinds).toEqual(["zone-created", "zone-renamed", "zone-drawn"]);
  });

  it("has a name of its own among the open ones, whatever the case", async () => {
    const { admin, here } = world;
    const make = (name: string) => createZone(admin, here, { name, phaseGroup: "all" });
    expect(await refusalOf(() => make("NORTH"))).toEqual({ kind: "already-exists", field: "name" });
    await expect(make("Shut")).resolves.toHaveProperty("id");
    const twice = await Promise.allSettled([make("Coast"), make("coast")]);
    expect(twice.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    const rename = () => renameZone(admin, here, { ...seenNorth, name: "East" });
    expect(await refusalOf(rename)).toEqual({ kind: "already-exists", field: "name" });
  });

  it("says so when a name or a line changes nothing or cannot stand", async () => {
    const { admin, here } = world;
    const same = await renameZone(admin, here, { ...seenNorth, name: " North " });
    expect(same).toEqual({ changed: false });
    const draw = () => drawZone(admin, here, { ...seenNorth, boundary: square.slice(0, 2) });
    expect(await refusalOf(async () => draw())).toEqual({
      kind: "boundary-wrong",
      fault: "too-few-points",
    });
    expect(await world.events()).toEqual([]);
  });

  it("keeps the first of two changes made at once", async () => {
    const { admin, here } = world;
    const rename = (name: string) => renameZone(admin, here, { ...seenNorth, name });
    const [one, other] = await Promise.allSettled([rename("Upper"), rename("Lower")]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({ reason: { refusal: { kind: "changed-since", by: "Ada" } } });
    expect((await shown()).zone.name).toBe("Upper");
  });

  it("closes with its schools, coordinator and panel, and keeps them on record", async () => {
    const { admin, here } = world;
    const bea = await world.addPerson("Bea", [grants.coordinator]);
    await addPanelMember(admin, here, { ...seenNorth, personId: hal });
    expect(await closeZone(admin, here, { zoneId: north, version: 2 })).toEqual({ schools: 1 });
    const { zone, schools, schoolsBefore, coordinators, panel } = await shown();
    expect(zone.closedOn).toBe("2026-03-02");
    expect(schools).toEqual([]);
    expect(schoolsBefore).toMatchObject([{ urn: alder, toOn: "2026-03-02" }]);
    expect(coordinators).toMatchObject([{ personId: bea, toOn: "2026-03-02" }]);
    expect(panel).toMatchObject([{ personId: hal, toOn: "2026-03-02" }]);
    expect((await listZones(admin, here)).schoolsInNone).toBe(1);
  });
});

describe("a zone's coordinator", () => {
  it("gets the role in the zone, and whoever had it loses it", async () => {
    const { admin, here } = world;
    const bea = await world.addPerson("Bea", [grants.coordinator]);
    const given = { personId: hal, mayActOnBehalf: true };
    expect(await assignCoordinator(admin, here, { ...seenNorth, ...given })).toEqual({
      changed: true,
    });
    expect((await shown()).coordinators).toMatchObject([
      { personId: bea, toOn: "2026-03-02" },
      { personId: hal, toOn: null, mayActOnBehalf: true },
    ]);
    expect(await world.events("role-ended")).toMatchObject([{ entityId: "bea" }]);
    expect(await world.events("role-granted")).toMatchObject([
      { entityId: "hal", payload: { role: "zone-coordinator", zoneId: "north" } },
    ]);
    const again = { zoneId: north, version: 2, ...given };
    expect(await assignCoordinator(admin, here, again)).toEqual({ changed: false });
    await endCoordinator(admin, here, { zoneId: north, version: 2, personId: hal });
    expect((await shown()).coordinators.every(({ toOn }) => toOn !== null)).toBe(true);
  });

  it("is someone who has a part in the area", async () => {
    const { admin, here } = world;
    const eve = await world.addPerson("Eve", [grants.headOfCedar]);
    const assign = () =>
      assignCoordinator(admin, here, { ...seenNorth, personId: eve, mayActOnBehalf: false });
    expect(await refusalOf(assign)).toEqual({ kind: "not-found" });
    expect((await listZoneCandidates(admin, here)).map(({ name }) => name)).toEqual(["Ada", "Hal"]);
  });

  it("is assigned by someone who showed a second factor just now", async () => {
    world.pass(16 * 60_000);
    const given = { ...seenNorth, personId: hal, mayActOnBehalf: false };
    const assign = () => assignCoordinator(world.admin, world.here, given);
    expect(await refusalOf(assign)).toEqual({ kind: "second-factor-stale" });
  });

  it("acts on behalf only if the administrator may", async () => {
    const plain = await world.signedIn("Ida", grants.administrator);
    const given = { ...seenNorth, personId: hal, mayActOnBehalf: true };
    const assign = () => assignCoordinator(plain, world.here, given);
    expect(await refusalOf(assign)).toMatchObject({ kind: "role-not-yours-to-give" });
  });
});

describe("a zone's panel", () => {
  it("has each person once, and remembers who sat on it", async () => {
    const { admin, here } = world;
    await addPanelMember(admin, here, { ...seenNorth, personId: hal });
    const twice = () => addPanelMember(admin, here, { zoneId: north, version: 2, personId: hal });
    expect(await refusalOf(twice)).toEqual({ kind: "already-exists", field: "personId" });
    await endPanelMember(admin, here, { zoneId: north, version: 2, personId: hal });
    const ended = () => endPanelMember(admin, here, { zoneId: north, version: 3, personId: hal });
    expect(await refusalOf(ended)).toEqual({ kind: "not-found" });
    expect((await shown()).panel).toMatchObject([{ name: "Hal", toOn: "2026-03-02" }]);
    await addPanelMember(admin, here, { zoneId: north, version: 3, personId: hal });
    expect((await shown()).panel).toMatchObject([{ name: "Hal", toOn: null }]);
  });
});

const acts = (zoneId: typeof north, version = 1) => {
  const [ctx, here, toOn] = [world.admin, world.here, day("2026-03-02")];
  const seen = { zoneId, version };
  return {
    read: () => showZone(ctx, here, zoneId),
    rename: () => renameZone(ctx, here, { ...seen, name: "Other" }),
    draw: () => drawZone(ctx, here, { ...seen, boundary: null }),
    close: () => closeZone(ctx, here, seen),
    assign: () => assignCoordinator(ctx, here, { ...seen, personId: hal, mayActOnBehalf: false }),
    endCoordinator: () => endCoordinator(ctx, here, { ...seen, personId: hal }),
    seat: () => addPanelMember(ctx, here, { ...seen, personId: hal }),
    unseat: () => endPanelMember(ctx, here, { ...seen, personId: hal }),
    place: () => placeSchools(ctx, here, { zoneId, fromOn: toOn, schools: [] }),
    takeOut: () => takeSchoolOut(ctx, here, { zoneId, urn: places.cedar, toOn }),
  };
};

describe("rights to zones", () => {
  it("answer alike for another area's zone and for one that does not exist", async () => {
    for (const zoneId of [south, toId<typeof south>("no-such-zone")]) {
      for (const [name, act] of Object.entries(acts(zoneId))) {
        expect(await refusalOf(async () => act()), name).toEqual({ kind: "not-found" });
      }
    }
    expect(await world.events()).toEqual([]);
  });

  it("let nothing more happen to a closed zone", async () => {
    const { read: _, takeOut: _out, ...rest } = acts(shut);
    for (const [name, act] of Object.entries(rest)) {
      expect(await refusalOf(async () => act()), name).toEqual({
        kind: "zone-closed",
        zone: "Shut",
      });
    }
  });

  it("are the administrator's: a head only reads", async () => {
    const { head, here } = world;
    const seen = { ...seenNorth, personId: hal };
    const refused: Readonly<Record<string, () => unknown>> = {
      create: () => createZone(head, here, { name: "New", phaseGroup: "all" }),
      rename: () => renameZone(head, here, { ...seenNorth, name: "New" }),
      draw: () => drawZone(head, here, { ...seenNorth, boundary: null }),
      close: () => closeZone(head, here, seenNorth),
      assign: () => assignCoordinator(head, here, { ...seen, mayActOnBehalf: false }),
      endCoordinator: () => endCoordinator(head, here, seen),
      seat: () => addPanelMember(head, here, seen),
      unseat: () => endPanelMember(head, here, seen),
      candidates: () => listZoneCandidates(head, here),
    };
    for (const [name, act] of Object.entries(refused)) {
      expect(await refusalOf(async () => act()), name).toEqual({ kind: "not-allowed" });
    }
    expect((await shown()).schools).toMatchObject([{ name: "Alder School" }]);
  });
});
