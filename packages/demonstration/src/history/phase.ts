import { phaseGroupOf, type PhaseGroup } from "@alongside/domain/partnership";
import { phases, type Phase } from "@alongside/domain/school";

/** The phases of a group, as a capacity line names them. */
export const phasesOfGroup = (group: Exclude<PhaseGroup, "all">): readonly Phase[] =>
  phases.filter((phase) => phaseGroupOf({ phase, setting: "mainstream" }) === group);
