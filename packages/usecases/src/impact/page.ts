import type { Area } from "@alongside/db/views/area";
import { findCaseStudy, findFollowUp, findReview } from "@alongside/db/views/impact";
import { listTerms } from "@alongside/db/views/partnership";
import { addDays, daysBetween } from "@alongside/domain/calendar";
import {
  evaluationsSeenBy,
  sides,
  termsOf,
  type Deployment,
  type DeploymentId,
  type Evaluation,
} from "@alongside/domain/deployment";
import {
  mayAddReading,
  mayAnswerFollowUp,
  mayEvaluateAs,
  mayReviewWork,
  mayWriteCaseStudy,
} from "@alongside/domain/identity";
import { evaluationQuestions } from "@alongside/domain/impact";
import type { IsoDate } from "@alongside/domain/school";
import { todayOf, type Context } from "../context/index.ts";
import { openDeployment, type PlacedDeployment } from "../deployment/place.ts";
import { followUpDue } from "./follow-up.ts";
import { readObjectives } from "./objective.ts";

const middleOf = (from: IsoDate, to: IsoDate): IsoDate =>
  addDays(from, Math.floor(daysBetween(from, to) / 2));

const evaluationsOf = (deployment: Deployment): readonly Evaluation[] =>
  "evaluations" in deployment ? deployment.evaluations : [];

/** Neither side sees the other's answers first, and nobody else sees one side's alone (Product rules, §3: impact). */
const evaluationsFor = (ctx: Context, { stored, place }: PlacedDeployment) => {
  const { deployment } = stored.row;
  const given = evaluationsOf(deployment);
  const own = sides.filter((side) => mayEvaluateAs(ctx.actor, place, side));
  const isWhole = deployment.state !== "completing" && given.length > 0;
  const seen = isWhole ? given : own.flatMap((side) => evaluationsSeenBy(deployment, side));
  const isOpen = deployment.state === "completing";
  return {
    seen,
    givenBy: given.map(({ side, at }) => ({ side, at })),
    yours: isOpen
      ? own.filter((side) => !given.some((evaluation) => evaluation.side === side))
      : [],
    questions: evaluationQuestions,
  };
};

const readable: readonly Deployment["state"][] = ["active", "paused", "completing", "evaluated"];

const actsOf = ({ actor }: Context, { stored, place }: PlacedDeployment) => {
  const { state } = stored.row;
  return {
    read: readable.includes(state) && mayAddReading(actor, place),
    review: (state === "active" || state === "paused") && mayReviewWork(actor, place),
    followUp: mayAnswerFollowUp(actor, place),
    tell: "completedAt" in stored.row.deployment && mayWriteCaseStudy(actor, place),
    consent: sides.filter((side) => mayEvaluateAs(actor, place, side)),
  };
};

/** What a piece of work changed: objectives with their readings, the look half-way, both evaluations once both are there, the follow-up and the case study. */
export const getImpact = async (ctx: Context, area: Area, id: DeploymentId) => {
  const opened = await openDeployment(ctx, ctx.read, { area, id });
  const { row, school, leader } = opened.stored;
  const [objectives, review, followUp, study, terms] = await Promise.all([
    readObjectives(ctx.read, id),
    findReview(ctx.read, id),
    findFollowUp(ctx.read, id),
    findCaseStudy(ctx.read, id),
    listTerms(ctx.read, area.id),
  ]);
  const agreed = termsOf(row.deployment);
  const acts = actsOf(ctx, opened);
  const dueOn = followUp?.row.dueOn ?? followUpDue(row.deployment, terms) ?? null;
  return {
    id,
    state: row.state,
    today: todayOf(ctx),
    school: { urn: row.urn, name: school },
    leader: { personId: row.personId, name: leader },
    from: agreed?.from ?? row.fromOn,
    to: agreed?.to ?? row.toOn,
    objectives: objectives.lines,
    suggested: objectives.suggested,
    review: {
      dueOn: middleOf(agreed?.from ?? row.fromOn, agreed?.to ?? row.toOn),
      held: review === undefined ? null : { ...review.row, by: review.by },
    },
    evaluations: evaluationsFor(ctx, opened),
    followUp: {
      dueOn,
      isAsked: followUp !== undefined,
      answer:
        followUp === undefined || followUp.row.answeredAt === null
          ? null
          : {
              sustained: followUp.row.sustained,
              comment: followUp.row.comment,
              at: followUp.row.answeredAt,
              by: followUp.by,
            },
    },
    caseStudy: study ?? null,
    may: {
      ...acts,
      followUp: acts.followUp && followUp !== undefined && followUp.row.answeredAt === null,
    },
  };
};
