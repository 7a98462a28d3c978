import type { Source } from "./bytes.ts";
import type { Columns } from "./header.ts";
import type { RefusedFile } from "./refusal.ts";
import { openTable, type Line, type ReadOptions, type Table } from "./table.ts";

/** A line that is left out, and why, in words that can be shown. `urn` is as the line states it. */
export type NotTaken = {
  readonly line: number;
  readonly urn: string | null;
  readonly reason: string;
};

export type Taken<Value> = { readonly taken: Value };

/** Reads one line: what it says, or why it is left out. */
export type ReadLine<Value> = (line: Line) => Taken<Value> | NotTaken;

export type Reader<Key extends string, Value> = {
  readonly columns: Columns<Key>;
  /** The column that tells whose line it is, for lines too short to be read. */
  readonly urnColumn: Key | null;
  /** Called once for a file, so that it can look the columns up and remember what it has seen. */
  readonly begin: (table: Table<Key>) => ReadLine<Value>;
};

export type Batch<Value> = {
  /** Lines gone through so far, of `lines` in all: the measure of progress. */
  readonly linesRead: number;
  readonly records: readonly Value[];
  /** The line that each record stands on. */
  readonly lineNumbers: readonly number[];
  readonly notTaken: readonly NotTaken[];
};

export type OpenedFile<Value> = {
  readonly ok: true;
  readonly lines: number;
  readonly missingColumns: readonly string[];
  /** Goes through the file a few hundred lines at a time and lets other work in between. Cannot fail. */
  readonly batches: () => AsyncGenerator<Batch<Value>, void, undefined>;
};

export type ReadFile<Value> = {
  readonly ok: true;
  readonly lines: number;
  readonly records: readonly Value[];
  readonly notTaken: readonly NotTaken[];
  /** Columns that the reader knows and the file lacks, by their names in GIAS. */
  readonly missingColumns: readonly string[];
};

const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lines shorter than the header are left out before the reader sees them. */
const guardLength = <Key extends string, Value>(
  table: Table<Key>,
  reader: Reader<Key, Value>,
): ReadLine<Value> => {
  const readLine = reader.begin(table);
  const urnAt = reader.urnColumn === null ? -1 : table.positions[reader.urnColumn];
  return (line) =>
    line.cells.length >= table.width
      ? readLine(line)
      : {
          line: line.number,
          urn: line.cells[urnAt] ?? null,
          reason: `the line has ${line.cells.length} of ${table.width} columns`,
        };
};

const readRun = <Value>(
  lines: readonly Line[],
  readLine: ReadLine<Value>,
): Omit<Batch<Value>, "linesRead"> => {
  const records: Value[] = [];
  const lineNumbers: number[] = [];
  const notTaken: NotTaken[] = [];
  for (const line of lines) {
    const read = readLine(line);
    if ("taken" in read) {
      records.push(read.taken);
      lineNumbers.push(line.number);
    } else notTaken.push(read);
  }
  return { records, lineNumbers, notTaken };
};

async function* batchesOf<Key extends string, Value>(
  table: Table<Key>,
  reader: Reader<Key, Value>,
): AsyncGenerator<Batch<Value>, void, undefined> {
  const readLine = guardLength(table, reader);
  let linesRead = 0;
  for (const run of table.runs()) {
    linesRead += run.length;
    yield { linesRead, ...readRun(run, readLine) };
    await letOthersRun();
  }
}

/** Checks a whole file and makes it ready to be gone through in batches, so that a large file keeps memory low. */
export const openFile = async <Key extends string, Value>(
  source: Source,
  reader: Reader<Key, Value>,
  options: ReadOptions = {},
): Promise<OpenedFile<Value> | RefusedFile> => {
  const table = await openTable(source, reader.columns, options);
  if (!table.ok) return table;
  return {
    ok: true,
    lines: table.lines,
    missingColumns: table.missingColumns,
    batches: () => batchesOf(table, reader),
  };
};

/** Gathers all batches of a file that was opened. */
export const gatherBatches = async <Value>(
  opened: OpenedFile<Value> | RefusedFile,
): Promise<ReadFile<Value> | RefusedFile> => {
  if (!opened.ok) return opened;
  const records: Value[] = [];
  const notTaken: NotTaken[] = [];
  for await (const batch of opened.batches()) {
    for (const record of batch.records) records.push(record);
    for (const left of batch.notTaken) notTaken.push(left);
  }
  const { lines, missingColumns } = opened;
  return { ok: true, lines, records, notTaken, missingColumns };
};
