import { describe, expect, it } from "vitest";
import { isUrn, type Urn } from "../school/index.ts";
import {
  anonymous,
  commandLine,
  faultsOfGrant,
  isInScope,
  isSameGrant,
  mayActOnBehalf,
  mayEnd,
  mayGive,
  mayManageAccount,
  mayReadAccessLog,
  peopleScopeOf,
  roles,
  rolesToGive,
  toId,
  type Actor,
  type AreaId,
  type Grant,
  type OrganisationId,
  type PersonId,
  type Role,
  type ZoneId,
} from "./index.ts";

const urn = (value: number): Urn => {
  if (!isUrn(value)) throw new Error(`${value} is no URN`);
  return value;
};
const here = {
  areaId: toId<AreaId>("here"),
  zoneId: toId<ZoneId>("north"),
  urn: urn(900001),
  organisationId: toId<OrganisationId>("alder"),
};
const elsewhere = {
  areaId: toId<AreaId>("elsewhere"),
  zoneId: toId<ZoneId>("south"),
  urn: urn(900002),
  organisationId: toId<OrganisationId>("beech"),
};

/** A whole grant of this role, all of its places taken from one side. */
const grantOf = (role: Role, place: typeof here): Grant => {
  const { areaId } = place;
  switch (role) {
    case "head":
    case "school-staff":
    case "leader":
      return { role, areaId, urn: place.urn };
    case "organisation-administrator":
      return { role, areaId, organisationId: place.organisationId };
    case "zone-coordinator":
      return { role, areaId, zoneId: place.zoneId };
    case "operator":
      return { role };
    default:
      return { role, areaId };
  }
};

const actor = (...grants: readonly Grant[]): Actor => ({
  kind: "person",
  personId: toId<PersonId>("me"),
  name: "Ada",
  grants,
});

const inPlace = (grant: Grant, place = here) => ({ grant, zoneIds: [place.zoneId] });

const given: Readonly<Record<Role, readonly Role[]>> = {
  head: ["school-staff"],
  "school-staff": [],
  leader: [],
  "organisation-administrator": ["organisation-administrator"],
  "zone-coordinator": ["head", "school-staff", "leader"],
  officer: [],
  "board-member": [],
  "board-clerk": [],
  "partnership-administrator": roles.filter((role) => role !== "operator"),
  operator: roles,
};

const everyPair = roles.flatMap((giver) => roles.map((role) => [giver, role] as const));

describe("giving a role", () => {
  it.each(everyPair)("a %s gives, in the own place: %s", (giver, role) => {
    const mine = actor(grantOf(giver, here));
    expect(mayGive(mine, inPlace(grantOf(role, here)))).toBe(given[giver].includes(role));
    expect(mayEnd(mine, inPlace(grantOf(role, here)))).toBe(given[giver].includes(role));
  });

  it.each(everyPair)("a %s gives nothing in another area: %s", (giver, role) => {
    const mine = actor(grantOf(giver, here));
    const there = inPlace(grantOf(role, elsewhere), elsewhere);
    expect(mayGive(mine, there)).toBe(giver === "operator");
  });

  it("a head gives nothing in another school of the area, nor a coordinator in another zone", () => {
    const staff: Grant = { role: "school-staff", areaId: here.areaId, urn: elsewhere.urn };
    expect(mayGive(actor(grantOf("head", here)), inPlace(staff))).toBe(false);
    const coordinator = actor(grantOf("zone-coordinator", here));
    expect(mayGive(coordinator, inPlace(staff, elsewhere))).toBe(false);
    expect(mayGive(coordinator, { grant: staff, zoneIds: [] })).toBe(false);
    expect(mayGive(coordinator, inPlace(staff))).toBe(true);
  });

  it("an organisation gives its own leaders, not those of another, nor a coordinator an organisation's", () => {
    const leader = (organisationId: OrganisationId): Grant => ({
      role: "leader",
      areaId: here.areaId,
      organisationId,
    });
    const own = actor(grantOf("organisation-administrator", here));
    expect(mayGive(own, inPlace(leader(here.organisationId)))).toBe(true);
    expect(mayGive(own, inPlace(leader(elsewhere.organisationId)))).toBe(false);
    expect(mayGive(own, inPlace(grantOf("leader", here)))).toBe(false);
    expect(
      mayGive(actor(grantOf("zone-coordinator", here)), inPlace(leader(here.organisationId))),
    ).toBe(false);
  });

  it("only one who may act on behalf gives that right, and whoever gives the rest ends it", () => {
    const onBehalf: Grant = { ...grantOf("officer", here), mayActOnBehalf: true };
    const plain = actor(grantOf("partnership-administrator", here));
    const trusted = actor({ ...grantOf("partnership-administrator", here), mayActOnBehalf: true });
    expect(mayGive(plain, inPlace(onBehalf))).toBe(false);
    expect(mayEnd(plain, inPlace(onBehalf))).toBe(true);
    expect(mayGive(trusted, inPlace(onBehalf))).toBe(true);
    expect(mayGive(actor(grantOf("operator", here)), inPlace(onBehalf))).toBe(true);
  });

  it("is not for those who are nobody, and always for the command line", () => {
    for (const role of roles) {
      expect(mayGive(anonymous, inPlace(grantOf(role, here)))).toBe(false);
      expect(mayGive(commandLine, inPlace(grantOf(role, here)))).toBe(true);
    }
  });

  it.each(roles)("the page offers a %s the roles that the rules allow somewhere", (role) => {
    const offered = rolesToGive(actor(grantOf(role, here)), here.areaId);
    const allowed = given[role].filter((each) => each !== "operator");
    expect(new Set(offered)).toEqual(
      new Set(role === "organisation-administrator" ? [...allowed, "leader"] : allowed),
    );
    expect(rolesToGive(actor(grantOf(role, here)), elsewhere.areaId)).toHaveLength(
      role === "operator" ? 9 : 0,
    );
  });
});

describe("the shape of a grant", () => {
  it.each(roles)("is whole with its own places: %s", (role) => {
    expect(faultsOfGrant(grantOf(role, here))).toEqual({});
  });

  it.each(roles.filter((role) => role !== "operator"))("lacks its area: %s", (role) => {
    const { areaId: _, ...rest } = grantOf(role, here);
    expect(faultsOfGrant(rest)).toMatchObject({ areaId: "missing" });
  });

  it("names no place that the role is not played in", () => {
    expect(faultsOfGrant({ role: "operator", areaId: here.areaId })).toEqual({
      areaId: "not-for-this-role",
    });
    expect(faultsOfGrant({ ...grantOf("officer", here), zoneId: here.zoneId })).toEqual({
      zoneId: "not-for-this-role",
    });
    expect(faultsOfGrant({ role: "head", areaId: here.areaId })).toEqual({ urn: "missing" });
  });

  it("allows acting on behalf to coordinators, officers and administrators only", () => {
    const refusing = roles.filter(
      (role) => "mayActOnBehalf" in faultsOfGrant({ ...grantOf(role, here), mayActOnBehalf: true }),
    );
    expect(roles.filter((role) => !refusing.includes(role))).toEqual([
      "zone-coordinator",
      "officer",
      "partnership-administrator",
    ]);
  });

  it("is the same only in the same place", () => {
    expect(
      isSameGrant(grantOf("head", here), { ...grantOf("head", here), urn: elsewhere.urn }),
    ).toBe(false);
    expect(isSameGrant(grantOf("head", here), grantOf("school-staff", here))).toBe(false);
    expect(isSameGrant(grantOf("head", here), grantOf("head", here))).toBe(true);
  });
});

describe("reading people", () => {
  const scopes: Readonly<Record<Role, "area" | "places" | undefined>> = {
    head: "places",
    "school-staff": undefined,
    leader: undefined,
    "organisation-administrator": "places",
    "zone-coordinator": "area",
    officer: "area",
    "board-member": undefined,
    "board-clerk": undefined,
    "partnership-administrator": "area",
    operator: "area",
  };

  it.each(roles)("reaches as far as the part: %s", (role) => {
    expect(peopleScopeOf(actor(grantOf(role, here)), here.areaId)?.kind).toBe(scopes[role]);
    expect(peopleScopeOf(actor(grantOf(role, here)), elsewhere.areaId)?.kind).toBe(
      role === "operator" ? "area" : undefined,
    );
  });

  it("finds in a scope the people of those places in that area and no others", () => {
    const own = peopleScopeOf(actor(grantOf("head", here)), here.areaId) ?? { kind: "area" };
    expect(isInScope(own, here.areaId, [grantOf("school-staff", here)])).toBe(true);
    expect(isInScope(own, here.areaId, [grantOf("school-staff", elsewhere)])).toBe(false);
    expect(
      isInScope(own, here.areaId, [{ ...grantOf("head", here), areaId: elsewhere.areaId }]),
    ).toBe(false);
    expect(isInScope(own, here.areaId, [grantOf("officer", here)])).toBe(false);
    expect(isInScope({ kind: "area" }, here.areaId, [grantOf("officer", here)])).toBe(true);
    expect(isInScope({ kind: "area" }, here.areaId, [grantOf("officer", elsewhere)])).toBe(false);
  });
});

describe("managing an account", () => {
  const target = (...grants: readonly Grant[]) => ({ id: "other", grants });
  const administrator = actor(grantOf("partnership-administrator", here));

  it("is for the administrator of all areas in which the person plays a part", () => {
    expect(mayManageAccount(administrator, target(grantOf("head", here)))).toBe(true);
    const both = target(grantOf("head", here), grantOf("head", elsewhere));
    expect(mayManageAccount(administrator, both)).toBe(false);
    expect(mayManageAccount(administrator, target(grantOf("operator", here)))).toBe(false);
    expect(mayManageAccount(administrator, target())).toBe(false);
    expect(mayManageAccount(actor(grantOf("officer", here)), target(grantOf("head", here)))).toBe(
      false,
    );
  });

  it("is never for oneself", () => {
    const me = { id: "me", grants: [grantOf("head", here)] };
    expect(mayManageAccount(administrator, me)).toBe(false);
    expect(mayManageAccount(actor(grantOf("operator", here)), me)).toBe(false);
  });
});

describe("other rights over people", () => {
  it.each(roles)("the access log is for administrators: %s", (role) => {
    const expected = role === "partnership-administrator" || role === "operator";
    expect(mayReadAccessLog(actor(grantOf(role, here)), here.areaId)).toBe(expected);
  });

  it("acting on behalf is a right of its own, for a coordinator only in the own zone", () => {
    const place = { areaId: here.areaId, zoneIds: [here.zoneId] };
    const other = { areaId: here.areaId, zoneIds: [elsewhere.zoneId] };
    const coordinator = grantOf("zone-coordinator", here);
    expect(mayActOnBehalf(actor(coordinator), place)).toBe(false);
    expect(mayActOnBehalf(actor({ ...coordinator, mayActOnBehalf: true }), place)).toBe(true);
    expect(mayActOnBehalf(actor({ ...coordinator, mayActOnBehalf: true }), other)).toBe(false);
    const officer: Grant = { ...grantOf("officer", here), mayActOnBehalf: true };
    expect(mayActOnBehalf(actor(officer), other)).toBe(true);
    expect(mayActOnBehalf(actor(officer), { areaId: elsewhere.areaId, zoneIds: [] })).toBe(false);
    expect(mayActOnBehalf(actor(grantOf("operator", here)), place)).toBe(false);
  });
});
