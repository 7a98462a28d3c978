import type { ExpertiseLevel } from "@alongside/domain/capacity";
import { toId, type PersonId } from "@alongside/domain/identity";
import { toNeedId } from "@alongside/domain/need";
import { mostListed, shortlistForms } from "@alongside/domain/shortlist";
import {
  bringBackRule,
  compareLeaders,
  folds,
  listSentShortlists,
  mapShortlist,
  openShortlist,
  rankShortlist,
  sendShortlist,
  setRuleAside,
  shortlistFor,
  shortlistSorts,
  withdrawShortlist,
} from "@alongside/usecases/shortlist";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const personId = z
  .string()
  .max(80)
  .transform((id) => toId<PersonId>(id));
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);

const about = z.object({ needId: z.string().min(1).max(60).transform(toNeedId) });
const wanted = about.extend({
  termId: z.string().max(60).optional(),
  halfDays: z.number().int().min(1).max(400).optional(),
});
const pair = wanted.extend({ personId });
const seen = about.extend({ version: z.number().int().min(1) });

const people = z.array(personId).max(mostListed, `Choose up to ${mostListed} leaders`);

/** What a shortlist can be asked; a part that makes no sense is left out, as in every address. */
const question = wanted.extend({
  zones: z.array(z.string().max(60)).max(50).optional(),
  kinds: z.array(z.string().max(80)).max(50).optional(),
  mostKm: z.number().min(0).max(1_000).optional().catch(undefined),
  leastHalfDays: z.number().int().min(0).max(400).optional().catch(undefined),
  leastLevel: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .transform((level): ExpertiseLevel => level)
    .optional()
    .catch(undefined),
  sort: z.enum(shortlistSorts).default("fit").catch("fit"),
  isDescending: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(100).default(20),
  open: z.enum(folds).optional().catch(undefined),
});

export const shortlistRouter = router({
  get: areaProcedure.input(question).query(({ ctx, input }) => shortlistFor(ctx, ctx.area, input)),
  map: areaProcedure.input(question).query(({ ctx, input }) => mapShortlist(ctx, ctx.area, input)),
  compare: areaProcedure
    .input(wanted.extend({ people }))
    .query(({ ctx, input }) => compareLeaders(ctx, ctx.area, input)),
  setAside: areaProcedure
    .input(pair.extend({ reason: text(1_000).min(1, "Enter a reason") }))
    .mutation(({ ctx, input }) => setRuleAside(ctx, ctx.area, input)),
  bringBack: areaProcedure
    .input(pair)
    .mutation(({ ctx, input }) => bringBackRule(ctx, ctx.area, input)),
  send: areaProcedure
    .input(
      wanted.extend({
        people,
        form: z.enum(shortlistForms, "Choose how the leaders are shown"),
        note: text(1_000),
      }),
    )
    .mutation(({ ctx, input }) => sendShortlist(ctx, ctx.area, input)),
  sent: areaProcedure
    .input(about)
    .query(({ ctx, input }) => listSentShortlists(ctx, ctx.area, input)),
  /** A mutation, because reading is recorded. */
  open: areaProcedure
    .input(about)
    .mutation(({ ctx, input }) => openShortlist(ctx, ctx.area, input)),
  rank: areaProcedure
    .input(
      seen.extend({
        verdicts: z
          .array(
            z.object({
              letter: z.string().max(2),
              place: z.number().int().min(1).max(mostListed).nullable(),
              isAvoided: z.boolean(),
            }),
          )
          .max(mostListed),
        words: text(1_000),
      }),
    )
    .mutation(({ ctx, input }) => rankShortlist(ctx, ctx.area, input)),
  withdraw: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => withdrawShortlist(ctx, ctx.area, input)),
});
