import type { OrganisationKind } from "@alongside/domain/organisation";

export const kindWords: Readonly<Record<OrganisationKind, string>> = {
  "teaching-school": "Teaching school",
  "teaching-school-hub": "Teaching school hub",
  "trust-central-team": "Central team of a trust",
  other: "Other",
};
