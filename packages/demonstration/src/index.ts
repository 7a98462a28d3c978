export { demonstration } from "./demonstration.ts";
export { factsAt } from "./history/index.ts";
export type { DemonstrationArea, DemonstrationZoneMembership } from "./area.ts";
export type { Polygon } from "./geography/polygon.ts";
export type { Settlement } from "./geography/settlement.ts";
export type { DemonstrationZone } from "./geography/zone.ts";
export type {
  DemonstrationAction,
  DemonstrationBoard,
  DemonstrationCapacityLine,
  DemonstrationCapacityStep,
  DemonstrationConcern,
  DemonstrationConflict,
  DemonstrationDeployment,
  DemonstrationFollowUp,
  DemonstrationHistory,
  DemonstrationLedger,
  DemonstrationMeeting,
  DemonstrationNeed,
  DemonstrationOffer,
  DemonstrationPackage,
  DemonstrationReading,
  DemonstrationStep,
  DemonstrationTerm,
  DemonstrationVisit,
  Told,
} from "./history/index.ts";
export type {
  DemonstrationExpertise,
  DemonstrationLeader,
  ExpertiseLevel,
  LeaderKind,
} from "./leader/index.ts";
export type { DemonstrationOutcome, MeasureCode } from "./outcome/index.ts";
export type {
  DemonstrationOrganisation,
  DemonstrationPerson,
  DemonstrationSignIn,
} from "./person/index.ts";
