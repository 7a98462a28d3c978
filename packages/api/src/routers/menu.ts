import { toId, type PersonId, type ZoneId } from "@alongside/domain/identity";
import { isUrn, type Urn } from "@alongside/domain/school";
import {
  answerPackage,
  askForPackage,
  getPackage,
  listMenu,
  publishPackage,
  revisePackage,
  withdrawPackage,
} from "@alongside/usecases/menu";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const id = z.string().min(1).max(60);
const zoneId = z
  .string("Choose a zone")
  .min(1, "Choose a zone")
  .max(60)
  .transform((text) => toId<ZoneId>(text));
const urn = z.number("Choose a school").transform((value, ctx): Urn => {
  if (isUrn(value)) return value;
  ctx.addIssue("Choose a school");
  return z.NEVER;
});
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);

const words = z.object({
  zoneId,
  title: text(80).min(1, "Enter a title"),
  focus: z.string().min(1, "Choose a focus").max(80),
  halfDays: z
    .number("Enter how many days it takes")
    .int("Enter whole or half days")
    .min(1, "Enter half a day or more")
    .max(60, "Enter 30 days or fewer"),
  includes: text(500).min(1, "Say what it includes"),
});
const seen = z.object({ id, version: z.number().int().min(1) });

export const menuRouter = router({
  list: areaProcedure
    .input(
      z.object({
        zones: z.array(zoneId).max(50).optional(),
        areas: z.array(z.string().max(80)).max(50).optional(),
      }),
    )
    .query(({ ctx, input }) => listMenu(ctx, ctx.area, input)),
  get: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => getPackage(ctx, ctx.area, input)),
  publish: areaProcedure
    .input(
      words.extend({
        personId: z
          .string()
          .min(1, "Choose a leader")
          .max(80)
          .transform((person) => toId<PersonId>(person)),
      }),
    )
    .mutation(({ ctx, input }) => publishPackage(ctx, ctx.area, input)),
  revise: areaProcedure
    .input(seen.extend(words.shape))
    .mutation(({ ctx, input }) => revisePackage(ctx, ctx.area, input)),
  withdraw: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => withdrawPackage(ctx, ctx.area, input)),
  answer: areaProcedure
    .input(seen.extend({ isAgreed: z.boolean(), answer: text(500) }))
    .mutation(({ ctx, input }) => answerPackage(ctx, ctx.area, input)),
  ask: areaProcedure
    .input(z.object({ id, urn }))
    .mutation(({ ctx, input }) => askForPackage(ctx, ctx.area, input)),
});
