import { refuseFile, type RefusedFile } from "./refusal.ts";

/** A column that a reader knows: its name in the file, other names it goes by, and whether the file is useless without it. */
export type Column = { readonly names: readonly [string, ...string[]]; readonly required: boolean };

export type Columns<Key extends string> = Readonly<Record<Key, Column>>;

/** Where each known column stands in the file; −1 when it is missing. */
export type Positions<Key extends string> = Readonly<Record<Key, number>>;

export type Header<Key extends string> = {
  readonly ok: true;
  readonly positions: Positions<Key>;
  /** Up to and with the last column that has a name: what a whole line must at least have. */
  readonly width: number;
  readonly missingColumns: readonly string[];
};

const normalise = (name: string): string => name.replace(/\s+/g, " ").trim().toLowerCase();

/** Files that this package reads, by columns that only they have. */
const signatures: readonly (readonly [string, readonly string[]])[] = [
  ["an extract of schools", ["urn", "establishmentname"]],
  ["a file of links between schools", ["urn", "linkurn", "linktype"]],
  ["a file of trusts and their academies", ["group uid", "academy urn"]],
  ["a file of Ofsted inspections", ["urn", "latest_date", "overall"]],
  ["a file of key stage 2 results", ["urn", "year", "ptrwm_exp"]],
  ["a file of local authority indicators", ["short desc", "la number", "values"]],
];

const recognise = (names: readonly string[]): string | null =>
  signatures.find(([, marks]) => marks.every((mark) => names.includes(mark)))?.[0] ?? null;

const separators = [
  ["semicolon", ";"],
  ["tab", "\t"],
  ["bar", "|"],
] as const;

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** A refusal when some other mark than the comma separates the names in the first line. */
export const findWrongSeparator = (firstLine: string): RefusedFile | undefined => {
  const found = separators.find(([, mark]) => count(firstLine, mark) > count(firstLine, ","));
  return found === undefined
    ? undefined
    : refuseFile({ kind: "wrong-separator", separator: found[0] });
};

const positionsOf = (names: readonly string[], column: Column): readonly number[] => {
  for (const name of column.names) {
    const wanted = normalise(name);
    const found = names.flatMap((stated, index) => (stated === wanted ? [index] : []));
    if (found.length > 0) return found;
  }
  return [];
};

/** `Object.keys` of a record that has exactly the keys `Key`: guaranteed by the literal that each reader passes. */
const keysOf = <Key extends string>(columns: Columns<Key>): readonly Key[] =>
  Object.keys(columns) as Key[];

/** Turns entries that cover every key into the record of them; `keysOf` guarantees the cover. */
const toPositions = <Key extends string>(
  entries: readonly (readonly [Key, number])[],
): Positions<Key> => Object.fromEntries(entries) as Record<Key, number>;

/** Finds the known columns by name, whatever their order, case and spacing. Columns of other names are left alone. */
export const readHeader = <Key extends string>(
  cells: readonly string[],
  columns: Columns<Key>,
): Header<Key> | RefusedFile => {
  const names = cells.map(normalise);
  const found = keysOf(columns).map((key) => [key, positionsOf(names, columns[key])] as const);
  const repeated = found.find(([, at]) => at.length > 1);
  if (repeated !== undefined)
    return refuseFile({ kind: "repeated-column", column: columns[repeated[0]].names[0] });
  const missing = found.filter(([, at]) => at.length === 0).map(([key]) => columns[key]);
  const required = missing.filter((column) => column.required).map((column) => column.names[0]);
  if (required.length > 0)
    return refuseFile({ kind: "wrong-columns", missing: required, looksLike: recognise(names) });
  return {
    ok: true,
    positions: toPositions(found.map(([key, at]) => [key, at[0] ?? -1] as const)),
    width: names.findLastIndex((name) => name !== "") + 1,
    missingColumns: missing.map((column) => column.names[0]),
  };
};
