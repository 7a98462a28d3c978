import { randomFrom, type Random } from "../random.ts";
import { groupOf } from "../person/choice.ts";
import type { SchoolPlan } from "../school/index.ts";

/** 1 has done it at home, 2 has led it in other schools, 3 has changed results in several. */
export type ExpertiseLevel = 1 | 2 | 3;

export type DemonstrationExpertise = {
  /** Code of the list of areas of expertise. */
  readonly area: string;
  readonly level: ExpertiseLevel;
  readonly evidence: string;
};

const evidenceByLevel: Readonly<Record<ExpertiseLevel, readonly string[]>> = {
  1: ["Leads this at the home school", "Trained by the hub and practising for two years"],
  2: ["Supported two schools in the zone; both asked again", "Ran the hub’s course for two years"],
  3: [
    "Three deployments with every objective met",
    "Home school well above the area for four years; supported four others",
  ],
};

const heads = ["whole-school-leadership", "new-head-mentoring", "teaching-and-learning"] as const;
const primaryAreas = [
  "phonics-and-early-reading",
  "maths",
  "writing",
  "early-years",
  "reading",
  "curriculum-sequencing",
  "attendance",
  "disadvantaged-pupils",
  "send",
] as const;
const secondaryAreas = [
  "behaviour",
  "english",
  "attendance",
  "maths",
  "science",
  "teaching-and-learning",
] as const;
const specialAreas = ["semh", "send", "autism", "ehc-plans", "behaviour"] as const;

const subjectsOf = (plan: SchoolPlan): readonly string[] => {
  const group = groupOf(plan);
  if (group === "special") return specialAreas;
  return group === "secondary" ? secondaryAreas : primaryAreas;
};

const levelOf = (plan: SchoolPlan, random: Random): ExpertiseLevel => {
  const felt = plan.strength + random.normal() * 0.5;
  if (felt > 1.4) return 3;
  return felt > 0.7 ? 2 : 1;
};

export type LeaderKind = "nle" | "lle" | "sle" | "nlg";

/** Turns through the subjects of the phase, so that nearly every area is held by somebody. */
const areasOf = (kind: LeaderKind, plan: SchoolPlan, position: number): readonly string[] => {
  if (kind === "nlg") return ["governance", "business-and-finance"];
  const subjects = subjectsOf(plan);
  const turn = [0, 1, 2, 3].flatMap((step) => {
    const subject = subjects[(position * 2 + step) % subjects.length];
    return subject === undefined ? [] : [subject];
  });
  return kind === "sle" ? turn.slice(0, 3) : [...heads, ...turn];
};

export const expertiseOf = (
  kind: LeaderKind,
  plan: SchoolPlan,
  position: number,
): readonly DemonstrationExpertise[] => {
  const random = randomFrom(`expertise:${plan.name}`);
  return [...new Set(areasOf(kind, plan, position))].map((area, index) => {
    const level = index === 0 ? (plan.strength > 1 ? 3 : 2) : levelOf(plan, random);
    return { area, level, evidence: random.pick(evidenceByLevel[level]) };
  });
};
