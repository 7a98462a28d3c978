import type { ImportPreview, PreviewHeading, PreviewLine } from "@alongside/domain/register-import";
import type { SchoolRecord } from "@alongside/domain/school";
import type { RegisterDiff } from "@alongside/register";

const shown = 100;

const heading = (lines: readonly PreviewLine[]) => ({
  count: lines.length,
  first: lines.slice(0, shown),
});

const line = (school: SchoolRecord, detail: string | null = null): PreviewLine => ({
  urn: school.urn,
  name: school.name,
  detail,
});

const nameOfTrust = (trust: { readonly name: string | null } | null): string =>
  trust === null ? "no trust" : (trust.name ?? "a trust without a name");

const fromTo = (from: string, to: string): string => `${from} → ${to}`;

const academisedLines = (diff: RegisterDiff, names: ReadonlyMap<number, SchoolRecord>) =>
  diff.academised.flatMap(({ from, to }) => {
    const school = names.get(to);
    return school === undefined ? [] : line(school, from === to ? null : `was URN ${from}`);
  });

/** Changes that no heading of their own tells about: which values differ, by name. */
const otherLines = (diff: RegisterDiff): readonly PreviewLine[] => {
  const told = new Set([
    ...diff.closed.map(({ after }) => after.urn),
    ...diff.opened.map(({ urn }) => urn),
    ...diff.renamed.map(({ after }) => after.urn),
    ...diff.movedTrust.map(({ school }) => school.urn),
    ...diff.academised.map(({ to }) => to),
  ]);
  return diff.changed
    .filter(({ after }) => !told.has(after.urn))
    .map(({ after, fields }) => line(after, fields.map(({ field }) => field).join(", ")));
};

/** What an administrator looks at before confirming: who opens, closes, changes name, trust or legal form. */
export const toPreview = (diff: RegisterDiff, isOlderThanRegister: boolean): ImportPreview => {
  const arrived = new Map(
    [...diff.added, ...diff.changed.map(({ after }) => after)].map((school) => [
      school.urn,
      school,
    ]),
  );
  const lists: Readonly<Record<PreviewHeading, readonly PreviewLine[]>> = {
    opened: diff.opened.map((school) => line(school)),
    closed: diff.closed.map(({ after }) => line(after, after.closeDate ?? null)),
    renamed: diff.renamed.map(({ before, after }) => line(after, fromTo(before.name, after.name))),
    "moved-trust": diff.movedTrust.map(({ school, from, to }) =>
      line(school, fromTo(nameOfTrust(from), nameOfTrust(to))),
    ),
    academised: academisedLines(diff, arrived),
    "other-change": otherLines(diff),
    "not-in-file": diff.absent.map((school) => line(school)),
  };
  const headings = Object.entries(lists).filter(([, lines]) => lines.length > 0);
  return {
    headings: Object.fromEntries(headings.map(([name, lines]) => [name, heading(lines)])),
    isOlderThanRegister,
  };
};
