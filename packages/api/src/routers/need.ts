import { parseIsoDate } from "@alongside/domain/calendar";
import { frameworks } from "@alongside/domain/code-list";
import { toId, type PersonId, type ZoneId } from "@alongside/domain/identity";
import { needOutcomes, toNeedId, type Band, type NeedState } from "@alongside/domain/need";
import { isUrn, type Urn } from "@alongside/domain/school";
import {
  answerQuestion,
  askForMore,
  bandNeed,
  closeNeed,
  discardDraft,
  getNeed,
  getNeedStart,
  holdNeed,
  listNeedChoices,
  listNeeds,
  listOwnNeeds,
  readPrivateWords,
  reopenNeed,
  resumeNeed,
  saveNeed,
  searchLeaders,
  startNeed,
  submitNeed,
  triageNeed,
  withdrawNeed,
} from "@alongside/usecases/need";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const needId = z.string().min(1).max(60).transform(toNeedId);
const urn = z.number().transform((value, ctx): Urn => {
  if (isUrn(value)) return value;
  ctx.addIssue("Choose a school");
  return z.NEVER;
});
const day = z.string().transform((text, ctx) => {
  const date = parseIsoDate(text);
  if (date !== undefined) return date;
  ctx.addIssue("Enter a day, month and year");
  return z.NEVER;
});
const words = (most: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const code = z.string().max(80);
const band = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], "Choose a band")
  .transform((value): Band => value);

const wish = z.object({
  leader: z
    .string()
    .max(80)
    .transform((id) => toId<PersonId>(id)),
  privateReason: text(500),
});

/** Answers of a draft as far as they have come; the domain says what is missing when it is sent. */
const changes = z
  .object({
    framework: z.enum(frameworks),
    focus: z.array(code).max(12),
    why: text(2_000),
    wantedOutcome: text(1_000),
    wantedBy: day,
    primaryArea: code,
    otherAreas: z.array(code).max(3, "Choose up to 3 other areas"),
    halfDays: z
      .number("Enter how many days you think it needs")
      .int("Enter whole or half days")
      .min(1, "Enter half a day or more")
      .max(400, "Enter 200 days or fewer"),
    modes: z.array(code).max(12),
    earliest: day,
    fundingSource: code,
    urgent: z.boolean(),
    sameTrustWelcome: z.boolean(),
    preferred: z.array(wish).max(3, "Name up to 3 leaders"),
    avoided: z.array(wish).max(3, "Name up to 3 leaders"),
    sensitiveNote: text(2_000),
  })
  .partial()
  .transform((given) => withoutUndefined(given));

type Known<Given> = { [Key in keyof Given]?: Exclude<Given[Key], undefined> };

/** An answer that is absent stays as it is. Guarantee: only keys whose value is undefined are left out. */
const withoutUndefined = <Given extends object>(given: Given): Known<Given> =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Known<Given>;

const seen = z.object({ id: needId, version: z.number().int().min(1) });
const reason = words(1_000, "Enter a reason");

const states = [
  "submitted",
  "open",
  "offered",
  "agreed",
  "on-hold",
  "closed",
] as const satisfies readonly NeedState[];

const waitingStates: readonly string[] = ["submitted", "open", "offered", "on-hold"];

const someOf = <Value extends string>(values: readonly Value[]) =>
  z
    .array(z.string())
    .transform((given) => values.filter((value) => given.includes(value)))
    .optional();

const bandsAsText = ["1", "2", "3", "4"] as const;
const toBand = { "1": 1, "2": 2, "3": 3, "4": 4 } as const satisfies Record<string, Band>;

/** What a queue can be asked; the names are those of the address, for the screen and for the file. */
export const needQuestion = z.object({
  scope: z.enum(["mine", "watched", "all"]).default("all").catch("all"),
  zone: z
    .string()
    .max(60)
    .transform((id) => toId<ZoneId>(id))
    .optional()
    .catch(undefined),
  states: someOf(states),
  bands: z
    .array(z.string())
    .transform((given): readonly Band[] =>
      bandsAsText.filter((each) => given.includes(each)).map((each) => toBand[each]),
    )
    .optional(),
  isUrgent: z.boolean().optional(),
  isLate: z.boolean().optional(),
  words: z.string().max(200).optional().catch(undefined),
  sort: z.enum(["due", "age", "band", "school", "reference"]).default("due").catch("due"),
  isDescending: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});

/** The question that the address of a queue asks: `?stage=submitted&band=1&sort=-age`. Agreed and closed needs are left out unless asked for. */
export const needQuestionInAddress = (address: URLSearchParams): z.infer<typeof needQuestion> => {
  const one = (name: string) => address.get(name) || undefined;
  const sort = one("sort") ?? "due";
  const stages = address.getAll("stage");
  return needQuestion.parse({
    scope: one("scope"),
    zone: one("zone"),
    states: stages.length === 0 ? [...waitingStates] : stages,
    bands: address.getAll("band"),
    isUrgent: address.getAll("only").includes("urgent") || undefined,
    isLate: address.getAll("only").includes("late") || undefined,
    words: one("words"),
    sort: sort.replace(/^-/, ""),
    isDescending: sort.startsWith("-"),
  });
};

export const needRouter = router({
  choices: areaProcedure.query(({ ctx }) => listNeedChoices(ctx, ctx.area)),
  start: areaProcedure
    .input(z.object({ urn }))
    .query(({ ctx, input }) => getNeedStart(ctx, ctx.area, input.urn)),
  leaders: areaProcedure
    .input(
      z.object({ urn, words: z.string().max(100), limit: z.number().int().max(20).default(8) }),
    )
    .query(({ ctx, input }) => searchLeaders(ctx, ctx.area, input)),
  list: areaProcedure
    .input(needQuestion)
    .query(({ ctx, input }) => listNeeds(ctx, ctx.area, input)),
  own: areaProcedure.query(({ ctx }) => listOwnNeeds(ctx, ctx.area)),
  get: areaProcedure
    .input(z.object({ id: needId }))
    .query(({ ctx, input }) => getNeed(ctx, ctx.area, input.id)),
  begin: areaProcedure
    .input(z.object({ urn }))
    .mutation(({ ctx, input }) => startNeed(ctx, ctx.area, input)),
  save: areaProcedure
    .input(seen.extend({ changes }))
    .mutation(({ ctx, input }) => saveNeed(ctx, ctx.area, input)),
  submit: areaProcedure.input(seen).mutation(({ ctx, input }) => submitNeed(ctx, ctx.area, input)),
  discard: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => discardDraft(ctx, ctx.area, input)),
  /** A mutation, because reading is recorded. */
  readPrivateWords: areaProcedure
    .input(z.object({ id: needId }))
    .mutation(({ ctx, input }) => readPrivateWords(ctx, ctx.area, input.id)),
  triage: areaProcedure
    .input(seen.extend({ band, reason }))
    .mutation(({ ctx, input }) => triageNeed(ctx, ctx.area, input)),
  band: areaProcedure
    .input(seen.extend({ band, reason }))
    .mutation(({ ctx, input }) => bandNeed(ctx, ctx.area, input)),
  question: areaProcedure
    .input(seen.extend({ text: words(1_000, "Enter your question") }))
    .mutation(({ ctx, input }) => askForMore(ctx, ctx.area, input)),
  answer: areaProcedure
    .input(seen.extend({ text: words(2_000, "Enter your answer") }))
    .mutation(({ ctx, input }) => answerQuestion(ctx, ctx.area, input)),
  hold: areaProcedure
    .input(seen.extend({ reason, until: day }))
    .mutation(({ ctx, input }) => holdNeed(ctx, ctx.area, input)),
  resume: areaProcedure.input(seen).mutation(({ ctx, input }) => resumeNeed(ctx, ctx.area, input)),
  close: areaProcedure
    .input(
      seen.extend({
        outcome: z.enum(needOutcomes, "Choose an outcome"),
        note: words(1_000, "Enter a note"),
        duplicateOf: needId.optional(),
      }),
    )
    .mutation(({ ctx, input }) => closeNeed(ctx, ctx.area, input)),
  withdraw: areaProcedure
    .input(seen.extend({ note: words(1_000, "Enter a reason") }))
    .mutation(({ ctx, input }) => withdrawNeed(ctx, ctx.area, input)),
  reopen: areaProcedure
    .input(seen.extend({ reason }))
    .mutation(({ ctx, input }) => reopenNeed(ctx, ctx.area, input)),
});
