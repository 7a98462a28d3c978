declare const brand: unique symbol;

export type AreaId = string & { readonly [brand]: "AreaId" };
export type ZoneId = string & { readonly [brand]: "ZoneId" };
export type PersonId = string & { readonly [brand]: "PersonId" };
export type OrganisationId = string & { readonly [brand]: "OrganisationId" };
export type InvitationId = string & { readonly [brand]: "InvitationId" };

/**
 * The parts that people play (Product rules, §1). A person may hold several, each in its own
 * school, organisation, zone or area; the operator runs the instance and belongs to no area.
 */
export const roles = [
  "head",
  "school-staff",
  "leader",
  "organisation-administrator",
  "zone-coordinator",
  "officer",
  "board-member",
  "board-clerk",
  "partnership-administrator",
  "operator",
] as const;
export type Role = (typeof roles)[number];

/** Reads text as an id. It guarantees nothing about a row behind it: whoever looks it up finds out. */
export const toId = <Id extends AreaId | ZoneId | PersonId | OrganisationId | InvitationId>(
  text: string,
): Id => text as Id;
