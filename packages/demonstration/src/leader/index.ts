import type { Designation } from "@alongside/domain/code-list";
import type { OrganisationId, PersonId, ZoneId } from "@alongside/domain/identity";
import type { PhaseGroup } from "@alongside/domain/partnership";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { zones } from "../geography/zone.ts";
import { groupOf, homeSchools } from "../person/choice.ts";
import { hubId, personIdOf } from "../person/person.ts";
import { headKeyOf, leaderKeyOf } from "../person/school-people.ts";
import { randomFrom } from "../random.ts";
import type { SchoolPlan } from "../school/index.ts";
import { designationOf } from "./designation.ts";
import { expertiseOf, type DemonstrationExpertise, type LeaderKind } from "./expertise.ts";

/** Someone who leads in other schools, with the home school that lets them go. */
export type DemonstrationLeader = {
  readonly personId: PersonId;
  /** The place among the leaders, from 0: what singles some of them out in the story. */
  readonly position: number;
  readonly kind: LeaderKind;
  readonly homeUrn: Urn;
  /** Who answers for the home school. */
  readonly homeHeadId: PersonId;
  /** The organisation that looks after the leader's days, if any. */
  readonly organisationId: OrganisationId | null;
  readonly designations: readonly Designation[];
  readonly expertise: readonly DemonstrationExpertise[];
  readonly phaseGroups: readonly Exclude<PhaseGroup, "all">[];
  readonly zoneIds: readonly ZoneId[];
  readonly maxKm: number;
  readonly maxSchools: number;
  /** Codes of the list of ways of working. */
  readonly modes: readonly string[];
};

const homes: readonly (readonly [LeaderKind, SchoolPlan])[] = [
  ...homeSchools.nationalLeaders.map((plan) => ["nle", plan] as const),
  ...homeSchools.localLeaders.map((plan) => ["lle", plan] as const),
  ...homeSchools.specialists.map((plan) => ["sle", plan] as const),
  ...homeSchools.governors.map((plan) => ["nlg", plan] as const),
];

const modesByKind: Readonly<Record<LeaderKind, readonly string[]>> = {
  nle: ["diagnostic", "coaching", "executive-or-interim-leadership", "review"],
  lle: ["coaching", "new-head-mentoring", "action-planning", "review"],
  sle: ["modelling-and-team-teaching", "facilitation-and-training", "coaching"],
  nlg: ["review", "coaching"],
};

/** Governors and special-school leaders serve every phase; others their own and, sometimes, special schools. */
const servedBy = (kind: LeaderKind, plan: SchoolPlan): DemonstrationLeader["phaseGroups"] => {
  const group = groupOf(plan);
  if (kind === "nlg" || group === "special") return ["primary", "secondary", "special"];
  return kind === "nle" ? [group, "special"] : [group];
};

const leaderAt =
  (today: IsoDate) =>
  ([kind, plan]: (typeof homes)[number], position: number): DemonstrationLeader => {
    const random = randomFrom(`leader:${plan.name}`);
    const phaseGroups = servedBy(kind, plan);
    return {
      personId: personIdOf(leaderKeyOf(plan)),
      position,
      kind,
      homeUrn: plan.urn,
      homeHeadId: personIdOf(headKeyOf(plan)),
      organisationId: kind === "sle" ? hubId : null,
      designations: [designationOf(kind, position, today)],
      expertise: expertiseOf(kind, plan, position),
      phaseGroups,
      zoneIds: zones
        .filter(({ phaseGroup }) => phaseGroups.some((group) => group === phaseGroup))
        .map(({ id }) => id),
      maxKm: random.whole(14, 34),
      maxSchools: kind === "nle" ? 3 : 2,
      modes: modesByKind[kind],
    };
  };

export const leadersOn = (today: IsoDate): readonly DemonstrationLeader[] =>
  homes.map(leaderAt(today));

export type { DemonstrationExpertise, ExpertiseLevel, LeaderKind } from "./expertise.ts";
