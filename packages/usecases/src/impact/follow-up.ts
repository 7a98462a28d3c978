import { recordFollowUp, recordFollowUpAnswer } from "@alongside/db/stores/impact";
import { recordVisitMails } from "@alongside/db/stores/visit";
import { findArea } from "@alongside/db/views/area";
import type { Area } from "@alongside/db/views/area";
import { findFollowUp, listUnasked } from "@alongside/db/views/impact";
import { listHeadsOf } from "@alongside/db/views/need";
import { listTerms } from "@alongside/db/views/partnership";
import {
  addDays,
  endOfLondonDay,
  instantOf as toInstant,
  londonDateOf,
} from "@alongside/domain/calendar";
import type { Deployment, DeploymentId } from "@alongside/domain/deployment";
import { isOperator, mayAnswerFollowUp } from "@alongside/domain/identity";
import { followUpTerm, isFollowUpDue, type Sustained } from "@alongside/domain/impact";
import type { IsoDate } from "@alongside/domain/school";
import {
  authorise,
  found,
  instantOf,
  record,
  refuse,
  todayOf,
  type Context,
} from "../context/index.ts";
import { openDeployment } from "../deployment/place.ts";
import { forSchool } from "../need/place.ts";
import { personOf } from "./reading.ts";

/** Days into its term by which a follow-up is to be answered. */
const daysToAnswer = 25;

/** The day on which the work came to its end; undefined while it has not. */
export const endedOn = (deployment: Deployment): IsoDate | undefined =>
  "completedAt" in deployment ? londonDateOf(deployment.completedAt) : undefined;

/** By when the follow-up of work that is over is due: in the fourth week of the second term after. */
export const followUpDue = (
  deployment: Deployment,
  terms: Parameters<typeof followUpTerm>[1],
): IsoDate | undefined => {
  const ended = endedOn(deployment);
  return ended === undefined
    ? undefined
    : addDays(followUpTerm(ended, terms).startsOn, daysToAnswer);
};

type Asked = {
  readonly area: Area;
  readonly row: Awaited<ReturnType<typeof listUnasked>>[number]["row"];
  readonly dueOn: IsoDate;
};

const ask = (ctx: Context, { area, row, dueOn }: Asked): Promise<boolean> =>
  ctx.write(async (tx) => {
    if ((await findFollowUp(tx, row.id)) !== undefined) return false;
    const askedAt = toInstant(ctx.now());
    await recordFollowUp(tx, { deploymentId: row.id, areaId: area.id, dueOn, askedAt });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "deployment",
      entityId: row.id,
      entityVersion: row.version,
      kind: "follow-up-asked",
      payload: { dueOn },
    });
    const heads = await listHeadsOf(tx, area.id, row.urn);
    const path = `/areas/${area.slug}/deployments/${row.id}/impact`;
    const mails = heads.map(({ email, name }) => ({
      id: ctx.newId(),
      areaId: area.id,
      recipient: email,
      template: "follow-up-to-answer",
      content: { name, area: area.name, path, due: endOfLondonDay(dueOn) },
      createdAt: instantOf(ctx),
    }));
    await recordVisitMails(tx, mails);
    return true;
  });

/** The round of the clock: schools are asked, two terms after the end of a piece of work, what of it is still there. Answers how many. */
export const askFollowUps = async (ctx: Context): Promise<{ readonly asked: number }> => {
  authorise(isOperator(ctx.actor));
  let asked = 0;
  for (const { row } of await listUnasked(ctx.read)) {
    const terms = await listTerms(ctx.read, row.areaId);
    const ended = endedOn(row.deployment);
    const dueOn = followUpDue(row.deployment, terms);
    if (ended === undefined || dueOn === undefined) continue;
    if (!isFollowUpDue(ended, todayOf(ctx), terms)) continue;
    const area = found(await findArea(ctx.read, row.areaId));
    asked += (await ask(ctx, { area, row, dueOn })) ? 1 : 0;
  }
  return { asked };
};

/** The school says what is still there. Refuses `follow-up-not-due` before it was asked, and `follow-up-answered`. */
export const answerFollowUp = (
  ctx: Context,
  area: Area,
  input: {
    readonly id: DeploymentId;
    readonly sustained: Sustained;
    readonly comment: string;
  },
): Promise<{ readonly id: DeploymentId }> =>
  ctx.write(async (tx) => {
    const { id, sustained, comment } = input;
    const { stored, place } = await openDeployment(ctx, tx, { area, id });
    authorise(mayAnswerFollowUp(ctx.actor, place));
    const row = (await findFollowUp(tx, id))?.row;
    if (row === undefined) {
      const terms = await listTerms(tx, area.id);
      const dueOn = followUpDue(stored.row.deployment, terms);
      return refuse(
        dueOn === undefined
          ? { kind: "work-not-over", state: stored.row.state }
          : { kind: "follow-up-not-due", dueOn },
      );
    }
    if (row.answeredAt !== null) return refuse({ kind: "follow-up-answered", at: row.answeredAt });
    const acting = forSchool(ctx, place.need);
    const version = row.version + 1;
    const answered = { answeredBy: personOf(ctx), answeredAt: toInstant(ctx.now()), version };
    await recordFollowUpAnswer(tx, id, { sustained, comment, ...answered });
    await record(acting, tx, {
      areaId: area.id,
      entity: "follow-up",
      entityId: id,
      entityVersion: version,
      kind: "follow-up-answered",
      payload: { sustained },
    });
    return { id };
  });
