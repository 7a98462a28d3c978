import type { SchoolRecord, Urn } from "@alongside/domain/school";
import { normalisePostcode } from "../coordinates/postcode.ts";
import type { Succession } from "../links/succession.ts";

/** A school that became an academy: under a new URN by a link or at the same place, or under its own. */
export type Academisation = {
  readonly from: Urn;
  readonly to: Urn;
  readonly by: "link" | "same-place" | "type-change";
};

const academyType = /academy|free school|university technical college|studio school/i;

export const isAcademy = ({ type }: SchoolRecord): boolean =>
  type !== undefined && type !== null && academyType.test(type);

export const isOpen = ({ status }: SchoolRecord): boolean =>
  status === "open" || status === "proposed-to-close";

const establishmentKey = ({ laCode, establishmentNumber }: SchoolRecord): string | null =>
  establishmentNumber === undefined || establishmentNumber === null
    ? null
    : `${laCode}/${establishmentNumber}`;

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/['’.,()-]/g, "")
    .replaceAll(/\b(academy|school|the|church of england|cofe|ce|catholic|roman)\b/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

const placeKey = ({ postcode, phase, name }: SchoolRecord): string | null => {
  const normal = normalisePostcode(postcode ?? "");
  return normal === null ? null : `${normal}/${phase}/${plainName(name)}`;
};

const keysOf = (school: SchoolRecord): readonly string[] =>
  [establishmentKey(school), placeKey(school)].filter((key) => key !== null);

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** Schools that stood before, by number within their authority and by postcode, phase and name. */
const indexPlaces = (schools: Iterable<SchoolRecord>): ReadonlyMap<string, SchoolRecord> => {
  const places = new Map<string, SchoolRecord>();
  for (const school of schools) for (const key of keysOf(school)) places.set(key, school);
  return places;
};

export type Comparison = {
  readonly previous: ReadonlyMap<Urn, SchoolRecord>;
  readonly next: ReadonlyMap<Urn, SchoolRecord>;
  readonly added: readonly SchoolRecord[];
  readonly changed: readonly { readonly before: SchoolRecord; readonly after: SchoolRecord }[];
  readonly succession: Succession | undefined;
};

/** A school that is still open under its old URN cannot have turned into another one. */
const hasEnded = (urn: Urn, next: Comparison["next"]): boolean => {
  const now = next.get(urn);
  return now === undefined || !isOpen(now);
};

const byLink = (school: SchoolRecord, comparison: Comparison): readonly Academisation[] =>
  (comparison.succession?.predecessorsOf(school.urn) ?? [])
    .filter((urn) => {
      const before = comparison.previous.get(urn);
      return before !== undefined && !isAcademy(before);
    })
    .map((from) => ({ from, to: school.urn, by: "link" }));

const byPlace = (
  school: SchoolRecord,
  places: () => ReadonlyMap<string, SchoolRecord>,
  next: Comparison["next"],
): readonly Academisation[] => {
  const before = keysOf(school)
    .map((key) => places().get(key))
    .find((place) => place !== undefined);
  if (before === undefined || isAcademy(before) || !hasEnded(before.urn, next)) return [];
  return [{ from: before.urn, to: school.urn, by: "same-place" }];
};

const byType = ({ changed }: Comparison): readonly Academisation[] =>
  changed
    .filter(
      ({ before, after }) =>
        typeof before.type === "string" && !isAcademy(before) && isAcademy(after),
    )
    .map(({ after }) => ({ from: after.urn, to: after.urn, by: "type-change" }));

/** Links are the register's own word; where the file of links is older than the extract, the same place tells. */
export const findAcademised = (comparison: Comparison): readonly Academisation[] => {
  const places = once(() => indexPlaces(comparison.previous.values()));
  const arrived = comparison.added.filter((school) => isAcademy(school) && isOpen(school));
  const converted = arrived.flatMap((school) => {
    const linked = byLink(school, comparison);
    return linked.length > 0 ? linked : byPlace(school, places, comparison.next);
  });
  return [...converted, ...byType(comparison)];
};
