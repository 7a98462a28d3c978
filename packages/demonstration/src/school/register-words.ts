import type { Phase, Setting } from "@alongside/domain/school";
import { isAcademy, type Governance, type Kind, type SchoolPlan } from "./plan.ts";

const phaseByKind: Readonly<Record<Kind, Phase>> = {
  nursery: "nursery",
  infant: "primary",
  junior: "primary",
  primary: "primary",
  secondary: "secondary",
  "all-through": "all-through",
  "sixth-form": "16-plus",
  special: "not-applicable",
  pru: "not-applicable",
  "alternative-provision": "not-applicable",
};
export const phaseOf = (kind: Kind): Phase => phaseByKind[kind];

export const settingOf = (kind: Kind): Setting =>
  kind === "special" || kind === "pru" || kind === "alternative-provision" ? kind : "mainstream";

const plainTypes: Readonly<Record<Governance, string>> = {
  community: "Community school",
  "voluntary-aided": "Voluntary aided school",
  "voluntary-controlled": "Voluntary controlled school",
  foundation: "Foundation school",
  converter: "Academy converter",
  sponsored: "Academy sponsor led",
  free: "Free schools",
};

const specialTypes: Partial<Record<Governance, string>> = {
  community: "Community special school",
  converter: "Academy special converter",
  sponsored: "Academy special sponsor led",
  free: "Free schools special",
};

/** The type of establishment in the words of GIAS. */
export const typeOf = (kind: Kind, governance: Governance): string => {
  if (kind === "nursery") return "Local authority nursery school";
  if (kind === "pru") return "Pupil referral unit";
  if (kind === "alternative-provision") return "Academy alternative provision converter";
  if (kind === "sixth-form") return "Free schools 16 to 19";
  return (kind === "special" ? specialTypes[governance] : undefined) ?? plainTypes[governance];
};

export const typeGroupOf = (kind: Kind, governance: Governance): string => {
  if (governance === "free") return "Free Schools";
  if (isAcademy(governance)) return "Academies";
  return kind === "special" ? "Special schools" : "Local authority maintained schools";
};

export const openReasonOf = (governance: Governance): string => {
  if (governance === "converter") return "Academy Converter";
  if (governance === "sponsored") return "New Provision";
  return governance === "free" ? "Academy Free School" : "Not applicable";
};

const agesByKind: Readonly<Record<Kind, readonly [low: number, high: number]>> = {
  nursery: [2, 5],
  infant: [4, 7],
  junior: [7, 11],
  primary: [3, 11],
  secondary: [11, 16],
  "all-through": [4, 18],
  "sixth-form": [16, 19],
  special: [3, 19],
  pru: [11, 16],
  "alternative-provision": [5, 16],
};

/** Every second secondary keeps its pupils to 18; village schools start at four. */
export const agesOf = (
  plan: Pick<SchoolPlan, "kind" | "urn" | "settlement">,
): readonly [low: number, high: number] => {
  const [low, high] = agesByKind[plan.kind];
  if (plan.kind === "secondary" && plan.urn % 2 === 0) return [low, 18];
  return plan.kind === "primary" && plan.settlement.kind === "village" ? [4, high] : [low, high];
};

export const sixthFormOf = (kind: Kind, highAge: number): string => {
  if (kind === "secondary" || kind === "all-through" || kind === "special") {
    return highAge > 16 ? "Has a sixth form" : "Does not have a sixth form";
  }
  return kind === "sixth-form" ? "Has a sixth form" : "Not applicable";
};

export const religionOf = ({ faith, governance }: SchoolPlan): string => {
  if (faith === "catholic") return "Roman Catholic";
  if (faith === "church-of-england") return "Church of England";
  return isAcademy(governance) ? "None" : "Does not apply";
};
