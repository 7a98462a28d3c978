import type { Instant } from "../calendar/index.ts";
import type { Direction } from "../code-list/index.ts";
import type { PersonId } from "../identity/index.ts";
import type { IsoDate } from "../school/index.ts";
import type { ObjectiveId } from "./objective-id.ts";

/** What should change, by which measure, from where to where. Unit and direction belong to the measure. */
export type Objective = {
  /** Stays through every version: readings and notes of visits name their objective by it. */
  readonly id: ObjectiveId;
  readonly text: string;
  readonly measure: {
    readonly code: string;
    /** What the measure was called when the objective was agreed. */
    readonly label: string;
    readonly unit: string;
    readonly direction: Direction;
  };
  readonly baseline: { readonly value: number; readonly date: IsoDate; readonly source: string };
  readonly target: { readonly value: number; readonly by: IsoDate };
};

/** Who pays for how many half-days, at a rate in whole pence a day and with its share for brokering in per cent. */
export type FundingLine = {
  readonly source: string;
  readonly halfDays: number;
  readonly pencePerDay: number;
  readonly brokerageShare: number;
};

/** What three people sign. Dates are inclusive. */
export type AgreementTerms = {
  readonly objectives: readonly Objective[];
  readonly halfDays: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly pattern: string;
  readonly roles: string;
  readonly confidentiality: string;
  readonly funding: readonly FundingLine[];
  readonly exitStrategy: string;
};

export const signatories = ["supported-head", "leader", "home-school-head"] as const;
/** The three who sign (Product rules, §2: deployment). */
export type Signatory = (typeof signatories)[number];

export type Signature = {
  readonly signatory: Signatory;
  readonly person: PersonId;
  readonly typedName: string;
  readonly at: Instant;
  /** How the consent was given, when somebody else signed on behalf of the signatory; `null` for an own signature. */
  readonly onBehalf: string | null;
};

/** A version of the agreement. The hash is of its terms, as whoever issued it computed it. */
export type AgreementVersion = {
  readonly number: number;
  readonly hash: string;
  readonly terms: AgreementTerms;
  readonly signatures: readonly Signature[];
};

export type TermsField = keyof AgreementTerms;

export type TermsRefusal =
  | { readonly kind: "terms-incomplete"; readonly missing: readonly TermsField[] }
  | { readonly kind: "dates-out-of-order"; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: "not-half-days"; readonly given: number }
  | { readonly kind: "funding-does-not-add-up"; readonly funded: number; readonly agreed: number }
  | { readonly kind: "target-not-better"; readonly objective: number };

const isMissing = (value: string | number | readonly unknown[]): boolean =>
  typeof value === "string"
    ? value.trim() === ""
    : typeof value === "number"
      ? value === 0
      : value.length === 0;

const allFields: readonly TermsField[] = [
  "objectives",
  "halfDays",
  "from",
  "to",
  "pattern",
  "roles",
  "confidentiality",
  "funding",
  "exitStrategy",
];

const isBackwards = ({ measure, baseline, target }: Objective): boolean =>
  measure.direction === "up" ? target.value < baseline.value : target.value > baseline.value;

/**
 * An agreement names objectives each with a measure, days, dates, pattern, roles, confidentiality, funding and exit
 * strategy; funding covers its days; no target is worse than its baseline (Product rules, §2: deployment).
 */
export const faultOfTerms = (terms: AgreementTerms): TermsRefusal | undefined => {
  const missing = allFields.filter((field) => isMissing(terms[field]));
  if (missing.length > 0) return { kind: "terms-incomplete", missing };
  const { halfDays, from, to, funding, objectives } = terms;
  if (!Number.isInteger(halfDays) || halfDays < 0)
    return { kind: "not-half-days", given: halfDays };
  if (to < from) return { kind: "dates-out-of-order", from, to };
  const funded = funding.reduce((sum, line) => sum + line.halfDays, 0);
  if (funded !== halfDays) return { kind: "funding-does-not-add-up", funded, agreed: halfDays };
  const objective = objectives.findIndex(isBackwards);
  return objective === -1 ? undefined : { kind: "target-not-better", objective };
};

/** Which of the three have not signed a version yet. */
export const missingSignatories = ({
  signatures,
}: Pick<AgreementVersion, "signatures">): readonly Signatory[] =>
  signatories.filter((signatory) => !signatures.some((given) => given.signatory === signatory));
