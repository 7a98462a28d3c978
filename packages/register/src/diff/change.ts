import type { SchoolDetails, SchoolRecord } from "@alongside/domain/school";

export type SchoolField = keyof SchoolRecord;

export type FieldValue = string | number | null | undefined;

/** One field before and after. `before` is `undefined` when no earlier file had the column. */
export type FieldChange = {
  readonly field: SchoolField;
  readonly before: FieldValue;
  readonly after: FieldValue;
};

export type ChangedSchool = {
  readonly before: SchoolRecord;
  readonly after: SchoolRecord;
  readonly fields: readonly FieldChange[];
};

/** The keys that a record has, which its type guarantees to be fields of a school. */
const fieldsOf = (record: SchoolRecord): readonly SchoolField[] =>
  Object.keys(record) as SchoolField[];

/**
 * What the later record states differently. A field that the later file has no column for is no change: nothing was
 * said about it.
 */
export const changesBetween = (before: SchoolRecord, after: SchoolRecord): readonly FieldChange[] =>
  fieldsOf(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));

const keyOf = (trust: Pick<SchoolDetails, "trustCode" | "trustName">): string | null =>
  trust.trustCode ?? trust.trustName;

/** The trust a record names; `undefined` when its file had no such columns. */
export const trustOf = (
  record: SchoolRecord,
): { readonly code: string | null; readonly name: string | null } | null | undefined => {
  const { trustCode, trustName } = record;
  if (trustCode === undefined && trustName === undefined) return undefined;
  const trust = { trustCode: trustCode ?? null, trustName: trustName ?? null };
  return keyOf(trust) === null ? null : { code: trust.trustCode, name: trust.trustName };
};
