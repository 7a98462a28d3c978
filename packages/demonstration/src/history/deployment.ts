import { addDays } from "@alongside/domain/calendar";
import type { Supply } from "@alongside/domain/capacity";
import {
  decideDeployment,
  draftDeployment,
  evolveDeployment,
  toDeploymentId,
  type Deployment,
  type DeploymentCommand,
  type DeploymentDrafting,
} from "@alongside/domain/deployment";
import type { IsoDate } from "@alongside/domain/school";
import { termsOf } from "./agreement.ts";
import type { Casting } from "./cast.ts";
import type { DeploymentSetting, DeploymentStep } from "./deployment-setting.ts";
import { endingSteps, stopOf, stopSteps } from "./ending.ts";
import { workingDayUntil } from "./moment.ts";
import type { DemonstrationOffer } from "./offer.ts";
import { amendmentSteps, beginningSteps, inForceAt } from "./signing.ts";
import { agreementDays, momentAt, ordinals, pivotOf } from "./timeline.ts";
import { replay, type Told } from "./told.ts";
import { visitsOf, type DemonstrationVisit } from "./visit.ts";
import { planVisits, type Diary } from "./visit-plan.ts";

export type DemonstrationDeployment = Told<DeploymentDrafting, Deployment, DeploymentCommand> & {
  readonly visits: readonly DemonstrationVisit[];
};
const byTime = (one: DeploymentStep, other: DeploymentStep): number =>
  one.command.at < other.command.at ? -1 : 1;

const replayed = (beginning: DeploymentDrafting, steps: readonly DeploymentStep[]): Deployment =>
  replay<Deployment, DeploymentCommand, Parameters<typeof evolveDeployment>[1]>(
    { decide: decideDeployment, evolve: evolveDeployment },
    beginning,
    steps,
  );

const tell = (setting: DeploymentSetting): DemonstrationDeployment => {
  const { casting, leader, offer, today, terms } = setting;
  const id = toDeploymentId(`deployment-${casting.key}`);
  const beginning = draftDeployment(
    { id, need: casting.needId, offer: offer.beginning.id, leader: leader.personId },
    terms,
  );
  const started = beginningSteps(setting);
  const plannedAt = inForceAt(started);
  const stop = stopOf(setting);
  const running =
    plannedAt === null
      ? []
      : [...amendmentSteps(setting), ...stopSteps(setting, stop), ...endingSteps(setting)];
  const steps = [...started, ...running.toSorted(byTime)].filter(
    ({ command }) => command.at.slice(0, 10) < today,
  );
  const leaderId = leader.personId;
  const { visits } = setting;
  return {
    begunAt: momentAt(
      addDays(pivotOf(casting, today), agreementDays.draft),
      ordinals.draftAgreement,
    ),
    begunBy: { by: casting.coordinatorId, onBehalfOf: null },
    beginning,
    steps,
    record: replayed(beginning, steps),
    visits:
      plannedAt === null
        ? []
        : visitsOf({ casting, deployment: id, leaderId, terms, today, plannedAt, stop, visits }),
  };
};

/** The deployment that came of a confirmed offer; nothing where no offer was confirmed. */
export const deploymentOf = (
  casting: Casting,
  offer: DemonstrationOffer | undefined,
  given: { readonly today: IsoDate; readonly supply: Supply; readonly diary: Diary },
): DemonstrationDeployment | undefined => {
  const { leader, halfDays } = casting;
  if (leader === null || offer?.record.state !== "confirmed") return undefined;
  const { today } = given;
  const on = workingDayUntil(addDays(pivotOf(casting, today), agreementDays.draft));
  const terms = termsOf(casting, leader, { on, halfDays });
  const visits = planVisits(casting, halfDays, given);
  return tell({ casting, leader, offer, today, terms, visits });
};
