import { toId, type PersonId } from "@alongside/domain/identity";
import { erasePerson } from "@alongside/usecases/subject-access";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

export const subjectAccessRouter = router({
  erase: areaProcedure
    .input(
      z.object({
        personId: z
          .string()
          .min(1)
          .max(60)
          .transform((id) => toId<PersonId>(id)),
        version: z.number().int(),
        reason: z.string().trim().min(1, "Say why").max(1_000, "Use 1,000 characters or fewer"),
      }),
    )
    .mutation(({ ctx, input }) => erasePerson(ctx, ctx.area, input)),
});
