import type { Phase, Setting } from "../school/index.ts";

/** Metres east and north on the National Grid (OSGB36). */
export type GridPoint = readonly [easting: number, northing: number];

/** A zone serves all phases, or one group of them (Product rules, §3: zone). */
export const phaseGroups = ["all", "primary", "secondary", "special"] as const;
export type PhaseGroup = (typeof phaseGroups)[number];

const groupByPhase = {
  nursery: "primary",
  primary: "primary",
  "middle-deemed-primary": "primary",
  secondary: "secondary",
  "middle-deemed-secondary": "secondary",
  "16-plus": "secondary",
  "all-through": "secondary",
  "not-applicable": "special",
} as const satisfies Record<Phase, PhaseGroup>;

/** The phase group of a school: special schools, PRUs and alternative provision are a group of their own. */
export const phaseGroupOf = (school: {
  readonly phase: Phase;
  readonly setting: Setting;
}): Exclude<PhaseGroup, "all"> => groupByPhase[school.phase];

export type SchoolGroup = Exclude<PhaseGroup, "all">;

/** All groups to which a school belongs: an all-through school is at home in a primary and in a secondary zone. */
export const phaseGroupsOf = (school: {
  readonly phase: Phase;
  readonly setting: Setting;
}): readonly SchoolGroup[] =>
  school.phase === "all-through" ? ["primary", "secondary"] : [phaseGroupOf(school)];

/** Whether two zones could claim the same school for the same phase group: a school is in one of them at most. */
export const groupsOverlap = (one: PhaseGroup, other: PhaseGroup): boolean =>
  one === "all" || other === "all" || one === other;

/** Whether a zone of this group may hold a school of that group. */
export const zoneServes = (zone: PhaseGroup, school: Exclude<PhaseGroup, "all">): boolean =>
  zone === "all" || zone === school;
