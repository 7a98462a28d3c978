import { anonymous, toId, type ZoneId } from "@alongside/domain/identity";
import type { Phase } from "@alongside/domain/school";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  changedFixture,
  day,
  fixture,
  openWorld,
  personIn,
  refusalOf,
  urn,
  type World,
} from "../register/world.ts";
import { getSchool, listSchoolChoices, listSchools, searchSchools } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.bringIn({ bytes: fixture("gias-33-medway.csv"), asOf: day("2026-06-01") });
  await world.bringIn({});
  await world.bringIn({
    bytes: changedFixture("gias-78-medway.csv", [
      '"New Road Primary School","Community school","Local authority maintained schools","Open"',
      '"New Road Primary School","Community school","Local authority maintained schools","Closed"',
    ]),
    asOf: day("2026-06-03"),
  });
  await world.bringIn({ kind: "links", bytes: fixture("links.csv") });
  await world.bringIn({ kind: "trusts", bytes: fixture("trusts.csv") });
  await world.bringIn({ kind: "ofsted", bytes: fixture("ofsted.csv"), asOf: day("2026-05-31") });
  await world.bringIn({ kind: "outcomes", bytes: fixture("ks2.csv") });
  await world.bringIn({ kind: "outcomes", bytes: fixture("lait.csv") });
});
afterAll(() => world.database.drop());

const page = { sort: "name", isDescending: false, offset: 0, limit: 50 } as const;

const list = (question: Partial<Parameters<typeof listSchools>[2]> = {}) =>
  listSchools(world.admin, world.medway, { ...page, ...question });

const search = async (words: string) =>
  (await searchSchools(world.admin, world.medway, { words, limit: 5 })).map(({ name }) => name);

describe("the list of schools", () => {
  it("shows open schools unless it is asked for others", async () => {
    expect((await list()).total).toBe(102);
    const closed = await list({ statuses: ["closed"] });
    expect(closed.schools.map(({ name }) => name)).toEqual(["New Road Primary School"]);
    expect((await list({ statuses: ["open", "closed"] })).total).toBe(103);
  });

  it("counts all and gives one page, the next going on where the last ended", async () => {
    const first = await list();
    const second = await list({ offset: 50 });
    const third = await list({ offset: 100 });
    const sizes = [first, second, third].map(({ schools }) => schools.length);
    expect(sizes).toEqual([50, 50, 2]);
    const names = [...first.schools, ...second.schools, ...third.schools].map(({ urn: id }) => id);
    expect(new Set(names).size).toBe(102);
  });

  it("narrows by several filters at once, and widens within one", async () => {
    const of = async (phases: readonly Phase[]) => (await list({ phases })).total;
    const [nursery, secondary] = [await of(["nursery"]), await of(["secondary"])];
    expect(secondary).toBeGreaterThan(5);
    expect(await of(["nursery", "secondary"])).toBe(nursery + secondary);
    const { schools } = await list({ phases: ["secondary"], words: "grammar" });
    expect(schools.every(({ name }) => /grammar/i.test(name))).toBe(true);
    expect(schools.length).toBeGreaterThan(2);
  });

  it("sorts either way, with those that have no value last", async () => {
    const { schools } = await list({ sort: "pupils", isDescending: true });
    const pupils = schools.map((school) => school.pupils);
    const stated = pupils.filter((value) => value !== null);
    expect(stated).toEqual(stated.toSorted((one, other) => other - one));
    expect(stated.length).toBeGreaterThan(5);
    expect(pupils.slice(stated.length).every((value) => value === null)).toBe(true);
  });

  it("finds the schools of a zone, and those in none", async () => {
    const { database, medway } = world;
    const zone = toId<ZoneId>("zone-1");
    await database.client.executeMultiple(`
      INSERT INTO zones (id, area_id, name, phase_group) VALUES ('zone-1', '${medway.id}', 'North', 'all');
      INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on)
      VALUES ('m1', '${medway.id}', 'zone-1', 'primary', 118317, '2026-01-01')`);
    expect((await list({ zone })).schools).toMatchObject([{ urn: 118317, zones: ["North"] }]);
    expect((await list({ zone: "none" })).total).toBe(101);
    const choices = await listSchoolChoices(world.admin, medway);
    expect(choices.zones).toEqual([{ value: "zone-1", label: "North" }]);
    expect(choices.trusts.length).toBeGreaterThan(3);
  });

  it("is for those who have a part in the area", async () => {
    const { medway, kent, as } = world;
    const stranger = as(personIn(kent.id, "partnership-administrator"));
    for (const ctx of [as(anonymous), stranger]) {
      const refused = { kind: "not-allowed" };
      expect(await refusalOf(() => listSchools(ctx, medway, page))).toEqual(refused);
      expect(await refusalOf(() => listSchoolChoices(ctx, medway))).toEqual(refused);
      expect(
        await refusalOf(async () => searchSchools(ctx, medway, { words: "a", limit: 1 })),
      ).toEqual(refused);
      expect(await refusalOf(() => getSchool(ctx, medway, urn(118317)))).toEqual(refused);
    }
    const head = as(personIn(medway.id, "head"));
    expect((await listSchools(head, medway, page)).total).toBe(102);
  });
});

describe("the search", () => {
  it.each([
    ["greenvlae", "Greenvale Primary School"],
    ["greenvale primery", "Greenvale Primary School"],
    ["Hempsted Junor", "Hempstead Junior School"],
    ["all faith", "All Faiths Children's Academy"],
    ["118317", "Greenvale Primary School"],
    ["me4 5up", "Greenvale Primary School"],
    ["ME45UP", "Greenvale Primary School"],
    ["academy of wods", "The Academy of Woodlands"],
    ["Rainham Mark", "Rainham Mark Grammar School"],
  ])("of ‘%s’ gives %s first", async (words, name) => {
    expect((await search(words))[0]).toBe(name);
  });

  it("takes saint for st and a postcode's beginning for all of it", async () => {
    expect(await search("saint margarets")).toContain("St Margaret's Infant School");
    expect((await search("me7 1")).length).toBeGreaterThan(2);
  });

  it("puts closed schools last", async () => {
    const names = await search("new road");
    expect(names).toContain("New Road Primary School");
    const all = await searchSchools(world.admin, world.medway, { words: "primary", limit: 100 });
    expect(all.at(-1)).toMatchObject({ name: "New Road Primary School", status: "closed" });
  });

  it.each(["", " ", "'", '"', "*", "AND", "NEAR(", "xyzzyq", "-", "(((", "a OR b"])(
    "of ‘%s’ does not fail",
    async (words) => {
      expect(Array.isArray(await search(words))).toBe(true);
    },
  );

  it("finds nothing of another area", async () => {
    const { kent, as } = world;
    const ctx = as(personIn(kent.id, "head"));
    expect(await searchSchools(ctx, kent, { words: "Greenvale", limit: 5 })).toEqual([]);
  });
});

describe("the page of a school", () => {
  const get = (value: number) => getSchool(world.admin, world.medway, urn(value));

  it("names the import that vouches for each group of values", async () => {
    const { profile, sources } = await get(118317);
    const asOf = (id: number | null) => (id === null ? undefined : sources[id]?.asOf);
    expect(asOf(profile.profileImportId)).toBe("2026-06-03");
    expect(asOf(profile.pupilsImportId)).toBe("2026-06-03");
    expect(profile).toMatchObject({ pupils: 172, postcode: "ME4 5UP" });
  });

  it("leaves a group without a source where no file had its columns", async () => {
    const { total } = await list();
    expect(total).toBe(102);
    const { schools } = await list({ words: "Rainham Mark" });
    const { profile } = await get(schools[0]?.urn ?? 0);
    expect(profile.pupilsImportId).toBeNull();
    expect(profile.pupils).toBeNull();
  });

  it("keeps Ofsted's frameworks apart, each with its day", async () => {
    const { inspections, sources } = await get(118317);
    expect(inspections.map(({ framework }) => framework).toSorted()).toEqual([
      "judgements",
      "overall",
    ]);
    expect(inspections.every(({ inspectedOn }) => inspectedOn === "2023-11-21")).toBe(true);
    expect(sources[inspections[0]?.importId ?? 0]?.asOf).toBe("2026-05-31");
  });

  it("marks a grade from before the school opened as carried from its predecessor", async () => {
    await world.database.client.execute(
      "UPDATE schools SET open_date = '2025-01-01' WHERE urn = 118317",
    );
    const { inspections } = await get(118317);
    expect(inspections.map(({ isCarried }) => isCarried)).toEqual([true, true]);
    await world.database.client.execute("UPDATE schools SET open_date = NULL WHERE urn = 118317");
    expect((await get(118317)).inspections.some(({ isCarried }) => isCarried)).toBe(false);
  });

  it("sets its outcomes beside the published ones of the area and of England", async () => {
    const { outcomes } = await get(118320);
    const [ks2] = outcomes;
    expect(ks2).toMatchObject({ measure: "ks2-rwm-expected", areaIs: "published" });
    expect(ks2?.years.find(({ year }) => year === 2016)?.school).toMatchObject({
      value: 36,
      pupils: 39,
    });
    expect(ks2?.years.some(({ england }) => england !== null)).toBe(true);
    expect(ks2?.importIds.area).toHaveLength(1);
  });

  it("tells what imports changed, value by value", async () => {
    const { changes } = await get(118320);
    expect(changes[0]).toMatchObject({
      kind: "closed",
      values: [{ field: "status", before: "open", after: "closed" }],
    });
    expect(changes.at(-1)).toMatchObject({ kind: "added", asOf: "2026-06-01" });
  });

  it("answers not-found for a school of another area and for none", async () => {
    const { kent, as } = world;
    const ctx = as(personIn(kent.id, "head"));
    const missing = { kind: "not-found" };
    expect(await refusalOf(() => getSchool(ctx, kent, urn(118317)))).toEqual(missing);
    expect(await refusalOf(() => get(999999))).toEqual(missing);
  });
});
