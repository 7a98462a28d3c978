import type {
  GradedJudgements,
  InspectionRecord,
  IsoDate,
  OfstedGrade,
  ReportCard,
  ReportCardGrade,
  Urn,
} from "@alongside/domain/school";
import { addDays, daysBetween } from "@alongside/domain/calendar";
import { toDate, workingDayFrom } from "../calendar.ts";
import { randomFrom, type Random } from "../random.ts";
import { predecessorOn, type SchoolPlan } from "../school/index.ts";

/** Overall grades were given until 31 August 2024, four judgements alone until November 2025, report cards since. */
const overallEra = [toDate("2021-09-14"), toDate("2024-07-12")] as const;
const olderEra = [toDate("2014-01-14"), toDate("2020-03-06")] as const;
const judgementsEra = [toDate("2024-09-17"), toDate("2025-07-11")] as const;
const reportCardEra = [toDate("2025-11-25"), toDate("2026-06-26")] as const;

/** A weekday in school time between two dates. */
const dayWithin = ([from, to]: readonly [IsoDate, IsoDate], random: Random): IsoDate => {
  const drawn = workingDayFrom(addDays(from, random.whole(0, daysBetween(from, to))));
  const month = drawn.slice(5, 7);
  return month === "08" || month === "04" ? dayWithin([from, to], random) : drawn;
};

const gradeFor = (felt: number): OfstedGrade => {
  if (felt > 1.25) return "outstanding";
  if (felt > -1.0) return "good";
  return felt > -1.85 ? "requires-improvement" : "inadequate";
};

const cardGradeFor = (felt: number): ReportCardGrade => {
  if (felt > 2) return "exceptional";
  if (felt > 0.8) return "strong";
  if (felt > -0.75) return "expected";
  return felt > -2 ? "needs-attention" : "urgent";
};

const hasEarlyYears = ({ kind }: SchoolPlan): boolean =>
  ["nursery", "infant", "primary", "all-through"].includes(kind);
const hasSixthForm = ({ kind, urn }: SchoolPlan): boolean =>
  kind === "sixth-form" || kind === "all-through" || (kind === "secondary" && urn % 2 === 0);

const judgementsOf = (plan: SchoolPlan, random: Random): GradedJudgements => {
  const grade = (): OfstedGrade => gradeFor(plan.strength + random.normal() * 0.45);
  return {
    education: gradeFor(plan.strength + random.normal() * 0.2),
    behaviour: grade(),
    personalDevelopment: gradeFor(plan.strength + 0.5 + random.normal() * 0.4),
    leadership: grade(),
    earlyYears: hasEarlyYears(plan) ? grade() : null,
    sixthForm: hasSixthForm(plan) ? grade() : null,
  };
};

const reportCardOf = (plan: SchoolPlan, date: IsoDate, random: Random): ReportCard => {
  const grade = (): ReportCardGrade => cardGradeFor(plan.strength + random.normal() * 0.6);
  return {
    date,
    safeguarding: "met",
    concern: plan.strength < -1.7 ? "requires-significant-improvement" : null,
    areas: {
      inclusion: grade(),
      curriculum: grade(),
      achievement: cardGradeFor(plan.strength - 0.2 + random.normal() * 0.3),
      behaviour: grade(),
      personalDevelopment: cardGradeFor(plan.strength + 0.5),
      earlyYears: hasEarlyYears(plan) ? grade() : null,
      postSixteen: hasSixthForm(plan) ? grade() : null,
      leadership: grade(),
    },
  };
};

const nothing = { overall: null, judgements: null, reportCard: null } as const;

const older = (plan: SchoolPlan, random: Random): InspectionRecord => ({
  ...nothing,
  urn: plan.urn,
  latestDate: dayWithin(olderEra, random),
  overall: gradeFor(plan.strength * 0.7 + random.normal() * 0.5),
});

/** An overall grade goes with the education judgement: never two steps from it. */
const overallInspection = (plan: SchoolPlan, random: Random): InspectionRecord => {
  const judgements = judgementsOf(plan, random);
  return {
    ...nothing,
    urn: plan.urn,
    latestDate: dayWithin(overallEra, random),
    overall: judgements.education,
    judgements,
  };
};

const judgementsInspection = (plan: SchoolPlan, random: Random): InspectionRecord => ({
  ...nothing,
  urn: plan.urn,
  latestDate: dayWithin(judgementsEra, random),
  judgements: judgementsOf(plan, random),
});

const reportCardInspection = (plan: SchoolPlan, random: Random): InspectionRecord => {
  const date = dayWithin(reportCardEra, random);
  return {
    ...nothing,
    urn: plan.urn,
    latestDate: date,
    reportCard: reportCardOf(plan, date, random),
  };
};

const ownUrn =
  (plan: SchoolPlan) =>
  (record: InspectionRecord): InspectionRecord => {
    const before: Urn | undefined =
      record.latestDate === null ? undefined : predecessorOn(plan.name, record.latestDate);
    return before === undefined ? record : { ...record, urn: before };
  };

/**
 * The inspections of one school, oldest first: each under the framework of its day, none converted, and under the
 * predecessor's URN when it came before the change.
 */
export const inspectionsOf = (plan: SchoolPlan): readonly InspectionRecord[] => {
  const random = randomFrom(`inspection:${plan.name}`);
  const records = [
    older(plan, random),
    ...(random.chance(0.72) ? [overallInspection(plan, random)] : []),
    ...(random.chance(0.3) ? [judgementsInspection(plan, random)] : []),
    ...(random.chance(0.2) ? [reportCardInspection(plan, random)] : []),
  ];
  return records.map(ownUrn(plan));
};
