import { stringify } from "csv-stringify/sync";

/** An amount in whole pence: pounds with two places in a file. */
export type Amount = { readonly pence: number };
export type Cell = string | number | Amount | null;

/** A list as a file has it: each row with the same columns, by their names. */
export type Rows = readonly Readonly<Record<string, Cell>>[];

const toText = (cell: Cell): string | number | null =>
  typeof cell === "object" && cell !== null ? (cell.pence / 100).toFixed(2) : cell;

const toTextRow = (row: Rows[number]) =>
  Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, toText(cell)]));

/** A list as a spreadsheet opens it: with a byte order mark, and no cell that starts a formula. */
export const toCsv = (rows: Rows): string =>
  stringify(rows.map(toTextRow), {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });

/** A cell of a workbook: words, a number, pounds, a day, or a day and a time. Days are counted as spreadsheets do, from 1900. */
export type SheetCell =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "number" | "pounds" | "day" | "moment"; readonly value: number }
  | null;

export type Sheet = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
};

const dayLength = 86_400_000;
const firstDay = Date.UTC(1899, 11, 30);
const isDay = /^\d{4}-\d\d-\d\d$/;
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const londonParts = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "medium",
  timeZone: "Europe/London",
});

/** What a clock in London shows, as a spreadsheet counts: it knows no time zones. */
const londonSerial = (instant: string): number => {
  const shown = londonParts.format(new Date(instant)).replace(" ", "T");
  return (Date.parse(`${shown}Z`) - firstDay) / dayLength;
};

const longest = 32_767;
const startsFormula = /^[=+\-@\t\r＝＋－＠]/;
/** What XML cannot hold: control characters other than tab and line end, and what is no character. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;

/** Words as they are; an apostrophe before what a spreadsheet would take for a formula once it is saved as CSV. */
const toWords = (text: string): SheetCell => {
  const clean = text.replaceAll(unwritable, "").toWellFormed();
  const guarded = startsFormula.test(clean) ? `'${clean}` : clean;
  return { kind: "words", text: guarded.slice(0, longest) };
};

/** Numbers stay numbers, days and instants become days and times; everything else is words. */
export const toSheetCell = (cell: Cell): SheetCell => {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { kind: "number", value: cell };
  if (typeof cell === "object") return { kind: "pounds", value: cell.pence / 100 };
  if (isDay.test(cell)) return { kind: "day", value: (Date.parse(cell) - firstDay) / dayLength };
  return isMoment.test(cell) ? { kind: "moment", value: londonSerial(cell) } : toWords(cell);
};

export const toSheet = (rows: Rows): Sheet => ({
  columns: Object.keys(rows[0] ?? {}),
  rows: rows.map((row) => Object.values(row).map(toSheetCell)),
});
