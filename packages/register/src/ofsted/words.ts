import type { OfstedGrade, ReportCard, ReportCardGrade } from "@alongside/domain/school";
import { unreadable, type Unreadable } from "../reading/cell.ts";

const grades: ReadonlyMap<string, OfstedGrade> = new Map([
  ["outstanding", "outstanding"],
  ["good", "good"],
  ["requires improvement", "requires-improvement"],
  ["inadequate", "inadequate"],
]);

const cardGrades: ReadonlyMap<string, ReportCardGrade> = new Map([
  ["exceptional", "exceptional"],
  ["strong", "strong"],
  ["strong standard", "strong"],
  ["expected", "expected"],
  ["expected standard", "expected"],
  ["needs attention", "needs-attention"],
  ["urgent", "urgent"],
  ["urgent improvement", "urgent"],
]);

const safeguardings: ReadonlyMap<string, NonNullable<ReportCard["safeguarding"]>> = new Map([
  ["met", "met"],
  ["not met", "not-met"],
]);

const concerns: ReadonlyMap<string, NonNullable<ReportCard["concern"]>> = new Map([
  ["sm", "special-measures"],
  ["special measures", "special-measures"],
  ["rsi", "requires-significant-improvement"],
  ["requires significant improvement", "requires-significant-improvement"],
]);

const reading =
  <Word>(words: ReadonlyMap<string, Word>) =>
  (cell: string): Word | null | Unreadable => {
    const plain = cell.trim().toLowerCase().replaceAll("-", " ");
    return plain === "" ? null : (words.get(plain) ?? unreadable);
  };

export const toGrade = reading(grades);
export const toCardGrade = reading(cardGrades);
export const toSafeguarding = reading(safeguardings);
export const toConcern = reading(concerns);
