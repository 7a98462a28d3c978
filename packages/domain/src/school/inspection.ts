import type { IsoDate, Urn } from "./school.ts";

/** Ofsted's four-point grade, used for the overall grade (until September 2024) and for graded judgements. */
export const ofstedGrades = ["outstanding", "good", "requires-improvement", "inadequate"] as const;
export type OfstedGrade = (typeof ofstedGrades)[number];

/** Ofsted's five-point scale on report cards, in use since November 2025. */
export const reportCardGrades = [
  "exceptional",
  "strong",
  "expected",
  "needs-attention",
  "urgent",
] as const;
export type ReportCardGrade = (typeof reportCardGrades)[number];

/** The graded judgements of the inspection framework; `null` where none was made. */
export type GradedJudgements = {
  readonly education: OfstedGrade | null;
  readonly behaviour: OfstedGrade | null;
  readonly personalDevelopment: OfstedGrade | null;
  readonly leadership: OfstedGrade | null;
  readonly earlyYears: OfstedGrade | null;
  readonly sixthForm: OfstedGrade | null;
};

export type ReportCardAreas = {
  readonly inclusion: ReportCardGrade | null;
  readonly curriculum: ReportCardGrade | null;
  readonly achievement: ReportCardGrade | null;
  readonly behaviour: ReportCardGrade | null;
  readonly personalDevelopment: ReportCardGrade | null;
  readonly earlyYears: ReportCardGrade | null;
  readonly postSixteen: ReportCardGrade | null;
  readonly leadership: ReportCardGrade | null;
};

export type ReportCard = {
  readonly date: IsoDate;
  readonly safeguarding: "met" | "not-met" | null;
  readonly concern: "special-measures" | "requires-significant-improvement" | null;
  readonly areas: ReportCardAreas;
};

/**
 * The latest inspection of one school, its three frameworks kept apart: none is ever translated into another.
 * A school that became an academy may still show its predecessor's grade: compare `latestDate` with the opening date.
 */
export type InspectionRecord = {
  readonly urn: Urn;
  readonly latestDate: IsoDate | null;
  readonly overall: OfstedGrade | null;
  readonly judgements: GradedJudgements | null;
  readonly reportCard: ReportCard | null;
};
