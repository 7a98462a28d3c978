import type { AbsenceReason, Figure } from "@alongside/domain/school";
import { unreadable, type Unreadable } from "../reading/cell.ts";

/** Words and signs that performance tables and DfE statistics put in place of a number. */
const absences: ReadonlyMap<string, AbsenceReason> = new Map([
  ["", "blank"],
  ["supp", "suppressed"],
  ["c", "suppressed"],
  ["ne", "no-entries"],
  ["np", "not-published"],
  ["lowcov", "low-coverage"],
  ["low", "low-coverage"],
  ["na", "not-applicable"],
  ["n/a", "not-applicable"],
  ["z", "not-applicable"],
  ["x", "not-available"],
  ["-", "not-available"],
  [".", "not-available"],
  ["..", "not-available"],
  [":", "not-available"],
]);

const numeral = /^-?\d+(\.\d+)?(e-?\d+)?$/i;

/** Spreadsheets write 6.3820000000000002E-2 for 0.06382. */
const withoutNoise = (value: number): number => Number(value.toFixed(8));

/** A figure, written 49.5, 49.5% or 4.95E1, or the reason for its absence. */
export const toFigure = (cell: string): Figure | Unreadable => {
  const text = cell.trim();
  const reason = absences.get(text.toLowerCase());
  if (reason !== undefined) return { kind: "absent", reason };
  const digits = text.replace(/\s?%$/, "");
  if (!numeral.test(digits)) return unreadable;
  return { kind: "stated", value: withoutNoise(Number(digits)) };
};

const within =
  (holds: (value: number) => boolean) =>
  (cell: string): Figure | Unreadable => {
    const figure = toFigure(cell);
    return figure !== unreadable && figure.kind === "stated" && !holds(figure.value)
      ? unreadable
      : figure;
  };

/** A share of 0–100. */
export const toShare = within((value) => value >= 0 && value <= 100);

/** A whole number of pupils. */
export const toHeadcount = within((value) => Number.isInteger(value) && value >= 0);
