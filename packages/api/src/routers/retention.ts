import { toId, type PersonId } from "@alongside/domain/identity";
import { retentionKinds, type HoldSubject } from "@alongside/domain/retention";
import { isUrn } from "@alongside/domain/school";
import {
  changeRule,
  placeHold,
  releaseHold,
  runRetention,
  showRetention,
} from "@alongside/usecases/retention";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const reason = z.string().trim().min(1, "Say why").max(1_000, "Use 1,000 characters or fewer");

const subject = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("area") }),
  z.object({ kind: z.literal("school"), urn: z.number().int().refine(isUrn, "Choose a school") }),
  z.object({
    kind: z.literal("person"),
    personId: z
      .string("Choose a person")
      .min(1, "Choose a person")
      .max(60)
      .transform((id) => toId<PersonId>(id)),
  }),
]);

const rule = z.object({
  kind: z.enum(retentionKinds),
  months: z.number("Enter how many months").int("Enter whole months"),
  version: z.number().int().min(0),
});

export const retentionRouter = router({
  get: areaProcedure.query(({ ctx }) => showRetention(ctx, ctx.area)),
  change: areaProcedure.input(rule).mutation(({ ctx, input }) => changeRule(ctx, ctx.area, input)),
  hold: areaProcedure.input(z.object({ subject, reason })).mutation(({ ctx, input }) => {
    const about: HoldSubject = input.subject;
    return placeHold(ctx, ctx.area, { subject: about, reason: input.reason });
  }),
  release: areaProcedure
    .input(z.object({ id: z.string().min(1).max(60), reason }))
    .mutation(({ ctx, input }) => releaseHold(ctx, ctx.area, input)),
  run: areaProcedure.mutation(({ ctx }) => runRetention(ctx, ctx.area, ctx.files)),
});
