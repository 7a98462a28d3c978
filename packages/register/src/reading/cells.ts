const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A line of cells. `number` counts from 1 with the header, as an editor shows it. */
export type Line = { readonly number: number; readonly cells: readonly string[] };

type Cursor = { at: number };

/** What stands in quotation marks; the scan before has seen that they close. */
const readQuoted = (text: string, cursor: Cursor): string => {
  const start = cursor.at + 1;
  let close = text.indexOf('"', start);
  const isDoubled = text.charCodeAt(close + 1) === quote;
  while (text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
  cursor.at = close + 1;
  if (text.charCodeAt(cursor.at) === carriageReturn) cursor.at += 1;
  const cell = text.slice(start, close);
  return isDoubled ? cell.replaceAll('""', '"') : cell;
};

const readPlain = (text: string, cursor: Cursor): string => {
  const start = cursor.at;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === comma || code === lineFeed) break;
  }
  cursor.at = at;
  const endsLine = at === text.length || text.charCodeAt(at) === lineFeed;
  return text.slice(start, endsLine && text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at);
};

const readCells = (text: string, cursor: Cursor): readonly string[] => {
  const cells: string[] = [];
  for (;;) {
    const isQuoted = text.charCodeAt(cursor.at) === quote;
    cells.push(isQuoted ? readQuoted(text, cursor) : readPlain(text, cursor));
    const isLast = text.charCodeAt(cursor.at) !== comma;
    cursor.at += 1;
    if (isLast) return cells;
  }
};

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === "";

/** How many lines of the file a line of cells takes: cells in quotation marks may run on. */
const heightOf = (text: string, start: number, end: number): number => {
  let height = 1;
  let at = text.indexOf("\n", start);
  for (; at >= 0 && at < end - 1; at = text.indexOf("\n", at + 1)) height += 1;
  return height;
};

/**
 * Takes apart a run of whole lines that `scan` has found to keep to RFC 4180; blank lines are left out.
 * A quotation mark stands only where a cell begins, so that every other cell is what stands between two commas.
 */
export const splitLines = (text: string, firstLine: number): readonly Line[] => {
  const lines: Line[] = [];
  const cursor: Cursor = { at: 0 };
  let number = firstLine;
  while (cursor.at < text.length) {
    const start = cursor.at;
    const cells = readCells(text, cursor);
    if (!isBlank(cells)) lines.push({ number, cells });
    number += heightOf(text, start, cursor.at);
  }
  return lines;
};
