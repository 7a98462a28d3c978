import { parse } from "csv-parse/sync";
import { defaultLimitBytes, readBytes, type Source } from "./bytes.ts";
import {
  decode,
  detectEncoding,
  findGarbled,
  fromLatin1,
  markLength,
  type Encoding,
} from "./encoding.ts";
import { findOtherFormat } from "./format.ts";
import {
  findWrongSeparator,
  readHeader,
  type Columns,
  type Header,
  type Positions,
} from "./header.ts";
import { refuseFile, type RefusedFile } from "./refusal.ts";
import { scan, type Scan, type Slice } from "./scan.ts";

/** One line of a file. `number` counts from 1 with the header, as an editor shows it. */
export type Line = { readonly number: number; readonly cells: readonly string[] };

export type Table<Key extends string> = {
  readonly ok: true;
  /** Lines below the header that are not blank. */
  readonly lines: number;
  readonly positions: Positions<Key>;
  readonly width: number;
  readonly missingColumns: readonly string[];
  /** Parses a run of lines at a time; can be gone through more than once. */
  readonly runs: () => Iterable<readonly Line[]>;
};

export type ReadOptions = {
  /** How large the file may be when unpacked; 256 MB unless told. */
  readonly limitBytes?: number;
};

type Text = { readonly ok: true; readonly bytes: Buffer; readonly encoding: Encoding };

type Body = Text & { readonly slices: readonly Slice[] };

const lineFeed = 0x0a;

/** Files from old Macs end their lines with a carriage return alone. */
const withLineFeeds = (bytes: Buffer): Buffer =>
  bytes.includes(lineFeed) || !bytes.includes(0x0d)
    ? bytes
    : Buffer.from(bytes.toString("latin1").replaceAll("\r", "\n"), "latin1");

const toText = (bytes: Buffer): Text | RefusedFile => {
  const other = findOtherFormat(bytes);
  if (other !== undefined) return other;
  const detected = detectEncoding(bytes);
  return detected.ok
    ? { ok: true, bytes: withLineFeeds(bytes), encoding: detected.encoding }
    : detected;
};

/**
 * `relax_column_count` because website exports are ragged; line ends are named because a run that holds a single line
 * would otherwise leave csv-parse to guess.
 */
const parseCells = ({ bytes, encoding }: Text, slice: Slice): readonly (readonly string[])[] => {
  const lines = parse(bytes.subarray(slice.start, slice.end), {
    encoding: encoding === "utf-8" ? "utf8" : "latin1",
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
  });
  const isPlain = slice.isAscii || encoding !== "windows-1252";
  return isPlain ? lines : lines.map((cells) => cells.map(fromLatin1));
};

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === "";

const parseLines = (text: Text, slice: Slice): readonly Line[] => {
  const lines: Line[] = [];
  let number = slice.firstLine;
  for (const cells of parseCells(text, slice)) {
    if (!isBlank(cells)) lines.push({ number, cells });
    number += slice.hasInnerBreaks ? 1 + breaksIn(cells) : 1;
  }
  return lines;
};

const findGarbledIn = (line: Line, read: readonly number[]): RefusedFile | undefined => {
  for (const at of read) {
    const sample = findGarbled(line.cells[at] ?? "");
    if (sample !== undefined)
      return refuseFile({ kind: "garbled-text", line: line.number, sample });
  }
  return undefined;
};

/**
 * Only in columns that are read: the full extract has columns of free text that we do not use, and one garbled word
 * there must not keep a whole file out.
 */
const findGarbledText = (body: Body, positions: readonly number[]): RefusedFile | undefined => {
  const read = positions.filter((at) => at >= 0);
  for (const slice of body.slices) {
    if (slice.isAscii) continue;
    const text = decode(body.bytes.subarray(slice.start, slice.end), body.encoding);
    if (findGarbled(text) === undefined) continue;
    for (const line of parseLines(body, slice)) {
      const refused = findGarbledIn(line, read);
      if (refused !== undefined) return refused;
    }
  }
  return undefined;
};

const findTruncation = (scanned: Scan, width: number): RefusedFile | undefined => {
  if (scanned.lines === 0) return refuseFile({ kind: "header-only" });
  const { lastLine: line, lastFields: fields } = scanned;
  return fields < width
    ? refuseFile({ kind: "truncated", line, fields, expected: width })
    : undefined;
};

function* runsOf(body: Body): Generator<readonly Line[]> {
  for (const slice of body.slices) yield parseLines(body, slice);
}

const firstLineOf = ({ bytes }: Text): string => {
  const end = bytes.indexOf(lineFeed);
  return bytes.toString("latin1", 0, end < 0 ? bytes.length : end);
};

const firstCells = (text: Text, slices: readonly Slice[]): readonly string[] => {
  const [head] = slices;
  return head === undefined ? [] : (parseCells(text, head)[0] ?? []);
};

const toTable = <Key extends string>(
  body: Body,
  scanned: Scan,
  header: Header<Key>,
): Table<Key> | RefusedFile =>
  findTruncation(scanned, header.width) ??
  findGarbledText(body, Object.values<number>(header.positions)) ?? {
    ok: true,
    lines: scanned.lines,
    positions: header.positions,
    width: header.width,
    missingColumns: header.missingColumns,
    runs: () => runsOf(body),
  };

/**
 * Opens a CSV file and checks the whole of it: format, encoding, quotation marks, columns and end. When this accepts a file,
 * going through its lines cannot fail any more.
 */
export const openTable = async <Key extends string>(
  source: Source,
  columns: Columns<Key>,
  options: ReadOptions = {},
): Promise<Table<Key> | RefusedFile> => {
  const read = await readBytes(source, options.limitBytes ?? defaultLimitBytes);
  if (!read.ok) return read;
  const text = toText(read.bytes);
  if (!text.ok) return text;
  const separated = findWrongSeparator(firstLineOf(text));
  if (separated !== undefined) return separated;
  const scanned = scan(text.bytes, markLength(text.bytes));
  if (!scanned.ok) return scanned;
  const header = readHeader(firstCells(text, scanned.slices), columns);
  if (!header.ok) return header;
  return toTable({ ...text, slices: scanned.slices.slice(1) }, scanned, header);
};
