import type { AgreementTerms, DeploymentCommand } from "@alongside/domain/deployment";
import type { IsoDate } from "@alongside/domain/school";
import type { DemonstrationLeader } from "../leader/index.ts";
import type { Casting } from "./cast.ts";
import type { DemonstrationOffer } from "./offer.ts";
import type { DemonstrationStep } from "./told.ts";
import type { PlannedVisit } from "./visit-plan.ts";

export type DeploymentStep = DemonstrationStep<DeploymentCommand>;

/** Everything that the steps of one deployment follow from. */
export type DeploymentSetting = {
  readonly casting: Casting;
  readonly leader: DemonstrationLeader;
  readonly offer: DemonstrationOffer;
  readonly today: IsoDate;
  readonly terms: AgreementTerms;
  readonly visits: readonly PlannedVisit[];
};

/** The supported school's head, or the coordinator on its behalf. */
export const schoolPart = ({ plan, schoolActor }: Casting) => ({
  by: schoolActor.personId,
  onBehalfOf: schoolActor.onBehalf ? plan.urn : null,
});
