import { toCapacityLineId } from "@alongside/domain/capacity";
import { toId, type PersonId, type ZoneId } from "@alongside/domain/identity";
import { toNeedId } from "@alongside/domain/need";
import {
  panelAnswers,
  roundTransitions,
  toRoundId,
  type RoundState,
} from "@alongside/domain/round";
import {
  acceptRepair,
  adjustRound,
  answerProposal,
  closeRound,
  compareRuns,
  createRound,
  dropRound,
  getRound,
  listProposals,
  listRounds,
  noteAgreement,
  proposeRun,
  publishRound,
  replayRun,
  rescopeRound,
  roundChoices,
  roundSorts,
  showMethod,
  showNeedInRun,
  showPlan,
  showProposal,
  showRepair,
  showScope,
  showSolving,
  solveRound,
  stopSolving,
  takeBackProposal,
  takeUpRound,
  tryByHand,
  type RoundQuestion,
} from "@alongside/usecases/round";
import { z } from "zod";
import { day } from "../day.ts";
import { anyOf, listInAddress, listQuestion } from "../list-question.ts";
import { areaProcedure, router } from "../trpc.ts";

const short = z.string().min(1).max(60);
const roundId = short.transform(toRoundId);
const needId = short.transform(toNeedId);
const lineId = short.transform(toCapacityLineId);
const leaderId = z
  .string()
  .min(1)
  .max(80)
  .transform((id) => toId<PersonId>(id));
const zoneId = short.transform((id) => toId<ZoneId>(id));
const run = z.number().int().min(1).max(10_000);
const version = z.number().int().min(1);
const seen = z.object({ id: roundId, version });
const one = z.object({ id: roundId });
const ofRun = z.object({ id: roundId, run: run.optional() });

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const reason = text(500).min(1, "Enter a reason");

const points = z
  .number("Enter whole points from 0 to 1000")
  .int("Enter whole points from 0 to 1000")
  .min(0, "Enter whole points from 0 to 1000")
  .max(1_000, "Enter whole points from 0 to 1000");

const weights = z.object({
  level: points,
  secondary: points,
  impact: points,
  sameZone: points,
  sameLa: points,
  distance: points,
  prefer: points,
  continuity: points,
  providerPref: points,
  specialist: points,
  context: points,
  workMode: points,
  load: points,
});

const change = z.union([
  z.object({ kind: z.literal("pin"), need: needId, leader: leaderId, reason }),
  z.object({ kind: z.literal("unpin"), need: needId }),
  z.object({ kind: z.literal("forbid"), need: needId, leader: leaderId, reason }),
  z.object({ kind: z.literal("allow"), need: needId, leader: leaderId }),
  z.object({ kind: z.literal("weigh"), weights: weights.nullable() }),
]);

const isState = (given: string): given is RoundState => given in roundTransitions;
const someOf = z.array(z.string().max(60)).max(200).optional();

/** What the list of rounds can be asked; the names of the address are those of its filters. */
const roundQuestion = listQuestion(roundSorts).extend({
  states: anyOf(Object.keys(roundTransitions).filter(isState)),
  terms: someOf,
  zones: someOf,
});

/** The question that the address of the list asks: `?stage=solved&zone=z1&words=spring&sort=-changed`. */
export const roundQuestionInAddress = (address: URLSearchParams): RoundQuestion => {
  const states = address.getAll("stage");
  const places = { terms: address.getAll("term"), zones: address.getAll("zone") };
  const asked = { ...listInAddress(address), states, ...places };
  return { ...roundQuestion.parse(asked), limit: undefined };
};

export const roundRouter = router({
  list: areaProcedure
    .input(roundQuestion)
    .query(({ ctx, input }) => listRounds(ctx, ctx.area, input)),
  choices: areaProcedure.query(({ ctx }) => roundChoices(ctx, ctx.area)),
  create: areaProcedure
    .input(
      z.object({
        name: text(100).min(1, "Enter a name"),
        termId: z.string().min(1, "Choose a term").max(60),
        zones: z.array(zoneId).max(200),
      }),
    )
    .mutation(({ ctx, input }) => createRound(ctx, ctx.area, input)),
  get: areaProcedure.input(one).query(({ ctx, input }) => getRound(ctx, ctx.area, input.id)),
  scope: areaProcedure.input(one).query(({ ctx, input }) => showScope(ctx, ctx.area, input.id)),
  rescope: areaProcedure
    .input(
      seen.extend({
        needs: z.array(needId).max(20_000),
        lines: z.array(lineId).max(20_000),
      }),
    )
    .mutation(({ ctx, input }) => rescopeRound(ctx, ctx.area, input)),
  adjust: areaProcedure
    .input(seen.extend({ change }))
    .mutation(({ ctx, input }) => adjustRound(ctx, ctx.area, input)),
  solve: areaProcedure.input(seen).mutation(({ ctx, input }) => solveRound(ctx, ctx.area, input)),
  solving: areaProcedure.input(one).query(({ ctx, input }) => showSolving(ctx, ctx.area, input.id)),
  stop: areaProcedure.input(one).mutation(({ ctx, input }) => stopSolving(ctx, ctx.area, input.id)),
  plan: areaProcedure.input(ofRun).query(({ ctx, input }) => showPlan(ctx, ctx.area, input)),
  method: areaProcedure.input(ofRun).query(({ ctx, input }) => showMethod(ctx, ctx.area, input)),
  compare: areaProcedure
    .input(z.object({ id: roundId, one: run, other: run }))
    .query(({ ctx, input }) => compareRuns(ctx, ctx.area, input)),
  need: areaProcedure
    .input(ofRun.extend({ need: needId }))
    .query(({ ctx, input }) => showNeedInRun(ctx, ctx.area, input)),
  tryByHand: areaProcedure
    .input(ofRun.extend({ need: needId, leader: leaderId }))
    .query(({ ctx, input }) => tryByHand(ctx, ctx.area, input)),
  replay: areaProcedure
    .input(z.object({ id: roundId, run }))
    .query(({ ctx, input }) => replayRun(ctx, ctx.area, input)),
  propose: areaProcedure
    .input(seen.extend({ run, answerBy: day.optional() }))
    .mutation(({ ctx, input }) => proposeRun(ctx, ctx.area, input)),
  takeBack: areaProcedure
    .input(seen.extend({ reason }))
    .mutation(({ ctx, input }) => takeBackProposal(ctx, ctx.area, input)),
  noteAgreement: areaProcedure
    .input(seen.extend({ run, words: text(1_000).min(1, "Say when and where the panel agreed") }))
    .mutation(({ ctx, input }) => noteAgreement(ctx, ctx.area, input)),
  proposals: areaProcedure.query(({ ctx }) => listProposals(ctx, ctx.area)),
  proposal: areaProcedure
    .input(one)
    .query(({ ctx, input }) => showProposal(ctx, ctx.area, input.id)),
  answer: areaProcedure
    .input(seen.extend({ run, answer: z.enum(panelAnswers), note: text(1_000) }))
    .mutation(({ ctx, input }) => answerProposal(ctx, ctx.area, input)),
  publish: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => publishRound(ctx, ctx.area, input)),
  repair: areaProcedure.input(one).query(({ ctx, input }) => showRepair(ctx, ctx.area, input.id)),
  acceptRepair: areaProcedure
    .input(
      seen.extend({
        hash: z.string().length(64),
        needs: z.array(needId).min(1, "Choose one offer or more").max(20_000),
      }),
    )
    .mutation(({ ctx, input }) => acceptRepair(ctx, ctx.area, input)),
  drop: areaProcedure
    .input(seen.extend({ reason }))
    .mutation(({ ctx, input }) => dropRound(ctx, ctx.area, input)),
  takeUp: areaProcedure.input(seen).mutation(({ ctx, input }) => takeUpRound(ctx, ctx.area, input)),
  close: areaProcedure.input(seen).mutation(({ ctx, input }) => closeRound(ctx, ctx.area, input)),
});
