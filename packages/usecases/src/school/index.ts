export {
  listSchoolChoices,
  listSchools,
  openStatuses,
  searchSchools,
  type SchoolListLine,
  type SchoolQuestion,
} from "./list.ts";
export { getAreaShapes } from "./map.ts";
export { getSchool, type SchoolProfile } from "./profile.ts";
export type { LineMember, LineStep } from "./line.ts";
export type { OutcomeYear, SchoolOutcome } from "./outcome.ts";
export type { ShownInspection } from "./inspection.ts";
