import { describe, expect, it } from "vitest";
import { toId, type Actor, type AreaId, type Grant, type PersonId } from "../identity/index.ts";
import type { OrganisationId } from "../identity/index.ts";
import { dateOf } from "../calendar/index.ts";
import {
  closeOrganisation,
  maySeeOrganisation,
  nameOrganisation,
  ownOrganisationsOf,
} from "./index.ts";

const terms = { name: "  Lantern   Hub ", kind: "teaching-school-hub", urn: null } as const;
const areaId = toId<AreaId>("here");
const hub = toId<OrganisationId>("hub");
const other = toId<OrganisationId>("other");

const person = (...grants: readonly Grant[]): Actor => ({
  kind: "person",
  personId: toId<PersonId>("p"),
  name: "P",
  grants,
});
const administers = (organisationId: OrganisationId, area = areaId): Grant => ({
  role: "organisation-administrator",
  areaId: area,
  organisationId,
});

describe("an organisation", () => {
  it("has a name that no other of the area has, whatever the case and the spaces", () => {
    expect(nameOrganisation([], terms)).toMatchObject({ ok: true, value: { name: "Lantern Hub" } });
    expect(nameOrganisation([{ name: "lantern hub" }], terms)).toEqual({
      ok: false,
      refusal: { kind: "already-exists", field: "name" },
    });
  });

  it("has a name at all, of 120 characters at most", () => {
    for (const name of [" ", "x".repeat(121)]) {
      expect(nameOrganisation([], { ...terms, name })).toMatchObject({
        ok: false,
        refusal: { kind: "invalid-input" },
      });
    }
  });

  it("closes when nobody is in it any more", () => {
    const today = dateOf(2026, 3, 2);
    expect(closeOrganisation({ leaders: 0, administrators: 0 }, today)).toEqual({
      ok: true,
      value: today,
    });
    for (const members of [
      { leaders: 1, administrators: 0 },
      { leaders: 0, administrators: 1 },
    ]) {
      expect(closeOrganisation(members, today)).toEqual({
        ok: false,
        refusal: { kind: "organisation-in-use", ...members },
      });
    }
  });
});

describe("who sees an organisation", () => {
  const place = { areaId, organisationId: hub };

  it("is its own administrators, and not those of another or of another area", () => {
    expect(maySeeOrganisation(person(administers(hub)), place)).toBe(true);
    expect(maySeeOrganisation(person(administers(other)), place)).toBe(false);
    expect(maySeeOrganisation(person(administers(hub, toId("there"))), place)).toBe(false);
  });

  it("is those who broker or administer, and no head, leader or member of the board", () => {
    for (const role of ["officer", "partnership-administrator", "zone-coordinator"] as const) {
      expect(maySeeOrganisation(person({ role, areaId }), place)).toBe(true);
    }
    for (const role of ["head", "leader", "school-staff", "board-member", "board-clerk"] as const) {
      expect(maySeeOrganisation(person({ role, areaId }), place)).toBe(false);
    }
  });

  it("has each once that they administer", () => {
    const actor = person(administers(hub), administers(hub), administers(other, toId("there")));
    expect(ownOrganisationsOf(actor, areaId)).toEqual([hub]);
  });
});
