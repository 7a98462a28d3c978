import { isAscii } from "node:buffer";
import { refuseFile, type RefusedFile } from "./refusal.ts";

/** A run of whole lines: bytes from `start` up to `end`. `firstLine` counts from 1, as an editor does. */
export type Slice = {
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly isAscii: boolean;
};

export type Scan = {
  readonly ok: true;
  /** The first holds the header and nothing else. */
  readonly slices: readonly Slice[];
  /** Lines below the header that are not blank. */
  readonly lines: number;
  /** The last line that is not blank. */
  readonly lastLine: number;
  readonly lastFields: number;
};

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Below the 128 KiB from which V8 takes memory anew for each text. */
const sliceBytes = 98_304;

type Cursor = {
  at: number;
  line: number;
  fields: number;
  fieldStart: number;
  recordStart: number;
  recordLine: number;
  sliceStart: number;
  sliceLine: number;
  records: number;
  /** Records whose last cell stands in quotation marks. */
  quotedEnds: number;
  lastLine: number;
  lastFields: number;
  readonly slices: Slice[];
};

const startAt = (at: number): Cursor => ({
  at,
  line: 1,
  fields: 1,
  fieldStart: at,
  recordStart: at,
  recordLine: 1,
  sliceStart: at,
  sliceLine: 1,
  records: 0,
  quotedEnds: 0,
  lastLine: 1,
  lastFields: 1,
  slices: [],
});

const isEnd = (byte: number | undefined): boolean => byte === undefined || byte === lineFeed;

/** Behind a closing quotation mark: a comma or the end of the line. */
const isFieldEnd = (bytes: Buffer, at: number): boolean =>
  bytes[at] === comma || isEnd(bytes[bytes[at] === carriageReturn ? at + 1 : at]);

/** Moves from an opening quotation mark to just behind its closing one; −1 when it never closes. */
const skipQuoted = (bytes: Buffer, cursor: Cursor): number => {
  for (let at = cursor.at + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === lineFeed) {
      cursor.line += 1;
    } else if (byte === quote) {
      if (bytes[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return -1;
};

const passQuoted = (bytes: Buffer, cursor: Cursor): RefusedFile | undefined => {
  const opened = cursor.line;
  if (cursor.at !== cursor.fieldStart) return refuseFile({ kind: "broken-quotes", line: opened });
  const behind = skipQuoted(bytes, cursor);
  if (behind < 0) return refuseFile({ kind: "unclosed-quote", line: opened });
  if (!isFieldEnd(bytes, behind)) return refuseFile({ kind: "broken-quotes", line: cursor.line });
  cursor.at = behind;
  return undefined;
};

const endSlice = (bytes: Buffer, cursor: Cursor): void => {
  const { sliceStart: start, at: end, sliceLine: firstLine } = cursor;
  if (start === end) return;
  const ascii = isAscii(bytes.subarray(start, end));
  cursor.slices.push({ start, end, firstLine, isAscii: ascii });
  cursor.sliceStart = end;
  cursor.sliceLine = cursor.line;
};

const endRecord = (bytes: Buffer, cursor: Cursor): void => {
  const end = bytes[cursor.at - 1] === carriageReturn ? cursor.at - 1 : cursor.at;
  if (end <= cursor.recordStart) return;
  cursor.records += 1;
  if (bytes[end - 1] === quote) cursor.quotedEnds += 1;
  cursor.lastLine = cursor.recordLine;
  cursor.lastFields = cursor.fields;
};

const nextRecord = (bytes: Buffer, cursor: Cursor): void => {
  endRecord(bytes, cursor);
  cursor.at += 1;
  cursor.line += 1;
  cursor.fields = 1;
  cursor.fieldStart = cursor.at;
  cursor.recordStart = cursor.at;
  cursor.recordLine = cursor.line;
  if (cursor.slices.length === 0 || cursor.at - cursor.sliceStart >= sliceBytes)
    endSlice(bytes, cursor);
};

const nextField = (cursor: Cursor): void => {
  cursor.at += 1;
  cursor.fields += 1;
  cursor.fieldStart = cursor.at;
};

/**
 * Where every line before ends in a quoted cell, a file that ends in a bare comma has lost its last cell. Where lines end
 * without quotation marks, it is a blank cell.
 */
const breaksOffAfterComma = (bytes: Buffer, cursor: Cursor): boolean =>
  bytes[bytes.length - 1] === comma && cursor.records === cursor.quotedEnds;

/**
 * One pass over the bytes before anything is parsed: checks that every quotation mark stands where RFC 4180 allows
 * it, and cuts the file into runs of whole lines, so that a file can be refused before a single line of it is used.
 */
export const scan = (bytes: Buffer, from: number): Scan | RefusedFile => {
  const cursor = startAt(from);
  while (cursor.at < bytes.length) {
    const byte = bytes[cursor.at];
    if (byte === comma) nextField(cursor);
    else if (byte === lineFeed) nextRecord(bytes, cursor);
    else if (byte === quote) {
      const refused = passQuoted(bytes, cursor);
      if (refused !== undefined) return refused;
    } else cursor.at += 1;
  }
  if (breaksOffAfterComma(bytes, cursor)) cursor.fields -= 1;
  endRecord(bytes, cursor);
  endSlice(bytes, cursor);
  const { slices, lastLine, lastFields, records } = cursor;
  return { ok: true, slices, lines: Math.max(0, records - 1), lastLine, lastFields };
};
