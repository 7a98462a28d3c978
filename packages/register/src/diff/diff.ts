import type { SchoolLink, SchoolRecord, Urn } from "@alongside/domain/school";
import { successionOf } from "../links/succession.ts";
import { findAcademised, isOpen, type Academisation } from "./academised.ts";
import { changesBetween, trustOf, type ChangedSchool } from "./change.ts";

export type TrustMove = {
  readonly school: SchoolRecord;
  /** `null` when the school was, or now is, in no trust. */
  readonly from: { readonly code: string | null; readonly name: string | null } | null;
  readonly to: { readonly code: string | null; readonly name: string | null } | null;
};

export type RegisterDiff = {
  readonly added: readonly SchoolRecord[];
  readonly changed: readonly ChangedSchool[];
  readonly unchanged: number;
  /** Open before and closed now. */
  readonly closed: readonly ChangedSchool[];
  /** Not open before and open now: announced schools that opened, and new ones once there is a register to compare with. */
  readonly opened: readonly SchoolRecord[];
  readonly renamed: readonly ChangedSchool[];
  readonly movedTrust: readonly TrustMove[];
  readonly academised: readonly Academisation[];
  /** In the register and not in the file. An extract of open schools leaves closed ones out: this alone closes none. */
  readonly absent: readonly SchoolRecord[];
};

export type DiffInput = {
  readonly previous: Iterable<SchoolRecord>;
  readonly next: Iterable<SchoolRecord>;
  /** GIAS links, which tell which school became which. */
  readonly links?: Iterable<SchoolLink>;
};

type Compared = {
  readonly added: readonly SchoolRecord[];
  readonly changed: readonly ChangedSchool[];
  readonly unchanged: number;
};

type Schools = ReadonlyMap<Urn, SchoolRecord>;

const byUrn = (schools: Iterable<SchoolRecord>): Schools => {
  const found = new Map<Urn, SchoolRecord>();
  for (const school of schools) found.set(school.urn, school);
  return found;
};

const compare = (previous: Schools, next: Schools): Compared => {
  const added: SchoolRecord[] = [];
  const changed: ChangedSchool[] = [];
  let unchanged = 0;
  for (const after of next.values()) {
    const before = previous.get(after.urn);
    if (before === undefined) {
      added.push(after);
      continue;
    }
    const fields = changesBetween(before, after);
    if (fields.length > 0) changed.push({ before, after, fields });
    else unchanged += 1;
  }
  return { added, changed, unchanged };
};

const isClosure = ({ before, after }: ChangedSchool): boolean =>
  before.status !== "closed" && after.status === "closed";

const isOpening = ({ before, after }: ChangedSchool): boolean => !isOpen(before) && isOpen(after);

const findOpened = ({ added, changed }: Compared, previous: Schools): readonly SchoolRecord[] => [
  ...changed.filter(isOpening).map(({ after }) => after),
  ...(previous.size === 0 ? [] : added.filter(isOpen)),
];

type Trust = TrustMove["from"];

/** By number where both have one: a trust may take a new name. */
const isSameTrust = (one: Trust, other: Trust): boolean => {
  if (one === null || other === null) return one === other;
  return one.code !== null && other.code !== null
    ? one.code === other.code
    : one.name === other.name;
};

const moveOf = ({ before, after }: ChangedSchool): readonly TrustMove[] => {
  const [from, to] = [trustOf(before), trustOf(after)];
  if (from === undefined || to === undefined || isSameTrust(from, to)) return [];
  return [{ school: after, from, to }];
};

/**
 * What an extract would change in a register: the preview that is confirmed before anything is written. Fields that the
 * extract has no column for are left as they are.
 */
export const diff = (input: DiffInput): RegisterDiff => {
  const [previous, next] = [byUrn(input.previous), byUrn(input.next)];
  const compared = compare(previous, next);
  const { added, changed, unchanged } = compared;
  const succession = input.links === undefined ? undefined : successionOf(input.links);
  return {
    added,
    changed,
    unchanged,
    closed: changed.filter(isClosure),
    opened: findOpened(compared, previous),
    renamed: changed.filter(({ before, after }) => before.name !== after.name),
    movedTrust: changed.flatMap(moveOf),
    academised: findAcademised({ previous, next, added, changed, succession }),
    absent: [...previous.values()].filter((school) => !next.has(school.urn)),
  };
};
