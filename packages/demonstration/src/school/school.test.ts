import { describe, expect, test } from "vitest";
import { isUrn, type SchoolRecord } from "@alongside/domain/school";
import { demonstration } from "../demonstration.ts";
import { outline } from "../geography/map.ts";
import { isInside } from "../geography/polygon.ts";
import { toDate } from "../calendar.ts";

const area = demonstration(toDate("2026-11-22"));
const open = area.schools.filter(({ status }) => status !== "closed");
const closed = area.schools.filter(({ status }) => status === "closed");

const countOf = (holds: (school: SchoolRecord) => boolean): number => open.filter(holds).length;
const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

describe("the schools", () => {
  test("a hundred are open, of every phase and setting that an area has", () => {
    expect(open).toHaveLength(100);
    expect(countOf(({ phase }) => phase === "nursery")).toBe(3);
    expect(countOf(({ phase }) => phase === "primary")).toBe(74);
    expect(countOf(({ phase }) => phase === "secondary")).toBe(13);
    expect(countOf(({ phase }) => phase === "all-through")).toBe(2);
    expect(countOf(({ phase }) => phase === "16-plus")).toBe(1);
    expect(countOf(({ setting }) => setting === "special")).toBe(5);
    expect(countOf(({ setting }) => setting === "pru")).toBe(1);
    expect(countOf(({ setting }) => setting === "alternative-provision")).toBe(1);
    expect(countOf(({ status }) => status === "proposed-to-close")).toBe(1);
  });

  test("are run in all the ways that schools are run", () => {
    const types = new Set(open.map(({ type }) => type));
    for (const type of [
      "Community school",
      "Voluntary aided school",
      "Voluntary controlled school",
      "Foundation school",
      "Academy converter",
      "Academy sponsor led",
      "Free schools",
      "Community special school",
      "Pupil referral unit",
    ]) {
      expect(types).toContain(type);
    }
  });

  test("share no URN, number or name with an open school", () => {
    expect(isUnique(area.schools.map(({ urn }) => urn))).toBe(true);
    expect(isUnique(area.schools.map(({ establishmentNumber }) => establishmentNumber))).toBe(true);
    expect(isUnique(open.map(({ name }) => name))).toBe(true);
    expect(area.schools.every(({ urn }) => isUrn(urn) && urn > 900_000)).toBe(true);
  });

  test("lie on land, and every open one in the one zone of its phase group", () => {
    for (const { easting, northing } of area.schools) {
      expect(isInside([easting ?? 0, northing ?? 0], outline)).toBe(true);
    }
    expect(area.zoneMemberships.map(({ urn }) => urn)).toEqual(open.map(({ urn }) => urn));
    const held = new Set(area.zoneMemberships.map(({ zoneId }) => zoneId));
    expect(held.size).toBe(area.zones.length);
  });

  test("have room for believable numbers of pupils", () => {
    for (const { pupils, capacity, percentageFsm } of open) {
      expect(pupils).toBeGreaterThan(20);
      expect(capacity).toBeGreaterThan((pupils ?? 0) * 0.9);
      expect(percentageFsm).toBeGreaterThan(0);
      expect(percentageFsm).toBeLessThan(70);
    }
  });

  test("can be reached nowhere real: telephone, web and post are kept for fiction", () => {
    for (const { telephone, website, postcode } of area.schools) {
      expect(telephone).toMatch(/^01632960\d{3}$/);
      expect(website).toMatch(/^https:\/\/www\.[a-z-]+\.example$/);
      expect(postcode).toMatch(/^ZZ\d \d[A-Z]{2}$/);
    }
  });
});

describe("the trusts", () => {
  test("are seven, and every academy is in the one that its record names", () => {
    expect(new Set(area.trustMemberships.map(({ groupUid }) => groupUid)).size).toBe(7);
    expect(isUnique(area.trustMemberships.map(({ urn }) => urn))).toBe(true);
    const inTrust = open.filter(({ typeGroup }) => /Academies|Free/.test(typeGroup ?? ""));
    expect(area.trustMemberships).toHaveLength(inTrust.length);
    for (const { urn, groupUid, groupName } of area.trustMemberships) {
      const school = inTrust.find((candidate) => candidate.urn === urn);
      expect([school?.trustCode, school?.trustName]).toEqual([groupUid, groupName]);
    }
  });
});

describe("the schools that closed", () => {
  test("left a successor, but for one", () => {
    const followed = new Set(
      area.links.filter(({ direction }) => direction === "successor").map(({ urn }) => urn),
    );
    expect(closed).toHaveLength(10);
    expect(closed.filter(({ urn }) => !followed.has(urn)).map(({ name }) => name)).toEqual([
      "Pipitstow Primary School",
    ]);
  });

  test("are linked in both directions, and closed the day before the successor opened", () => {
    for (const link of area.links.filter(({ direction }) => direction === "successor")) {
      const back = area.links.find(
        ({ urn, linkUrn }) => urn === link.linkUrn && linkUrn === link.urn,
      );
      expect(back?.direction).toBe("predecessor");
      const before = closed.find(({ urn }) => urn === link.urn);
      const after = open.find(({ urn }) => urn === link.linkUrn);
      expect(before?.closeDate).toBeDefined();
      expect(String(before?.closeDate) < String(after?.openDate)).toBe(true);
      expect(after?.openDate).toBe(link.establishedDate);
    }
  });
});
