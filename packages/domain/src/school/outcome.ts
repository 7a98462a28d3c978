import type { LaCode, Urn } from "./school.ts";

/** Why an outcome has no figure. Outcome files state these in words or signs in place of the number. */
export const absenceReasons = [
  "blank",
  "suppressed",
  "no-entries",
  "not-published",
  "low-coverage",
  "not-applicable",
  "not-available",
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** A figure or the reason why there is none; never a nought that stands for either. */
export type Figure =
  | { readonly kind: "stated"; readonly value: number }
  | { readonly kind: "absent"; readonly reason: AbsenceReason };

/** Share of pupils at the expected standard in reading, writing and mathematics at the end of key stage 2, 0–100. */
export type Ks2Outcome = {
  readonly urn: Urn;
  readonly laCode: LaCode | null;
  /** The calendar year in which the school year ended. */
  readonly year: number;
  readonly percentage: Figure;
  readonly pupils: Figure;
  /** The URN under which the result was published; differs from `urn` when it is carried from a predecessor. */
  readonly fromUrn: Urn;
};

/** One figure of the local authority interactive tool, for an authority, a region or England. */
export type AreaIndicator = {
  readonly indicator: string;
  /** The file names an indicator on its first lines only; carried down to the rest. */
  readonly title: string | null;
  /** As stated: `2021` or `2020/21`. */
  readonly period: string;
  /** The calendar year in which the period ended. */
  readonly endYear: number;
  readonly areaKind: "authority" | "region" | "england";
  readonly areaCode: string;
  readonly areaName: string;
  /** The region that an authority lies in. */
  readonly region: string | null;
  readonly figure: Figure;
};
