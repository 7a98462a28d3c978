import type { Write } from "@alongside/db";
import { recordNewVisit } from "@alongside/db/stores/visit";
import type { Area } from "@alongside/db/views/area";
import { findVisit } from "@alongside/db/views/visit";
import type { DeploymentId } from "@alongside/domain/deployment";
import { mayPlanVisit } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { isVisitTime, planVisit as decidePlan, toVisitId } from "@alongside/domain/visit";
import { bookDays } from "../capacity/index.ts";
import {
  authorise,
  found,
  instantOf,
  once,
  orRefuse,
  record,
  refuse,
  type Context,
} from "../context/index.ts";
import { openDeployment, type PlacedDeployment } from "../deployment/place.ts";
import { forLeader } from "../leader/place.ts";
import { allowanceOf, requireRunning } from "./allowance.ts";
import { toChanged, type VisitChanged } from "./apply.ts";
import { sendVisitMails } from "./mail.ts";

export type VisitPlan = {
  readonly date: IsoDate;
  /** By a clock in England, `09:30`. */
  readonly startsAt: string;
  readonly halfDays: number;
};

export const requireTime = (startsAt: string): void => {
  if (!isVisitTime(startsAt)) {
    const startsAtFault = "Enter a time from 06:00 to 20:00, like 09:30";
    refuse({ kind: "invalid-input", fields: { startsAt: startsAtFault } });
  }
};

type Planning = {
  readonly area: Area;
  readonly opened: PlacedDeployment;
  readonly plan: VisitPlan;
};

const planNow = async (
  ctx: Context,
  tx: Write,
  { area, opened, plan }: Planning,
): Promise<VisitChanged> => {
  const { row } = opened.stored;
  requireRunning(row.deployment);
  requireTime(plan.startsAt);
  const { date, halfDays, startsAt } = plan;
  const { id: deployment, lineId, personId, urn } = row;
  const id = toVisitId(ctx.newId());
  const allowance = await allowanceOf(tx, row);
  const visit = orRefuse(decidePlan({ id, deployment, date, halfDays }, allowance));
  const createdAt = instantOf(ctx);
  await recordNewVisit(tx, { visit, areaId: area.id, lineId, personId, urn, startsAt, createdAt });
  await record(ctx, tx, {
    areaId: area.id,
    entity: "visit",
    entityId: id,
    entityVersion: 1,
    kind: "visit-planned",
    payload: { deployment, date, halfDays },
  });
  const reason = "A visit was planned";
  await bookDays(ctx, tx, { capacityLine: lineId, deployment, visit: id, halfDays, reason });
  const stored = found(await findVisit(tx, area.id, id));
  await sendVisitMails(ctx, tx, { area, stored, letter: "planned" });
  return toChanged(stored);
};

/**
 * Plans a visit of a deployment and books its days, once for a key. Refuses whoever may not, `work-not-running`, `beyond-agreed-days` and
 * `outside-agreed-dates`.
 */
export const planVisit = (
  ctx: Context,
  area: Area,
  input: VisitPlan & { readonly deploymentId: DeploymentId; readonly key?: string | undefined },
): Promise<VisitChanged> =>
  ctx.write(async (tx) => {
    const { deploymentId, key, ...plan } = input;
    const opened = await openDeployment(ctx, tx, { area, id: deploymentId });
    authorise(mayPlanVisit(ctx.actor, opened.place));
    const acting = forLeader(ctx, opened.place.leader);
    const work = () => planNow(acting, tx, { area, opened, plan });
    return once(ctx, tx, { key, about: `visit-plan ${deploymentId}`, work });
  });
