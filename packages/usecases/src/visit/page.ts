import type { Area } from "@alongside/db/views/area";
import { listObjectives } from "@alongside/db/views/deployment";
import {
  listActionsOf,
  listVisitsOf,
  visitTimeline,
  type StoredVisit,
} from "@alongside/db/views/visit";
import { termsOf, type DeploymentId } from "@alongside/domain/deployment";
import {
  mayCancelVisit,
  mayJudgeVisitNote,
  mayPlanVisit,
  maySeeVisitNote,
  mayWriteVisitNote,
  type DeploymentPlace,
} from "@alongside/domain/identity";
import type { Visit, VisitId } from "@alongside/domain/visit";
import { todayOf, type Context } from "../context/index.ts";
import { deploymentOf, openDeployment } from "../deployment/place.ts";
import { allowanceOf } from "./allowance.ts";
import { toVisitLine } from "./list.ts";
import { listOwners } from "./note.ts";
import { openVisit } from "./place.ts";

const lineOf = ({ row, leader, school }: StoredVisit) => toVisitLine({ ...row, leader, school });

const actsOf = (ctx: Context, stored: StoredVisit, place: DeploymentPlace) => {
  const { state, date } = stored.row;
  const { actor } = ctx;
  const hasBeen = date <= todayOf(ctx);
  return {
    move: state === "planned" && stored.deploymentState === "active" && mayPlanVisit(actor, place),
    cancel: state === "planned" && mayCancelVisit(actor, place),
    record: (state === "planned" ? hasBeen : state === "done") && mayWriteVisitNote(actor, place),
    judge: state === "noted" && mayJudgeVisitNote(actor, place),
    amend: state === "marked-inaccurate" && mayWriteVisitNote(actor, place),
  };
};

/** The record, what was wrong with it and what stood before: for those who may read what was seen in the school. */
const noteOf = (visit: Visit) => ({
  note: "note" in visit ? visit.note : null,
  wrong: "wrong" in visit ? visit.wrong : null,
  before: visit.state === "amended" ? visit.before : null,
});

/** A visit's page: when and where, the record as far as the actor may read it, what happened, and what the actor may do. */
export const getVisit = async (ctx: Context, area: Area, id: VisitId) => {
  const { stored, place } = await openVisit(ctx, ctx.read, { area, id });
  const { row } = stored;
  const isReader = maySeeVisitNote(ctx.actor, place);
  const [objectives, actions, owners, moments, deployment] = await Promise.all([
    listObjectives(ctx.read, row.deploymentId),
    listActionsOf(ctx.read, row.deploymentId),
    listOwners(ctx.read, stored),
    visitTimeline(ctx.read, id),
    deploymentOf(ctx.read, area, row.deploymentId),
  ]);
  const may = actsOf(ctx, stored, place);
  const writes = may.record || may.amend;
  return {
    ...lineOf(stored),
    today: todayOf(ctx),
    place: stored.place,
    reason: row.visit.state === "cancelled" ? row.visit.reason : null,
    agreed: termsOf(deployment.row.deployment)?.pattern ?? "",
    isReader,
    ...(isReader ? noteOf(row.visit) : { note: null, wrong: null, before: null }),
    objectives: isReader
      ? objectives.map(({ id: objective, text, measureLabel, unit }) => ({
          id: objective,
          text,
          measure: measureLabel,
          unit,
        }))
      : [],
    /** What was agreed on this visit, and what is open from those before it. */
    actions: isReader
      ? actions.filter(({ visitId, doneAt }) => visitId === id || doneAt === null)
      : [],
    owners: writes ? owners : [],
    may,
    timeline: moments.map(({ at, kind, by, onBehalfOf }) => ({
      at,
      kind,
      by,
      isOnBehalf: onBehalfOf !== null,
    })),
  };
};

/** What planning a visit needs to know: what is left of the agreed days, between which dates, and the visits there are. */
export const getVisitPlan = async (ctx: Context, area: Area, id: DeploymentId) => {
  const { stored, place } = await openDeployment(ctx, ctx.read, { area, id });
  const { row } = stored;
  const terms = termsOf(row.deployment);
  const visits = await listVisitsOf(ctx.read, id);
  const allowance = terms === null ? null : await allowanceOf(ctx.read, row);
  return {
    deploymentId: id,
    state: row.state,
    today: todayOf(ctx),
    school: { urn: row.urn, name: stored.school },
    leader: { personId: row.personId, name: stored.leader },
    pattern: terms?.pattern ?? "",
    agreedHalfDays: terms?.halfDays ?? 0,
    allowance,
    visits: visits.map(lineOf),
    mayPlan: row.state === "active" && mayPlanVisit(ctx.actor, place),
  };
};
