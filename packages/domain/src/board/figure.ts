import type { Sum } from "./attack.ts";

/** What a number is counted in. */
export const units = ["count", "half-days", "days", "pence", "share", "index"] as const;
export type Unit = (typeof units)[number];

/** The records that a number is made of. */
export type About = "need" | "supply" | "work" | "conflict";

/** One number, and the ids of the records that it is made of. Null where there is nothing to count. */
export type Cell = { readonly value: number | null; readonly of: readonly string[] };

/** The line and the column that hold the sums of all others. */
export const all = "all";

/** A figure as its table: every number can be drilled down to its records. */
export type Figure = {
  readonly id: string;
  readonly unit: Unit;
  /** Columns that are counted in something else. */
  readonly otherUnits: Readonly<Record<string, Unit>>;
  readonly about: About;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row and column. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Cells that other figures show too, each by the name that they have in common. */
  readonly shared: ReadonlyMap<string, string>;
  /** How the records of its cells add up. */
  readonly sums: readonly Sum[];
};

export const cellKey = (row: string, column: string): string => `${row}\n${column}`;

export const cellAt = ({ cells }: Pick<Figure, "cells">, row: string, column: string): Cell =>
  cells.get(cellKey(row, column)) ?? { value: null, of: [] };

/** What a cell is called among all figures that are published together. */
export const cellName = (
  { id, shared }: Pick<Figure, "id" | "shared">,
  row: string,
  column: string,
): string => shared.get(cellKey(row, column)) ?? `${id}\n${row}\n${column}`;

export type Part<Fact> = {
  readonly keys: readonly string[];
  readonly of: (fact: Fact) => readonly string[];
};

type Named = Pick<Figure, "id" | "unit" | "about">;

type Grid = Named & Pick<Figure, "rows" | "columns" | "shared">;

const isPart = (key: string): boolean => key !== all;

/** Each column down its lines. */
const sumsDown = (grid: Grid, columns: readonly string[]): readonly Sum[] =>
  columns.map((column) => ({
    total: cellName(grid, all, column),
    parts: grid.rows.filter(isPart).map((row) => cellName(grid, row, column)),
  }));

/** Each line along its columns. */
const sumsAlong = (grid: Grid): readonly Sum[] =>
  grid.rows.map((row) => ({
    total: cellName(grid, row, all),
    parts: grid.columns.filter(isPart).map((column) => cellName(grid, row, column)),
  }));

/** The records of each key, in their order, and under `all` those that stand anywhere. Each record is asked once: some answers are work. */
const group = <Fact>({ keys, of }: Part<Fact>, facts: readonly Fact[]) => {
  const groups = new Map<string, Fact[]>([...keys, all].map((key) => [key, []]));
  for (const fact of facts) {
    const own = new Set(of(fact));
    for (const key of own) if (key !== all) groups.get(key)?.push(fact);
    if (own.size > 0) groups.get(all)?.push(fact);
  }
  return groups;
};

/** Each record is asked once where it stands, however often it is looked for. */
const askedOnce = <Fact>({ keys, of }: Part<Fact>, facts: readonly Fact[]): Part<Fact> => {
  const known = new Map(facts.map((fact) => [fact, of(fact)]));
  return { keys, of: (fact) => known.get(fact) ?? [] };
};

/** The parts make up the whole: there are some, and no record stands in two. */
const makesUpWhole = <Fact>(facts: readonly Fact[], part: Part<Fact>): boolean =>
  part.keys.length > 0 && facts.every((fact) => part.of(fact).length <= 1);

type CrossGiven<Fact> = Named & {
  readonly rows: Part<Fact>;
  readonly columns: Part<Fact>;
  /** What a record adds; 1 unless told. */
  readonly amount?: (fact: Fact) => number;
  /** The name of what is cut, when other figures cut it too: its sums by column are theirs. */
  readonly population?: string;
};

const sharedTotals = (population: string | undefined, columns: readonly string[]) =>
  new Map(
    population === undefined
      ? []
      : columns.map((column) => [cellKey(all, column), `${population}\n${column}`] as const),
  );

/** How two ways to cut the same records meet, with the sums of both. A record may stand in several lines, and counts once in a sum. */
export const cross = <Fact extends { readonly id: string }>(
  facts: readonly Fact[],
  { id, unit, about, amount = () => 1, population, ...parts }: CrossGiven<Fact>,
): Figure => {
  const [rows, columns] = [askedOnce(parts.rows, facts), askedOnce(parts.columns, facts)];
  const allColumns = [...columns.keys, all];
  const shared = sharedTotals(population, allColumns);
  const grid: Grid = { id, unit, about, rows: [...rows.keys, all], columns: allColumns, shared };
  const cells = new Map<string, Cell>();
  for (const [row, inRow] of group(rows, facts))
    for (const [column, found] of group(columns, inRow)) {
      const value = found.reduce((sum, fact) => sum + amount(fact), 0);
      cells.set(cellKey(row, column), { value, of: found.map((fact) => fact.id) });
    }
  const down = makesUpWhole(facts, rows) ? sumsDown(grid, grid.columns) : [];
  const along = makesUpWhole(facts, columns) ? sumsAlong(grid) : [];
  return { ...grid, otherUnits: {}, cells, sums: [...down, ...along] };
};

export type Column<Fact> = {
  readonly value: (facts: readonly Fact[]) => number | null;
  /** Which of a line's records it is made of; all of them unless told. */
  readonly madeOf?: (fact: Fact) => boolean;
  /** Its lines add up to the last one. */
  readonly addsUp?: boolean;
  readonly unit?: Unit;
  /** The name of what it counts, when another figure shows the same by the same lines. */
  readonly population?: string;
};

export const unitOf = (
  { unit, otherUnits }: Pick<Figure, "unit" | "otherUnits">,
  column: string,
): Unit => otherUnits[column] ?? unit;

type ListGiven<Fact> = Named & {
  readonly rows: Part<Fact>;
  readonly columns: Readonly<Record<string, Column<Fact>>>;
};

const unitsOf = <Fact>(
  columns: Readonly<Record<string, Column<Fact>>>,
): Readonly<Record<string, Unit>> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([column, { unit }]) =>
      unit === undefined ? [] : [[column, unit]],
    ),
  );

/** A line for each part and one for all, with several numbers made of its records. */
export const list = <Fact extends { readonly id: string }>(
  facts: readonly Fact[],
  { id, unit, about, rows, columns }: ListGiven<Fact>,
): Figure => {
  const shared = new Map<string, string>();
  const cells = new Map<string, Cell>();
  for (const [row, inRow] of group(rows, facts))
    for (const [column, { value, madeOf, population }] of Object.entries(columns)) {
      const found = madeOf === undefined ? inRow : inRow.filter(madeOf);
      cells.set(cellKey(row, column), { value: value(found), of: found.map((fact) => fact.id) });
      if (population !== undefined) shared.set(cellKey(row, column), `${population}\n${row}`);
    }
  const grid: Grid = {
    id,
    unit,
    about,
    rows: [...rows.keys, all],
    columns: Object.keys(columns),
    shared,
  };
  const adding = Object.keys(columns).filter((column) => columns[column]?.addsUp === true);
  const sums = rows.keys.length > 0 ? sumsDown(grid, adding) : [];
  return { ...grid, otherUnits: unitsOf(columns), cells, sums };
};
