import type { AreaId, OrganisationId } from "../identity/index.ts";
import { sameName, tidyName } from "../partnership/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { IsoDate, Urn } from "../school/index.ts";

/** Who looks after the days of several leaders (Product rules, §1). */
export const organisationKinds = [
  "teaching-school",
  "teaching-school-hub",
  "trust-central-team",
  "other",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export type Organisation = {
  readonly id: OrganisationId;
  readonly areaId: AreaId;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** The school that it is, or sits in; null for one that is none. */
  readonly urn: Urn | null;
  /** The day on which it was closed: nobody joins it any more. */
  readonly closedOn: IsoDate | null;
  readonly version: number;
};

export type OrganisationTerms = Pick<Organisation, "name" | "kind" | "urn">;

export const longestOrganisationName = 120;

export type OrganisationRefusal =
  | { readonly kind: "already-exists"; readonly field: "name" }
  | { readonly kind: "invalid-input"; readonly fields: Readonly<Record<string, string>> }
  /** Its leaders and administrators must be elsewhere before it closes. */
  | {
      readonly kind: "organisation-in-use";
      readonly leaders: number;
      readonly administrators: number;
    };

/** The terms as they are kept. A name stands for one organisation of an area, closed or not: people know it by that. */
export const nameOrganisation = (
  others: readonly Pick<Organisation, "name">[],
  terms: OrganisationTerms,
): Result<OrganisationTerms, OrganisationRefusal> => {
  const name = tidyName(terms.name);
  if (name === "") return refused({ kind: "invalid-input", fields: { name: "Enter a name" } });
  if (name.length > longestOrganisationName) {
    const message = `Use ${longestOrganisationName} characters or fewer`;
    return refused({ kind: "invalid-input", fields: { name: message } });
  }
  return others.some((other) => sameName(other.name, name))
    ? refused({ kind: "already-exists", field: "name" })
    : accepted({ ...terms, name });
};

/** An organisation closes when nobody is in it any more: neither leaders nor those who administer it. */
export const closeOrganisation = (
  members: { readonly leaders: number; readonly administrators: number },
  today: IsoDate,
): Result<IsoDate, OrganisationRefusal> =>
  members.leaders + members.administrators > 0
    ? refused({ kind: "organisation-in-use", ...members })
    : accepted(today);
