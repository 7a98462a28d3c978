import { parseIsoDate } from "@alongside/domain/calendar";
import { expertiseLevels, toCapacityLineId } from "@alongside/domain/capacity";
import { toId, type PersonId, type ZoneId } from "@alongside/domain/identity";
import { isUrn, phases } from "@alongside/domain/school";
import {
  declineTerm,
  getCapacityEditor,
  getHomeStatement,
  getLeaderStatement,
  getSupplyMap,
  listCapacity,
  listCapacityChoices,
  publishCapacity,
  reconfirmCapacity,
  releaseLeader,
} from "@alongside/usecases/capacity";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const personId = z
  .string()
  .min(1, "Choose a leader")
  .max(80)
  .transform((id) => toId<PersonId>(id));
const zoneId = z
  .string()
  .max(80)
  .transform((id) => toId<ZoneId>(id));
const lineId = z.string().min(1).max(80).transform(toCapacityLineId);
const termId = z.string().min(1, "Choose a term").max(80);
const version = z.number().int().min(0);
const code = z.string().max(80);

const day = z.string().transform((text, ctx) => {
  const date = parseIsoDate(text);
  if (date !== undefined) return date;
  ctx.addIssue("Enter a day, month and year");
  return z.NEVER;
});

const mostHalfDays = 200;
const halfDays = z
  .number("Enter how many days")
  .int("Enter whole or half days")
  .max(mostHalfDays, "Enter 100 days or fewer");

const level = z.literal(expertiseLevels, "Choose a level");

const offering = z.object({
  halfDays: halfDays.min(1, "Enter half a day or more"),
  earlyHalfDays: halfDays.min(0, "Enter 0 or more"),
  lateHalfDays: halfDays.min(0, "Enter 0 or more"),
  weekdays: z
    .array(z.number().int().min(1).max(5))
    .min(1, "Choose one day of the week or more")
    .max(5),
  blackouts: z.array(z.object({ from: day, to: day })).max(20, "Enter 20 or fewer"),
  areas: z
    .array(
      z.object({
        area: code,
        level,
        evidence: z.string().trim().max(300, "Use 300 characters or fewer"),
      }),
    )
    .min(1, "Add one area or more")
    .max(20, "Add 20 areas or fewer"),
  phases: z.array(z.enum(phases)).min(1, "Choose one phase or more"),
  modes: z.array(code).min(1, "Choose one way of working or more").max(20),
  zones: z.array(zoneId).max(50),
  mostKm: z
    .number("Enter how far, in kilometres")
    .int("Enter a whole number")
    .min(1, "Enter 1 or more")
    .max(200, "Enter 200 or fewer"),
  mostSchools: z
    .number("Enter how many schools")
    .int("Enter a whole number")
    .min(1, "Enter 1 or more")
    .max(10, "Enter 10 or fewer"),
});

const seen = z.object({ id: lineId, version: z.number().int().min(1) });
const states = ["silent", "not-now", "maybe", "ready", "lapsed"] as const;

/** What the list of days can be asked; the names are those of the address, for the screen and for the file. */
export const supplyQuestion = z.object({
  termId: z.string().max(80).optional(),
  states: z
    .array(z.string())
    .transform((given) => states.filter((state) => given.includes(state)))
    .optional(),
  zone: zoneId.optional(),
  expertise: code.optional(),
  kinds: z.array(code).max(20).optional(),
  words: z.string().max(200).optional().catch(undefined),
});

/** The question that the address of the list asks: `?term=…&stage=ready&zone=…`. */
export const supplyQuestionInAddress = (
  address: URLSearchParams,
): z.infer<typeof supplyQuestion> => {
  const one = (name: string) => address.get(name) || undefined;
  return supplyQuestion.parse({
    termId: one("term"),
    states: address.getAll("stage"),
    zone: one("zone"),
    expertise: one("area"),
    kinds: address.getAll("kind"),
    words: one("words"),
  });
};

export const capacityRouter = router({
  choices: areaProcedure.query(({ ctx }) => listCapacityChoices(ctx, ctx.area)),
  list: areaProcedure
    .input(supplyQuestion)
    .query(({ ctx, input }) => listCapacity(ctx, ctx.area, input)),
  editor: areaProcedure
    .input(z.object({ personId, termId: termId.optional() }))
    .query(({ ctx, input }) => getCapacityEditor(ctx, ctx.area, input)),
  statement: areaProcedure
    .input(z.object({ personId }))
    .query(({ ctx, input }) => getLeaderStatement(ctx, ctx.area, input)),
  homeStatement: areaProcedure
    .input(z.object({ urn: z.number().refine(isUrn, "Choose a school") }))
    .query(({ ctx, input }) => getHomeStatement(ctx, ctx.area, input)),
  map: areaProcedure
    .input(z.object({ termId: termId.optional() }))
    .query(({ ctx, input }) => getSupplyMap(ctx, ctx.area, input)),
  publish: areaProcedure
    .input(
      z.object({
        personId,
        termId,
        version,
        answer: z.enum(["yes", "maybe"], "Choose yes, maybe or not now"),
        offering,
      }),
    )
    .mutation(({ ctx, input }) => publishCapacity(ctx, ctx.area, input)),
  decline: areaProcedure
    .input(
      z.object({
        personId,
        termId,
        version,
        reason: z.string().trim().max(500, "Use 500 characters or fewer"),
      }),
    )
    .mutation(({ ctx, input }) => declineTerm(ctx, ctx.area, input)),
  reconfirm: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => reconfirmCapacity(ctx, ctx.area, input)),
  release: areaProcedure
    .input(seen.extend({ halfDays: halfDays.min(1, "Enter half a day or more"), until: day }))
    .mutation(({ ctx, input }) => releaseLeader(ctx, ctx.area, input)),
});
