import type { GroupType, TrustMembership } from "@alongside/domain/school";
import type { SchoolSeed } from "./plan.ts";

export type DemonstrationTrust = Pick<
  TrustMembership,
  "groupName" | "groupType" | "companiesHouseNumber"
> & { readonly groupUid: string; readonly groupId: string };

const trust = (
  position: number,
  groupName: string,
  groupType: GroupType = "multi-academy-trust",
): DemonstrationTrust => ({
  groupUid: `${90_000 + position}`,
  groupId: `TR${90_000 + position}`,
  groupName,
  groupType,
  companiesHouseNumber: `DEMO${String(position).padStart(4, "0")}`,
});

export const lanternTrust = trust(1, "Lantern Coast Learning Trust");
export const seahollyTrust = trust(2, "Seaholly Schools Trust");
export const catholicTrust = trust(3, "Columbrine Catholic Academies Trust");
export const churchTrust = trust(4, "Osmere Church Schools Trust");
export const moorTrust = trust(5, "Kestrel and Oak Education Trust");
export const inclusionTrust = trust(6, "Tideway Inclusion Trust of Larkenshore");
export const collegeTrust = trust(7, "Larkenmouth Sixth Form Trust", "single-academy-trust");

export const trusts: readonly DemonstrationTrust[] = [
  lanternTrust,
  seahollyTrust,
  catholicTrust,
  churchTrust,
  moorTrust,
  inclusionTrust,
  collegeTrust,
];

/** The trust that a school joins if it becomes an academy: by faith, then setting, then town. */
export const trustFor = (seed: SchoolSeed): DemonstrationTrust => {
  if (seed.kind === "sixth-form") return collegeTrust;
  if (seed.faith === "catholic") return catholicTrust;
  if (seed.faith === "church-of-england") return churchTrust;
  if (seed.kind === "special" || seed.kind === "alternative-provision") return inclusionTrust;
  if (seed.settlement.name === "Curlewick") return moorTrust;
  return ["Plovergate", "Quillmarsh"].includes(seed.settlement.name) ? seahollyTrust : lanternTrust;
};
