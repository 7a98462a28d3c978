import { dateOf, monthOf, yearOf } from "../calendar/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { IsoDate } from "../school/index.ts";

/** Kinds of record that are kept for a time and no longer (UK GDPR, article 5(1)(e): storage limitation). */
export const retentionKinds = [
  "sent-mail",
  "invitation",
  "answer-link",
  "private-words",
  "attached-file",
  "visit-note",
  "departed-person",
  "event-words",
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export type RetentionTerm = {
  /** Months that hold where an area has not chosen. */
  readonly months: number;
  readonly least: number;
  readonly most: number;
};

const term = (months: number, least: number, most: number): RetentionTerm => ({
  months,
  least,
  most,
});

/**
 * How long each kind is kept: from when a mail went out, a link or invitation was over, a need was closed, a visit took place, a person
 * left their last part, and a line of the log was written. Seven years is what the limitation of claims and the audit of public money ask.
 */
export const retentionTerms: Readonly<Record<RetentionKind, RetentionTerm>> = {
  "sent-mail": term(12, 1, 36),
  invitation: term(12, 1, 36),
  "answer-link": term(6, 1, 24),
  "private-words": term(24, 6, 84),
  "attached-file": term(36, 6, 84),
  "visit-note": term(84, 24, 120),
  "departed-person": term(24, 6, 84),
  "event-words": term(84, 24, 120),
};

export type RetentionRefusal =
  | { readonly kind: "retention-term-wrong"; readonly least: number; readonly most: number }
  /** Something about it is kept for a claim, an inquiry or a complaint. */
  | { readonly kind: "on-legal-hold" }
  /** The person still plays a part: shut the account, or end their roles, first. */
  | { readonly kind: "still-has-a-part" };

/** A term lies between the least and the most months of its kind. */
export const checkTerm = (
  kind: RetentionKind,
  months: number,
): Result<number, RetentionRefusal> => {
  const { least, most } = retentionTerms[kind];
  const isWithin = Number.isInteger(months) && months >= least && months <= most;
  return isWithin ? accepted(months) : refused({ kind: "retention-term-wrong", least, most });
};

const lastDayOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day so many months before another: what ended before it has been kept for its term. The 31st becomes the last day of a shorter month. */
export const cutOffOf = (today: IsoDate, months: number): IsoDate => {
  const whole = yearOf(today) * 12 + monthOf(today) - 1 - months;
  const [year, month] = [Math.floor(whole / 12), (whole % 12) + 1];
  return dateOf(year, month, Math.min(Number(today.slice(8, 10)), lastDayOf(year, month)));
};
