import type { SchoolDetails } from "@alongside/domain/school";
import { gridLimits } from "../coordinates/grid.ts";
import { normalisePostcode } from "../coordinates/postcode.ts";
import {
  toCount,
  toDate,
  toPercentage,
  toText,
  unreadable,
  type Unreadable,
} from "../reading/cell.ts";
import type { Column, Columns } from "../reading/header.ts";

export type DetailKey = keyof SchoolDetails;

export type CoreKey = "urn" | "laCode" | "laName" | "name" | "status" | "phase";

export type GiasKey = CoreKey | DetailKey;

export type Detail = {
  readonly column: string;
  readonly read: (cell: string) => string | number | null | Unreadable;
};

/** GIAS writes 0 where a place has no position yet. */
const toMetres =
  (limit: number) =>
  (cell: string): number | null | Unreadable => {
    const metres = toCount(cell);
    if (metres === 0) return null;
    return typeof metres === "number" && metres > limit ? unreadable : metres;
  };

const toAge = (cell: string): number | null | Unreadable => {
  const age = toCount(cell);
  return typeof age === "number" && age > 120 ? unreadable : age;
};

const toPostcode = (cell: string): string | null => normalisePostcode(cell) ?? toText(cell);

const text = (column: string): Detail => ({ column, read: toText });

/**
 * The columns that come and go. The names of head teachers (`HeadTitle (name)`, `HeadFirstName`, `HeadLastName`,
 * `HeadPreferredJobTitle`) are in most layouts and on purpose not here: the product has no use for them.
 */
export const details: Readonly<Record<DetailKey, Detail>> = {
  establishmentNumber: text("EstablishmentNumber"),
  type: text("TypeOfEstablishment (name)"),
  typeGroup: text("EstablishmentTypeGroup (name)"),
  openReason: text("ReasonEstablishmentOpened (name)"),
  openDate: { column: "OpenDate", read: toDate },
  closeReason: text("ReasonEstablishmentClosed (name)"),
  closeDate: { column: "CloseDate", read: toDate },
  lowAge: { column: "StatutoryLowAge", read: toAge },
  highAge: { column: "StatutoryHighAge", read: toAge },
  boarders: text("Boarders (name)"),
  sixthForm: text("OfficialSixthForm (name)"),
  gender: text("Gender (name)"),
  religiousCharacter: text("ReligiousCharacter (name)"),
  diocese: text("Diocese (name)"),
  admissionsPolicy: text("AdmissionsPolicy (name)"),
  ukprn: text("UKPRN"),
  street: text("Street"),
  locality: text("Locality"),
  address3: text("Address3"),
  town: text("Town"),
  county: text("County (name)"),
  postcode: { column: "Postcode", read: toPostcode },
  website: text("SchoolWebsite"),
  telephone: text("TelephoneNum"),
  region: text("GOR (name)"),
  district: text("DistrictAdministrative (name)"),
  ward: text("AdministrativeWard (name)"),
  urbanRural: text("UrbanRural (name)"),
  easting: { column: "Easting", read: toMetres(gridLimits.easting) },
  northing: { column: "Northing", read: toMetres(gridLimits.northing) },
  pupils: { column: "NumberOfPupils", read: toCount },
  capacity: { column: "SchoolCapacity", read: toCount },
  percentageFsm: { column: "PercentageFSM", read: toPercentage },
  trustCode: text("Trusts (code)"),
  trustName: text("Trusts (name)"),
  federation: text("Federations (name)"),
};

const required = (...names: [string, ...string[]]): Column => ({ names, required: true });

const core: Readonly<Record<CoreKey, Column>> = {
  urn: required("URN"),
  laCode: required("LA (code)"),
  laName: required("LA (name)"),
  name: required("EstablishmentName"),
  status: required("EstablishmentStatus (name)"),
  phase: required("PhaseOfEducation (name)"),
};

const optional = (detail: Detail): Column => ({ names: [detail.column], required: false });

/** Each detail's column; the mapped type holds because `details` has every key. */
const optionalColumns = (): Readonly<Record<DetailKey, Column>> =>
  Object.fromEntries(
    Object.entries(details).map(([key, detail]) => [key, optional(detail)]),
  ) as Record<DetailKey, Column>;

export const giasColumns: Columns<GiasKey> = { ...core, ...optionalColumns() };

/** All keys of `details`, in its order, which guarantees that each is a `DetailKey`. */
export const detailKeys = (): readonly DetailKey[] => Object.keys(details) as DetailKey[];
