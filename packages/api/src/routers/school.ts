import { phases, schoolStatuses } from "@alongside/domain/school";
import { toId, type ZoneId } from "@alongside/domain/identity";
import { listSchools, searchSchools } from "@alongside/usecases/school";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

export const schoolQuestion = z.object({
  words: z.string().max(200).optional(),
  phase: z.enum(phases).optional(),
  status: z.enum([...schoolStatuses, "any-open"]).optional(),
  zoneId: z
    .string()
    .max(40)
    .transform((id): ZoneId | "none" => (id === "none" ? "none" : toId<ZoneId>(id)))
    .optional(),
  trustCode: z.string().max(20).optional(),
  sort: z.enum(["name", "phase", "pupils", "postcode", "trust"]).default("name"),
  isDescending: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});

export const schoolRouter = router({
  list: areaProcedure
    .input(schoolQuestion)
    .query(({ ctx, input }) => listSchools(ctx, ctx.area, input)),
  search: areaProcedure
    .input(
      z.object({ words: z.string().max(200), limit: z.number().int().min(1).max(20).default(8) }),
    )
    .query(({ ctx, input }) => searchSchools(ctx, ctx.area, input)),
});
