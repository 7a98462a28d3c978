import { phasesOfGroup } from "./phase.ts";
import type { PersonId } from "@alongside/domain/identity";
import type { Phase } from "@alongside/domain/school";
import { zoneAt } from "../geography/zone.ts";
import type { DemonstrationLeader } from "../leader/index.ts";
import { actsForItself, groupOf } from "../person/choice.ts";
import { personIdOf } from "../person/person.ts";
import { headKeyOf } from "../person/school-people.ts";
import type { SchoolPlan } from "../school/index.ts";
import type { Actor } from "./cast.ts";

/** The coordinator of the school's zone; one person looks after secondary schools and specialist settings. */
export const coordinatorOf = (plan: SchoolPlan): PersonId => {
  const zone = zoneAt(plan.point, groupOf(plan));
  return personIdOf(
    zone === undefined || zone.phaseGroup !== "primary"
      ? "coordinator-zone-secondary"
      : `coordinator-${zone.id}`,
  );
};

/** The head, or the coordinator on behalf of a school that never signs in. */
export const schoolActorOf = (plan: SchoolPlan): Actor =>
  actsForItself(plan)
    ? { personId: personIdOf(headKeyOf(plan)), onBehalf: false }
    : { personId: coordinatorOf(plan), onBehalf: true };

export const phasesServed = (leader: DemonstrationLeader): readonly Phase[] =>
  leader.phaseGroups.flatMap(phasesOfGroup);
