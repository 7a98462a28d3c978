import type { CodeEntry, CodeList } from "./code-list.ts";

/** Ofsted's frameworks, newest first. Kept side by side; nothing here turns one into another. */
export const frameworks = ["report-card", "sub-judgements", "overall-grade"] as const;
export type Framework = (typeof frameworks)[number];

export type FocusList = CodeList & {
  readonly framework: Framework;
  /** When inspections used the framework, in words. */
  readonly period: string;
  readonly grades: readonly CodeEntry[];
};

const numberedGrades: readonly CodeEntry[] = [
  { code: "1", label: "1 Outstanding" },
  { code: "2", label: "2 Good" },
  { code: "3", label: "3 Requires improvement" },
  { code: "4", label: "4 Inadequate" },
];

/** What a need may be about, in the words of each of Ofsted's frameworks. */
export const needFocus: Readonly<Record<Framework, FocusList>> = {
  "report-card": {
    id: "need-focus-report-card",
    label: "Report card areas",
    framework: "report-card",
    period: "since November 2025",
    entries: [
      { code: "leadership-and-governance", label: "Leadership and governance" },
      { code: "curriculum-and-teaching", label: "Curriculum and teaching" },
      { code: "achievement", label: "Achievement" },
      { code: "attendance-and-behaviour", label: "Attendance and behaviour" },
      { code: "personal-development-and-wellbeing", label: "Personal development and wellbeing" },
      { code: "inclusion", label: "Inclusion" },
      { code: "early-years", label: "Early years" },
      { code: "post-16", label: "Post-16" },
      { code: "safeguarding", label: "Safeguarding", help: "Met or not met; not graded" },
    ],
    grades: [
      { code: "exceptional", label: "Exceptional" },
      { code: "strong-standard", label: "Strong standard" },
      { code: "expected-standard", label: "Expected standard" },
      { code: "needs-attention", label: "Needs attention" },
      { code: "urgent-improvement", label: "Urgent improvement" },
    ],
  },
  "sub-judgements": {
    id: "need-focus-sub-judgements",
    label: "Four judgements",
    framework: "sub-judgements",
    period: "September 2024 to November 2025",
    entries: [
      { code: "quality-of-education", label: "Quality of education" },
      { code: "behaviour-and-attitudes", label: "Behaviour and attitudes" },
      { code: "personal-development", label: "Personal development" },
      { code: "leadership-and-management", label: "Leadership and management" },
    ],
    grades: numberedGrades,
  },
  "overall-grade": {
    id: "need-focus-overall-grade",
    label: "Overall effectiveness",
    framework: "overall-grade",
    period: "before September 2024",
    entries: [{ code: "overall-effectiveness", label: "Overall effectiveness" }],
    grades: numberedGrades,
  },
};

/** Safeguarding on a report card is met or not. */
export const safeguardingGrades: CodeList = {
  id: "safeguarding-grade",
  label: "Safeguarding",
  entries: [
    { code: "met", label: "Met" },
    { code: "not-met", label: "Not met" },
  ],
};

/** Ofsted's categories of concern. */
export const concernCategories: CodeList = {
  id: "concern-category",
  label: "Categories of concern",
  entries: [
    { code: "requires-significant-improvement", label: "Requires significant improvement" },
    { code: "special-measures", label: "Special measures" },
  ],
};
