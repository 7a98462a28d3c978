import { describe, expect, test } from "vitest";
import { defaultCodeLists, holdsCode, isInForce } from "@alongside/domain/code-list";
import { roles } from "@alongside/domain/identity";
import { demonstration } from "../demonstration.ts";
import { toDate } from "../calendar.ts";

const today = toDate("2026-11-22");
const area = demonstration(today);
const personIds = new Set(area.people.map(({ id }) => id));
const openUrns = new Set(
  area.schools.filter(({ status }) => status !== "closed").map(({ urn }) => urn),
);
const zoneIds = new Set(area.zones.map(({ id }) => id));
const organisationIds = new Set(area.organisations.map(({ id }) => id));

const holders = (role: (typeof roles)[number]) =>
  area.people.filter(({ grants }) => grants.some((grant) => grant.role === role));

const holdsIn = (list: string, code: string): boolean =>
  defaultCodeLists.some((candidate) => candidate.id === list && holdsCode(candidate, code));

describe("the people", () => {
  test("have names and addresses of their own, in a domain that no mail reaches", () => {
    expect(new Set(area.people.map(({ name }) => name)).size).toBe(area.people.length);
    expect(new Set(area.people.map(({ email }) => email)).size).toBe(area.people.length);
    expect(personIds.size).toBe(area.people.length);
    for (const { email } of area.people) expect(email).toMatch(/^[a-z.-]+@[a-z-]+\.example$/);
  });

  test("hold roles only in places that are there", () => {
    for (const { role, areaId, urn, zoneId, organisationId } of area.people.flatMap(
      ({ grants }) => grants,
    )) {
      expect(areaId).toBe(role === "operator" ? undefined : area.id);
      expect(urn === undefined || openUrns.has(urn)).toBe(true);
      expect(zoneId === undefined || zoneIds.has(zoneId)).toBe(true);
      expect(organisationId === undefined || organisationIds.has(organisationId)).toBe(true);
    }
  });

  test("include heads of at least thirty schools and a coordinator for every zone", () => {
    const urns = holders("head").flatMap(({ grants }) => grants.flatMap(({ urn }) => urn ?? []));
    expect(new Set(urns).size).toBeGreaterThanOrEqual(30);
    const covered = holders("zone-coordinator").flatMap(({ grants }) =>
      grants.map(({ zoneId }) => zoneId),
    );
    expect(new Set(covered)).toEqual(zoneIds);
  });

  test("have one sign-in for each role, and the one who signs in holds it", () => {
    expect(area.signIns.map(({ role }) => role)).toEqual(roles);
    for (const { role, personId, email } of area.signIns) {
      expect(email).toBe(`${role}@larkenshore.example`);
      expect(holders(role).map(({ id }) => id)).toContain(personId);
    }
  });
});

describe("the leaders", () => {
  test("are twenty, of every kind, each at a home school of their own", () => {
    expect(area.leaders).toHaveLength(20);
    expect(new Set(area.leaders.map(({ kind }) => kind)).size).toBe(4);
    expect(new Set(area.leaders.map(({ homeUrn }) => homeUrn)).size).toBe(20);
    expect(
      holders("leader")
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(area.leaders.map(({ personId }) => personId).toSorted());
  });

  test("are never the one who answers for the home school", () => {
    for (const { personId, homeHeadId, homeUrn } of area.leaders) {
      expect(homeHeadId).not.toBe(personId);
      const head = area.people.find(({ id }) => id === homeHeadId);
      expect(head?.grants).toContainEqual({ role: "head", areaId: area.id, urn: homeUrn });
    }
  });

  test("use the codes of the lists that a partnership starts with", () => {
    for (const { designations, expertise, modes } of area.leaders) {
      for (const { type } of designations) expect(holdsIn("designation", type)).toBe(true);
      for (const { area: code } of expertise) expect(holdsIn("expertise", code), code).toBe(true);
      for (const mode of modes) expect(holdsIn("work-mode", mode), mode).toBe(true);
    }
  });

  test("are designated and in date, but for two that a rule must stop", () => {
    const stopped = area.leaders.filter(
      ({ designations }) => !designations.some((designation) => isInForce(designation, today)),
    );
    expect(stopped).toHaveLength(2);
  });
});
