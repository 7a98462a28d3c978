import { parseIsoDate } from "@alongside/domain/calendar";
import { sides, toDeploymentId, toObjectiveId } from "@alongside/domain/deployment";
import { toId, type PersonId } from "@alongside/domain/identity";
import { sustainedAnswers, tracks } from "@alongside/domain/impact";
import type { IsoDate } from "@alongside/domain/school";
import {
  addReading,
  answerFollowUp,
  compareImpact,
  consentToCaseStudy,
  evaluateWork,
  getAlerts,
  getDeploymentStatement,
  getImpact,
  getTrackRecord,
  handleAlert,
  saveReview,
  takeBackReading,
  writeCaseStudy,
} from "@alongside/usecases/impact";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const id = z.string().min(1).max(60);
const deploymentId = id.transform(toDeploymentId);
const objectiveId = id.transform(toObjectiveId);
const personId = z
  .string()
  .max(80)
  .transform((text) => toId<PersonId>(text));
const version = z.number().int().min(0);
const key = z.string().min(8).max(80).optional();
const date = z.string().transform((text, ctx): IsoDate => {
  const day = parseIsoDate(text);
  if (day !== undefined) return day;
  ctx.addIssue({ code: "custom", message: "Enter a date" });
  return z.NEVER;
});
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const words = (most: number, missing: string) => text(most).min(1, missing);

export const impactRouter = router({
  get: areaProcedure
    .input(z.object({ id: deploymentId }))
    .query(({ ctx, input }) => getImpact(ctx, ctx.area, input.id)),
  compare: areaProcedure
    .input(z.object({ id: deploymentId, objectiveId }))
    .query(({ ctx, input }) => compareImpact(ctx, ctx.area, input)),
  statement: areaProcedure
    .input(z.object({ id: deploymentId }))
    .query(({ ctx, input }) => getDeploymentStatement(ctx, ctx.area, input.id)),
  addReading: areaProcedure
    .input(
      z.object({
        deploymentId,
        objectiveId,
        value: z.number("Enter a number").min(-1_000_000).max(1_000_000),
        date,
        source: words(200, "Say where it comes from"),
        key,
      }),
    )
    .mutation(({ ctx, input }) => addReading(ctx, ctx.area, input)),
  takeBackReading: areaProcedure
    .input(z.object({ id, reason: words(500, "Say what was wrong") }))
    .mutation(({ ctx, input }) => takeBackReading(ctx, ctx.area, input)),
  review: areaProcedure
    .input(
      z.object({
        deploymentId,
        version,
        heldOn: date,
        track: z.enum(tracks, "Choose how it stands"),
        summary: words(2_000, "Say how the work stands"),
        change: text(2_000),
      }),
    )
    .mutation(({ ctx, input }) => saveReview(ctx, ctx.area, input)),
  evaluate: areaProcedure
    .input(
      z.object({
        id: deploymentId,
        side: z.enum(sides),
        answers: z.record(z.string().max(40), z.union([z.number(), z.string().trim().max(2_000)])),
      }),
    )
    .mutation(({ ctx, input }) => evaluateWork(ctx, ctx.area, input)),
  answerFollowUp: areaProcedure
    .input(
      z.object({
        id: deploymentId,
        sustained: z.enum(sustainedAnswers, "Choose one"),
        comment: words(2_000, "Say it in a sentence"),
      }),
    )
    .mutation(({ ctx, input }) => answerFollowUp(ctx, ctx.area, input)),
  writeCaseStudy: areaProcedure
    .input(
      z.object({
        id: deploymentId,
        version,
        title: words(120, "Enter a title"),
        challenge: words(2_000, "Say what the school wanted to change"),
        support: words(2_000, "Say what was done"),
        difference: words(2_000, "Say what is different"),
        namesSchool: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) => writeCaseStudy(ctx, ctx.area, input)),
  consent: areaProcedure
    .input(z.object({ id: deploymentId, version, side: z.enum(sides), agrees: z.boolean() }))
    .mutation(({ ctx, input }) => consentToCaseStudy(ctx, ctx.area, input)),
  trackRecord: areaProcedure
    .input(z.object({ personId }))
    .query(({ ctx, input }) => getTrackRecord(ctx, ctx.area, input)),
  alerts: areaProcedure.query(({ ctx }) => getAlerts(ctx, ctx.area)),
  handleAlert: areaProcedure
    .input(z.object({ id, version, words: words(1_000, "Say what was done") }))
    .mutation(({ ctx, input }) => handleAlert(ctx, ctx.area, input)),
});
