import { recordNewVisit, recordVisitActions } from "@alongside/db/stores/visit";
import type { Write } from "@alongside/db";
import { decideVisit, evolveVisit, usualStart, type Visit } from "@alongside/domain/visit";
import { record, type Context } from "@alongside/usecases/context";
import { toLoggedVisit } from "@alongside/usecases/visit";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationDeployment, DemonstrationVisit } from "../history/index.ts";
import { actedFor } from "./acted.ts";

type Loading = {
  readonly area: DemonstrationArea;
  readonly told: DemonstrationVisit;
  readonly deployment: DemonstrationDeployment;
};

const placeOf = ({ history }: DemonstrationArea, { beginning }: DemonstrationDeployment) => {
  const offer = history.offers.find((each) => each.beginning.id === beginning.offer);
  const need = history.needs.find((each) => each.beginning.id === beginning.need);
  if (offer === undefined || need === undefined) throw new Error(`${beginning.id} hangs loose`);
  return { lineId: offer.beginning.line, urn: need.beginning.ask.school };
};

const loadEvents = async (ctx: Context, tx: Write, { area, told }: Loading): Promise<void> => {
  const { beginning, begunAt, begunBy, steps } = told;
  const about = { areaId: area.id, entity: "visit", entityId: beginning.id };
  const { deployment, date, halfDays } = beginning;
  const planned = { ...about, entityVersion: 1, kind: "visit-planned" };
  const payload = { deployment, date, halfDays };
  await record(actedFor(ctx, begunBy, begunAt), tx, { ...planned, payload });
  let visit: Visit = beginning;
  for (const [index, step] of steps.entries()) {
    const decision = decideVisit(visit, step.command);
    if (!decision.ok) throw new Error(`${beginning.id} cannot ${step.command.type}`);
    visit = evolveVisit(visit, decision.value);
    const event = { ...about, entityVersion: index + 2, ...toLoggedVisit(decision.value) };
    await record(actedFor(ctx, step, step.command.at), tx, event);
  }
};

/** What was agreed a while ago was done meanwhile: every action whose day has passed but the last of its visit. */
const loadActions = async (
  ctx: Context,
  tx: Write,
  { area, told, deployment }: Loading,
): Promise<void> => {
  if (!("note" in told.record)) return;
  const { id, note } = told.record;
  const now = new Date(ctx.now()).toISOString().slice(0, 10);
  const actions = note.actions.map(({ text, owner, due }, index) => ({
    id: `${id}-action-${index + 1}`,
    areaId: area.id,
    visitId: id,
    deploymentId: deployment.beginning.id,
    text,
    ownerId: owner,
    dueOn: due,
    ...(due < now && index === 0
      ? { doneAt: told.steps.at(-1)?.command.at ?? told.begunAt, doneBy: owner }
      : {}),
  }));
  await recordVisitActions(tx, id, actions);
};

const sequenceOf = ({ steps }: DemonstrationVisit): number =>
  steps.filter(({ command }) => command.type === "reschedule" || command.type === "cancel").length;

const loadVisit = async (ctx: Context, tx: Write, given: Loading): Promise<void> => {
  const { area, told, deployment } = given;
  await recordNewVisit(tx, {
    visit: told.record,
    areaId: area.id,
    personId: deployment.beginning.leader,
    ...placeOf(area, deployment),
    startsAt: usualStart,
    sequence: sequenceOf(told),
    createdAt: told.begunAt,
    changedAt: told.steps.at(-1)?.command.at ?? told.begunAt,
    version: told.steps.length + 1,
  });
  await loadActions(ctx, tx, given);
  await loadEvents(ctx, tx, given);
};

/** Writes the invented visits with their records and what happened to each. Their days are in the books already. */
export const loadVisits = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const deployment of area.history.deployments)
      for (const told of deployment.visits) await loadVisit(ctx, tx, { area, told, deployment });
  });
