import { parseIsoDate } from "@alongside/domain/calendar";
import { toDeploymentId, toObjectiveId } from "@alongside/domain/deployment";
import { toId, type PersonId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { standings, toVisitId } from "@alongside/domain/visit";
import {
  agreeVisitNote,
  amendVisitNote,
  cancelVisit,
  finishAction,
  getFeed,
  getVisit,
  getVisitPlan,
  listVisits,
  makeFeed,
  markVisitNoteInaccurate,
  planVisit,
  recordVisitNote,
  rescheduleVisit,
  revokeFeed,
  visitParts,
} from "@alongside/usecases/visit";
import { z } from "zod";
import { areaProcedure, router, signedInProcedure } from "../trpc.ts";

const id = z.string().min(1).max(60);
const visitId = id.transform(toVisitId);
const deploymentId = id.transform(toDeploymentId);
const key = z.string().min(8).max(80).optional();
const date = (missing: string) =>
  z.string().transform((text, ctx): IsoDate => {
    const day = parseIsoDate(text);
    if (day !== undefined) return day;
    ctx.addIssue({ code: "custom", message: missing });
    return z.NEVER;
  });
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const words = (most: number, missing: string) => text(most).min(1, missing);

const seen = z.object({ id: visitId, version: z.number().int().min(1) });
const plan = {
  date: date("Enter a date"),
  startsAt: z.string().max(5),
  halfDays: z
    .number("Enter how many days")
    .int("Enter whole or half days")
    .min(1, "Enter half a day or more")
    .max(10, "Enter 5 days or fewer"),
};

const note = z.object({
  met: z.array(words(200, "Say who it was")).max(20, "Name 20 people or fewer"),
  seen: words(4_000, "Say what you saw"),
  progress: z
    .array(
      z.object({
        objective: id.transform(toObjectiveId),
        standing: z.enum(standings),
        text: text(1_000),
      }),
    )
    .max(20),
  actions: z
    .array(
      z.object({
        text: words(500, "Say what is to be done"),
        owner: id.transform((owner) => toId<PersonId>(owner)),
        due: date("Enter by when"),
      }),
    )
    .max(20, "Agree 20 actions or fewer"),
  nextVisit: date("Enter a date").nullable(),
});

export const visitRouter = router({
  list: areaProcedure
    .input(
      z.object({
        parts: z
          .array(z.string().max(20))
          .max(10)
          .transform((given) => visitParts.filter((part) => given.includes(part)))
          .optional(),
        words: z.string().max(100).optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .query(({ ctx, input }) => listVisits(ctx, ctx.area, input)),
  get: areaProcedure
    .input(z.object({ id: visitId }))
    .query(({ ctx, input }) => getVisit(ctx, ctx.area, input.id)),
  toPlan: areaProcedure
    .input(z.object({ deploymentId }))
    .query(({ ctx, input }) => getVisitPlan(ctx, ctx.area, input.deploymentId)),
  plan: areaProcedure
    .input(z.object({ deploymentId, ...plan, key }))
    .mutation(({ ctx, input }) => planVisit(ctx, ctx.area, input)),
  move: areaProcedure
    .input(seen.extend(plan))
    .mutation(({ ctx, input }) => rescheduleVisit(ctx, ctx.area, input)),
  cancel: areaProcedure
    .input(seen.extend({ reason: words(500, "Say why") }))
    .mutation(({ ctx, input }) => cancelVisit(ctx, ctx.area, input)),
  record: areaProcedure
    .input(seen.extend({ note, key }))
    .mutation(({ ctx, input }) => recordVisitNote(ctx, ctx.area, input)),
  agree: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => agreeVisitNote(ctx, ctx.area, input)),
  markInaccurate: areaProcedure
    .input(seen.extend({ wrong: words(2_000, "Say what is wrong") }))
    .mutation(({ ctx, input }) => markVisitNoteInaccurate(ctx, ctx.area, input)),
  amend: areaProcedure
    .input(seen.extend({ note, key }))
    .mutation(({ ctx, input }) => amendVisitNote(ctx, ctx.area, input)),
  finishAction: areaProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => finishAction(ctx, ctx.area, input)),
  feed: signedInProcedure.query(({ ctx }) => getFeed(ctx)),
  makeFeed: signedInProcedure.mutation(({ ctx }) => makeFeed(ctx)),
  endFeed: signedInProcedure.mutation(({ ctx }) => revokeFeed(ctx)),
});
