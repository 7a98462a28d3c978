import type { CodeList } from "./code-list.ts";
import { leaderDeclineReasons, schoolDeclineReasons } from "./decline-reason.ts";
import { designationTypes } from "./designation.ts";
import { escalationReasons, escalationStages } from "./escalation.ts";
import { expertiseAreas } from "./expertise.ts";
import { measureCatalogue } from "./measure-catalogue.ts";
import { concernCategories, frameworks, needFocus, safeguardingGrades } from "./need-focus.ts";
import { defaultRates } from "./rate-card.ts";
import { reviewAreas, reviewJudgements, softIntelligence } from "./review-rubric.ts";
import { needBands, supportLevelPresets } from "./support-level.ts";
import { fundingSources, reviewSubjects, workModes } from "./work.ts";

/** Every list that a new partnership starts with, in the order in which an administrator meets them. */
export const defaultCodeLists: readonly CodeList[] = [
  designationTypes,
  expertiseAreas,
  workModes,
  reviewSubjects,
  ...frameworks.map((framework) => needFocus[framework]),
  safeguardingGrades,
  concernCategories,
  ...supportLevelPresets,
  needBands,
  reviewAreas,
  reviewJudgements,
  softIntelligence,
  leaderDeclineReasons,
  schoolDeclineReasons,
  escalationStages,
  escalationReasons,
  fundingSources,
  { id: "rate", label: "Day rates", entries: defaultRates },
  { id: "measure", label: "Measures", entries: measureCatalogue },
];
