import { defaultLimitBytes, readBytes, type Source } from "./bytes.ts";
import { splitLines, type Line } from "./cells.ts";
import {
  decode,
  detectEncoding,
  findGarbled,
  fromLatin1,
  hasControl,
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

export type { Line } from "./cells.ts";

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

const textOf = ({ bytes, encoding }: Text, { start, end, isAscii }: Slice): string =>
  decode(bytes.subarray(start, end), isAscii ? "ascii" : encoding);

const withoutControls = (line: Line): Line =>
  line.cells.some(hasControl) ? { ...line, cells: line.cells.map(fromLatin1) } : line;

const latin1Of = ({ bytes }: Text, { start, end }: Slice): string =>
  bytes.toString("latin1", start, end);

/**
 * Windows-1252 is taken apart as Latin-1 and put right line by line: one curly apostrophe in a run would make all of it
 * text of two bytes a letter, which everything after is slower with.
 */
const parseLines = (text: Text, slice: Slice): readonly Line[] => {
  if (text.encoding !== "windows-1252" || slice.isAscii)
    return splitLines(textOf(text, slice), slice.firstLine);
  const latin1 = latin1Of(text, slice);
  const lines = splitLines(latin1, slice.firstLine);
  return hasControl(latin1) ? lines.map(withoutControls) : lines;
};

/** Whether a slice may hold garbled letters: Windows-1252 that is read as Latin-1 shows all of them, and some that are none. */
const mayBeGarbled = (text: Text, slice: Slice): boolean => {
  if (slice.isAscii) return false;
  const rough = text.encoding === "windows-1252" ? latin1Of(text, slice) : textOf(text, slice);
  return findGarbled(rough) !== undefined;
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
    if (!mayBeGarbled(body, slice)) continue;
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
  return head === undefined ? [] : (parseLines(text, head)[0]?.cells ?? []);
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
