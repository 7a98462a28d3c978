import { recordDeployment, recordNewDeployment } from "@alongside/db/stores/deployment";
import type { Write } from "@alongside/db";
import type { Instant } from "@alongside/domain/calendar";
import {
  agreementDue,
  decideDeployment,
  dueAfter,
  evolveDeployment,
  type Deployment,
} from "@alongside/domain/deployment";
import { record, type Context } from "@alongside/usecases/context";
import { toLoggedDeployment } from "@alongside/usecases/deployment";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationDeployment, DemonstrationOffer } from "../history/index.ts";

type Doer = DemonstrationDeployment["begunBy"];
type Loading = { readonly area: DemonstrationArea; readonly told: DemonstrationDeployment };

/** The same request at another moment by another person, for another school. */
const actedBy = (ctx: Context, { by, onBehalfOf }: Doer, at: Instant): Context => ({
  ...ctx,
  now: () => Date.parse(at),
  actor: by === null ? ctx.actor : { kind: "person", personId: by, name: "", grants: [] },
  onBehalfOf: onBehalfOf === null ? undefined : `school ${onBehalfOf}`,
});

const offerOf = ({ history }: DemonstrationArea, id: string): DemonstrationOffer => {
  const told = history.offers.find(({ beginning }) => beginning.id === id);
  if (told === undefined) throw new Error(`${id} is not told`);
  return told;
};

const schoolsOf = ({ history, leaders }: DemonstrationArea, deployment: Deployment) => {
  const need = history.needs.find(({ beginning }) => beginning.id === deployment.need);
  const leader = leaders.find(({ personId }) => personId === deployment.leader);
  if (need === undefined || leader === undefined) throw new Error(`${deployment.id} hangs loose`);
  return { urn: need.beginning.ask.school, homeUrn: leader.homeUrn };
};

const loadBeginning = async (ctx: Context, tx: Write, { area, told }: Loading): Promise<void> => {
  const { beginning, begunAt, begunBy } = told;
  const offer = offerOf(area, beginning.offer);
  await recordNewDeployment(tx, {
    deployment: beginning,
    areaId: area.id,
    lineId: offer.beginning.line,
    ...schoolsOf(area, beginning),
    dueAt: agreementDue(beginning, begunAt),
    madeBy: offer.begunBy.by ?? "command-line",
    createdAt: begunAt,
  });
  const { id } = beginning;
  const payload = {
    need: beginning.need,
    offer: beginning.offer,
    halfDays: beginning.terms.halfDays,
  };
  const about = { areaId: area.id, entity: "deployment", entityId: id, entityVersion: 1 };
  await record(actedBy(ctx, begunBy, begunAt), tx, { ...about, kind: "deployment-begun", payload });
};

const loadSteps = async (ctx: Context, tx: Write, { area, told }: Loading): Promise<void> => {
  const { id } = told.beginning;
  let before: Deployment = told.beginning;
  let dueAt = agreementDue(before, told.begunAt);
  for (const [index, step] of told.steps.entries()) {
    const decision = decideDeployment(before, step.command);
    if (!decision.ok) throw new Error(`${id} cannot ${step.command.type}`);
    const event = decision.value;
    const after = evolveDeployment(before, event);
    dueAt = dueAfter({ before, after, due: dueAt }, event.at);
    const seen = { id, version: index + 1 };
    await recordDeployment(tx, seen, { before, after, event, dueAt, changedAt: event.at });
    await record(actedBy(ctx, step, event.at), tx, {
      areaId: area.id,
      entity: "deployment",
      entityId: id,
      entityVersion: index + 2,
      ...toLoggedDeployment(event),
    });
    before = after;
  }
};

/** Writes the invented deployments with every version, signature and objective of theirs. Their days are in the books already. */
export const loadDeployments = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const told of area.history.deployments) {
      await loadBeginning(ctx, tx, { area, told });
      await loadSteps(ctx, tx, { area, told });
    }
  });
