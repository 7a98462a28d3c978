import type { PersonId } from "../identity/index.ts";
import type { Urn } from "../school/index.ts";

/** What a legal hold is about: everything of an area, of one school or of one person. */
export type HoldSubject =
  | { readonly kind: "area" }
  | { readonly kind: "school"; readonly urn: Urn }
  | { readonly kind: "person"; readonly personId: PersonId };

/** Whom and which school a record is about. */
export type KeptRecord = {
  readonly people: readonly string[];
  readonly urn: Urn | null;
};

/** Whether a hold keeps a record of its area: what is held stays, however old it is. */
export const isHeldBy = (subject: HoldSubject, record: KeptRecord): boolean => {
  switch (subject.kind) {
    case "area":
      return true;
    case "school":
      return record.urn === subject.urn;
    case "person":
      return record.people.includes(subject.personId);
  }
};

/** Parts records into those that are over and those that a hold keeps. */
export const partByHolds = <Record extends KeptRecord>(
  records: readonly Record[],
  holds: readonly HoldSubject[],
): { readonly due: readonly Record[]; readonly held: readonly Record[] } => {
  const isHeld = (record: Record) => holds.some((hold) => isHeldBy(hold, record));
  return {
    due: records.filter((record) => !isHeld(record)),
    held: records.filter(isHeld),
  };
};
