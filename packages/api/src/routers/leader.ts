import { parseIsoDate } from "@alongside/domain/calendar";
import { designationCommands } from "@alongside/domain/code-list";
import { toId, type PersonId } from "@alongside/domain/identity";
import { isUrn } from "@alongside/domain/school";
import {
  addDesignation,
  addLeader,
  getLeader,
  listLeaders,
  listNewLeaders,
  listReviewsDue,
  stepDesignation,
} from "@alongside/usecases/leader";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const personId = z
  .string()
  .min(1, "Choose a leader")
  .max(80)
  .transform((id) => toId<PersonId>(id));
const urn = z.number("Choose a school").refine(isUrn, "Choose a school");
const day = z.string().transform((text, ctx) => {
  const date = parseIsoDate(text);
  if (date !== undefined) return date;
  ctx.addIssue("Enter a day, month and year");
  return z.NEVER;
});
const words = (missing: string, most: number) =>
  z.string().trim().min(1, missing).max(most, `Use ${most} characters or fewer`);

export const leaderRouter = router({
  list: areaProcedure.query(({ ctx }) => listLeaders(ctx, ctx.area)),
  get: areaProcedure
    .input(z.object({ personId }))
    .query(({ ctx, input }) => getLeader(ctx, ctx.area, input.personId)),
  reviews: areaProcedure.query(({ ctx }) => listReviewsDue(ctx, ctx.area)),
  toAdd: areaProcedure.query(({ ctx }) => listNewLeaders(ctx, ctx.area)),
  add: areaProcedure
    .input(z.object({ personId, homeUrn: urn, kind: words("Choose a kind", 80) }))
    .mutation(({ ctx, input }) => addLeader(ctx, ctx.area, input)),
  addDesignation: areaProcedure
    .input(
      z.object({
        personId,
        type: words("Choose a designation", 80),
        awardingBody: words("Enter who awarded it", 120),
        fromOn: day,
        toOn: day.nullable(),
        reviewDue: day.nullable(),
        evidence: words("Enter the evidence", 500),
        status: z.enum(["applied", "designated"], "Choose where it stands"),
      }),
    )
    .mutation(({ ctx, input }) => addDesignation(ctx, ctx.area, input)),
  stepDesignation: areaProcedure
    .input(
      z.object({
        id: z.string().min(1).max(80),
        version: z.number().int().min(1),
        command: z.enum(designationCommands, "Choose the next step"),
        reason: words("Enter a reason", 500),
      }),
    )
    .mutation(({ ctx, input }) => stepDesignation(ctx, ctx.area, input)),
});
