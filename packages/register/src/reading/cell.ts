import { isLaCode, isUrn, type IsoDate, type LaCode, type Urn } from "@alongside/domain/school";

/** A cell that holds something other than what its column is for. */
export const unreadable = Symbol("unreadable");
export type Unreadable = typeof unreadable;

/** The cell as stated, without outer spaces; `null` when blank. `Not applicable` and its kin are kept: they differ from blank. */
export const toText = (cell: string): string | null => {
  const text = cell.trim();
  return text === "" ? null : text;
};

const toIsoDate = (year: string, month: string, day: string): IsoDate | Unreadable => {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isRealDate(date) ? date : unreadable;
};

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** By arithmetic: a `Date` for every cell takes a tenth of the whole reading time. */
const isRealDate = (date: string): date is IsoDate => {
  const [year, month, day] = [
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)),
    Number(date.slice(8, 10)),
  ];
  const last = month === 2 && isLeap(year) ? 29 : (daysIn[month - 1] ?? 0);
  return date.length === 10 && day >= 1 && day <= last;
};

const dayFirst = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?: 00:00(?::00)?)?$/;
const yearFirst = /^(\d{4})-?(\d{2})-?(\d{2})$/;

/** GIAS writes this day where the date is not known. */
const placeholder = "1900-01-01";

const parseDate = (text: string): IsoDate | Unreadable => {
  const [, day = "", month = "", year = ""] = dayFirst.exec(text) ?? [];
  if (year !== "") return toIsoDate(year, month, day);
  const [, y = "", m = "", d = ""] = yearFirst.exec(text) ?? [];
  return y === "" ? unreadable : toIsoDate(y, m, d);
};

/** A day written dd-mm-yyyy, dd/mm/yyyy, yyyy-mm-dd or yyyymmdd. Blank and the placeholder 01-01-1900 are `null`. */
export const toDate = (cell: string): IsoDate | null | Unreadable => {
  const text = cell.trim();
  if (text === "") return null;
  const date = parseDate(text);
  return date === placeholder ? null : date;
};

/** A whole number of nought or more; thousands commas and a bare `.0` are allowed. */
export const toCount = (cell: string): number | null | Unreadable => {
  const text = cell.trim();
  if (text === "") return null;
  const plain = Number(text);
  if (plain >= 0 && plain < 1e9 && String(plain) === text && Number.isInteger(plain)) return plain;
  if (!/^(\d{1,9}|\d{1,3}(,\d{3})+)(\.0+)?$/.test(text)) return unreadable;
  return Number(text.replaceAll(",", ""));
};

/** A share of 0–100, written 49.5 or 49.5%. */
export const toPercentage = (cell: string): number | null | Unreadable => {
  const text = cell.trim();
  if (text === "") return null;
  if (!/^\d{1,3}(\.\d+)?\s?%?$/.test(text)) return unreadable;
  const share = Number(text.replace(/\s?%$/, ""));
  return share <= 100 ? share : unreadable;
};

export const toUrn = (cell: string): Urn | null => {
  const text = cell.trim();
  const urn = /^\d{6}$/.test(text) ? Number(text) : 0;
  return isUrn(urn) ? urn : null;
};

export const toLaCode = (cell: string): LaCode | null => {
  const text = cell.trim();
  return isLaCode(text) ? text : null;
};
