import type { IsoDate } from "@alongside/domain/school";
import { leadersOn } from "../leader/index.ts";
import { boardsOn, type DemonstrationBoard } from "./board.ts";
import type { DemonstrationCapacityLine } from "./capacity.ts";
import { concernsOn, type DemonstrationConcern } from "./concern.ts";
import type { DemonstrationDeployment } from "./deployment.ts";
import type { DemonstrationFollowUp, DemonstrationReading } from "./impact.ts";
import type { DemonstrationLedger } from "./ledger.ts";
import {
  conflictsOn,
  packagesOn,
  type DemonstrationConflict,
  type DemonstrationPackage,
} from "./menu.ts";
import type { DemonstrationNeed } from "./need.ts";
import type { DemonstrationOffer } from "./offer.ts";
import { reviewsOn, type DemonstrationReview } from "./review.ts";
import { storyOn } from "./story.ts";
import { surveysOn, type DemonstrationSurvey } from "./survey.ts";

/** Two terms of history and the present one, up to the day before `today`. */
export type DemonstrationHistory = {
  readonly capacityLines: readonly DemonstrationCapacityLine[];
  readonly ledgers: readonly DemonstrationLedger[];
  readonly needs: readonly DemonstrationNeed[];
  readonly offers: readonly DemonstrationOffer[];
  readonly deployments: readonly DemonstrationDeployment[];
  readonly readings: readonly DemonstrationReading[];
  readonly followUps: readonly DemonstrationFollowUp[];
  readonly concerns: readonly DemonstrationConcern[];
  readonly boards: readonly DemonstrationBoard[];
  readonly packages: readonly DemonstrationPackage[];
  readonly conflicts: readonly DemonstrationConflict[];
  readonly reviews: readonly DemonstrationReview[];
  readonly surveys: readonly DemonstrationSurvey[];
};

export const historyOn = (today: IsoDate): DemonstrationHistory => {
  const leaders = leadersOn(today);
  return {
    ...storyOn(today),
    concerns: concernsOn(today),
    boards: boardsOn(today),
    packages: packagesOn(today, leaders),
    conflicts: conflictsOn(today, leaders),
    reviews: reviewsOn(today),
    surveys: surveysOn(today),
  };
};

export { factsAt } from "./facts.ts";
export type { DemonstrationAction, DemonstrationBoard, DemonstrationMeeting } from "./board.ts";
export type { DemonstrationCapacityLine, DemonstrationCapacityStep } from "./capacity.ts";
export type { DemonstrationConcern } from "./concern.ts";
export type { DemonstrationDeployment } from "./deployment.ts";
export type { DemonstrationFollowUp, DemonstrationReading } from "./impact.ts";
export type { DemonstrationLedger } from "./ledger.ts";
export type { DemonstrationConflict, DemonstrationPackage } from "./menu.ts";
export type { DemonstrationNeed } from "./need.ts";
export type { DemonstrationOffer } from "./offer.ts";
export type { DemonstrationReview } from "./review.ts";
export type { DemonstrationSurvey } from "./survey.ts";
export type { DemonstrationTerm } from "./term.ts";
export type { DemonstrationStep, Told } from "./told.ts";
export type { DemonstrationVisit } from "./visit.ts";
