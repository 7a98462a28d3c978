import type { Area } from "@alongside/db/views/area";
import { listObjectives } from "@alongside/db/views/deployment";
import { zonesOfSchools } from "@alongside/db/views/school";
import {
  listActionsOf,
  listVisitsOf,
  listVisitsWithin,
  visitTimeline,
  type StoredVisit,
} from "@alongside/db/views/visit";
import { termsOf, type DeploymentId } from "@alongside/domain/deployment";
import {
  grantsOf,
  mayCancelVisit,
  mayHaveOffers,
  mayJudgeVisitNote,
  mayPlanVisit,
  maySeeDeployment,
  maySeeVisitNote,
  mayWriteVisitNote,
  needScopeOf,
  supplyScopeOf,
  type DeploymentPlace,
} from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { noteDueAfter, type Visit, type VisitId } from "@alongside/domain/visit";
import { found, todayOf, type Context } from "../context/index.ts";
import { deploymentOf, openDeployment } from "../deployment/place.ts";
import { allowanceOf } from "./allowance.ts";
import { listOwners } from "./note.ts";
import { openVisit, placeOfVisit } from "./place.ts";

const lineOf = ({ row, leader, school }: StoredVisit) => ({
  id: row.id,
  version: row.version,
  deploymentId: row.deploymentId,
  state: row.state,
  date: row.date,
  startsAt: row.startsAt,
  halfDays: row.halfDays,
  /** The last instant for the record, for a visit that has none yet. */
  noteDue: row.state === "planned" || row.state === "done" ? noteDueAfter(row.date) : null,
  leader: { personId: row.personId, name: leader },
  school: { urn: row.urn, name: school },
});

export type VisitLine = ReturnType<typeof lineOf>;

const isOver = ({ state }: Pick<Visit, "state">): boolean =>
  state === "agreed-accurate" || state === "amended" || state === "cancelled";

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

const scopeOf = (ctx: Context, area: Area) => {
  const { actor } = ctx;
  const supply = supplyScopeOf(actor, area.id);
  const own = supply?.kind === "places" ? supply : undefined;
  return {
    needs: needScopeOf(actor, area.id),
    personId: actor.kind === "person" ? actor.personId : undefined,
    urns: grantsOf(actor).flatMap(({ areaId, urn, role }): readonly Urn[] =>
      areaId === area.id && urn !== undefined && role === "head" ? [urn] : [],
    ),
    organisationIds: own?.organisationIds ?? [],
  };
};

/** What a visit waits for, from where its reader stands, in the order of a list. */
export const visitParts = ["yours", "coming", "waiting", "over"] as const;
export type VisitPart = (typeof visitParts)[number];

const partOf = (ctx: Context, stored: StoredVisit, place: DeploymentPlace): VisitPart => {
  const { record, judge, amend } = actsOf(ctx, stored, place);
  const { row } = stored;
  if (record || judge || amend) return "yours";
  if (isOver(row)) return "over";
  return row.state === "planned" && row.date >= todayOf(ctx) ? "coming" : "waiting";
};

export type VisitQuestion = {
  /** Any of these; all where none is named. */
  readonly parts?: readonly VisitPart[] | undefined;
  /** Of the leader or the school. */
  readonly words?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
};

type Line = VisitLine & { readonly part: VisitPart };

const isNamed = ({ leader, school }: Line, words: string): boolean =>
  `${leader.name} ${school.name}`
    .toLocaleLowerCase("en-GB")
    .includes(words.trim().toLocaleLowerCase("en-GB"));

/** By what they wait for; those to come by their day, those that are over the latest first. */
const inOrder = (lines: readonly Line[]): readonly Line[] =>
  visitParts.flatMap((part) => {
    const own = lines.filter((line) => line.part === part);
    return part === "over" ? own.toReversed() : own;
  });

/**
 * The visits that concern the actor, a page of them, what waits for the actor first; `total` is of the question, `counts` of all. Refuses
 * `not-found` to those who can have none.
 */
export const listVisits = async (ctx: Context, area: Area, question: VisitQuestion = {}) => {
  found(mayHaveOffers(ctx.actor, area.id) ? area : undefined);
  const rows = await listVisitsWithin(ctx.read, area.id, scopeOf(ctx, area));
  const urns = [...new Set(rows.flatMap(({ row, homeUrn }) => [row.urn, homeUrn]))];
  const placed = await zonesOfSchools(ctx.read, area.id, urns);
  const zones = Map.groupBy(placed, ({ urn }): number => urn);
  const zonesOf = (urn: number) => (zones.get(urn) ?? []).map(({ zoneId }) => zoneId);
  const all = rows
    .map((stored) => ({ stored, place: placeOfVisit(stored, zonesOf) }))
    .filter(({ place }) => maySeeDeployment(ctx.actor, place))
    .map(({ stored, place }) => ({ ...lineOf(stored), part: partOf(ctx, stored, place) }));
  const { parts = [], words = "", offset = 0, limit = all.length } = question;
  const wanted = all.filter(
    (line) => (parts.length === 0 || parts.includes(line.part)) && isNamed(line, words),
  );
  const countOf = (part: VisitPart) => all.filter((line) => line.part === part).length;
  return {
    today: todayOf(ctx),
    total: wanted.length,
    counts: {
      yours: countOf("yours"),
      coming: countOf("coming"),
      waiting: countOf("waiting"),
      over: countOf("over"),
    },
    visits: inOrder(wanted).slice(offset, offset + limit),
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
