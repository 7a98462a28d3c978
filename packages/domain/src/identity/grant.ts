import type { Grant } from "./actor.ts";
import type { Role } from "./identity.ts";

export const grantPlaces = ["areaId", "zoneId", "urn", "organisationId"] as const;
export type GrantPlace = (typeof grantPlaces)[number];

type Shape = { readonly needs: readonly GrantPlace[]; readonly allows: readonly GrantPlace[] };

const inArea: Shape = { needs: ["areaId"], allows: [] };
const inSchool: Shape = { needs: ["areaId", "urn"], allows: [] };

/** Where each part is played: a head in a school, a coordinator in a zone, an officer in an area (Product rules, §1). */
const shapes: Readonly<Record<Role, Shape>> = {
  head: inSchool,
  "school-staff": inSchool,
  leader: { needs: ["areaId"], allows: ["urn", "organisationId"] },
  "organisation-administrator": { needs: ["areaId", "organisationId"], allows: [] },
  "zone-coordinator": { needs: ["areaId", "zoneId"], allows: [] },
  officer: inArea,
  "board-member": inArea,
  "board-clerk": inArea,
  "partnership-administrator": inArea,
  operator: { needs: [], allows: [] },
};

/** The parts that can be given the right to act on behalf of a school or a leader (Product rules, §3: on behalf). */
export const rolesOnBehalf = [
  "zone-coordinator",
  "officer",
  "partnership-administrator",
] as const satisfies readonly Role[];

export type GrantFault = "missing" | "not-for-this-role";

/** What is wrong with a grant, by field; empty when nothing is. */
export const faultsOfGrant = (grant: Grant): Readonly<Record<string, GrantFault>> => {
  const { needs, allows } = shapes[grant.role];
  const faults: Record<string, GrantFault> = {};
  for (const place of grantPlaces) {
    const isNamed = grant[place] !== undefined;
    if (!isNamed && needs.includes(place)) faults[place] = "missing";
    if (isNamed && ![...needs, ...allows].includes(place)) faults[place] = "not-for-this-role";
  }
  if (grant.mayActOnBehalf === true && !rolesOnBehalf.some((role) => role === grant.role)) {
    faults["mayActOnBehalf"] = "not-for-this-role";
  }
  return faults;
};

/** Whether two grants give the same part in the same place. */
export const isSameGrant = (one: Grant, other: Grant): boolean =>
  one.role === other.role && grantPlaces.every((place) => one[place] === other[place]);
