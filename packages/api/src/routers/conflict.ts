import { parseIsoDate } from "@alongside/domain/calendar";
import {
  conflictTransitions,
  groundKinds,
  interestKinds,
  type ConflictState,
} from "@alongside/domain/conflict";
import { toId, type PersonId } from "@alongside/domain/identity";
import { isUrn } from "@alongside/domain/school";
import {
  conflictSorts,
  decideAbout,
  declareInterest,
  getConflict,
  getInterest,
  listConflictChoices,
  listConflicts,
  raiseConflict,
  revisitConflict,
  withdrawInterest,
  type ConflictQuestion,
} from "@alongside/usecases/conflict";
import { z } from "zod";
import { anyOf, listInAddress, listQuestion } from "../list-question.ts";
import { areaProcedure, router } from "../trpc.ts";

const id = z.string().min(1).max(80);
const personId = z
  .string()
  .min(1, "Choose a leader")
  .max(80)
  .transform((given) => toId<PersonId>(given));
const urn = z.number("Choose a school").refine(isUrn, "Choose a school");
const text = z.string().trim().max(1_000, "Use 1,000 characters or fewer");
const reason = text.min(1, "Enter a reason");
const seen = z.object({ id, version: z.number().int().min(1) });

const day = z.string().transform((given, ctx) => {
  const date = parseIsoDate(given);
  if (date !== undefined) return date;
  ctx.addIssue("Enter a day, month and year");
  return z.NEVER;
});

const isState = (given: string): given is ConflictState => given in conflictTransitions;

/** What the register can be asked; the names of the address are those of its filters. */
const conflictQuestion = listQuestion(conflictSorts).extend({
  states: anyOf(Object.keys(conflictTransitions).filter(isState)),
  grounds: anyOf(groundKinds),
});

/** The question that the address of the register asks: `?state=found&ground=declared&words=ann`. */
export const conflictQuestionInAddress = (address: URLSearchParams): ConflictQuestion => {
  const filters = { states: address.getAll("state"), grounds: address.getAll("ground") };
  return { ...conflictQuestion.parse({ ...listInAddress(address), ...filters }), limit: undefined };
};

export const conflictRouter = router({
  list: areaProcedure
    .input(conflictQuestion)
    .query(({ ctx, input }) => listConflicts(ctx, ctx.area, input)),
  get: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => getConflict(ctx, ctx.area, input.id)),
  interest: areaProcedure
    .input(z.object({ interestId: id }))
    .query(({ ctx, input }) => getInterest(ctx, ctx.area, input.interestId)),
  withdraw: areaProcedure
    .input(z.object({ interestId: id, version: z.number().int().min(1), reason }))
    .mutation(({ ctx, input }) => withdrawInterest(ctx, ctx.area, input)),
  choices: areaProcedure.query(({ ctx }) => listConflictChoices(ctx, ctx.area)),
  declare: areaProcedure
    .input(
      z.object({
        personId: personId.optional(),
        urn,
        kind: z.enum(interestKinds, "Choose what ties them"),
        words: text.min(1, "Say it in a sentence"),
        untilOn: day.nullable(),
      }),
    )
    .mutation(({ ctx, input }) => declareInterest(ctx, ctx.area, input)),
  raise: areaProcedure
    .input(z.object({ leader: personId, urn }))
    .mutation(({ ctx, input }) => raiseConflict(ctx, ctx.area, input)),
  decide: areaProcedure
    .input(
      seen.extend({
        outcome: z.enum(["allow", "uphold"], "Choose allow or refuse"),
        reason,
        conditions: text,
      }),
    )
    .mutation(({ ctx, input }) => decideAbout(ctx, ctx.area, input)),
  revisit: areaProcedure
    .input(seen.extend({ reason }))
    .mutation(({ ctx, input }) => revisitConflict(ctx, ctx.area, input)),
});
