import { parseIsoDate } from "@alongside/domain/calendar";
import { directions } from "@alongside/domain/code-list";
import {
  deploymentTransitions,
  signatories,
  toDeploymentId,
  type DeploymentState,
} from "@alongside/domain/deployment";
import { toNeedId } from "@alongside/domain/need";
import {
  amendAgreement,
  closeDeployment,
  completeDeployment,
  deploymentSorts,
  endEarly,
  getDeployment,
  issueAgreement,
  listAgreementChoices,
  listDeployments,
  pauseDeployment,
  resumeDeployment,
  reviseAgreement,
  signAgreement,
  takeBackVersion,
  type DeploymentQuestion,
} from "@alongside/usecases/deployment";
import { z } from "zod";
import { anyOf, listInAddress, listQuestion } from "../list-question.ts";
import { areaProcedure, router } from "../trpc.ts";

const id = z.string().min(1).max(60).transform(toDeploymentId);
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);
const words = (most: number, missing: string) => text(most).min(1, missing);

const day = z.string().transform((given, ctx) => {
  const date = parseIsoDate(given);
  if (date !== undefined) return date;
  ctx.addIssue("Enter a day, month and year");
  return z.NEVER;
});

const value = (missing: string) =>
  z.number(missing).min(-100_000, "Enter a smaller figure").max(100_000, "Enter a smaller figure");

const halfDays = z
  .number("Enter how many days")
  .int("Enter whole or half days")
  .min(1, "Enter half a day or more")
  .max(400, "Enter 200 days or fewer");

const objective = z.object({
  id: z.string().max(60).optional(),
  text: words(500, "Say what should change"),
  measure: z.object({
    code: z.string().min(1, "Choose a measure").max(80),
    label: text(120),
    unit: text(40),
    direction: z.enum(directions, "Choose which way is better"),
  }),
  baseline: z.object({
    value: value("Enter the figure now"),
    date: day,
    source: words(200, "Say where the figure comes from"),
  }),
  target: z.object({ value: value("Enter the figure to reach"), by: day }),
});

const terms = z.object({
  objectives: z.array(objective).max(10, "Keep to 10 objectives or fewer"),
  halfDays,
  from: day,
  to: day,
  pattern: text(500),
  roles: text(2_000),
  confidentiality: text(2_000),
  funding: z
    .array(
      z.object({
        source: z.string().min(1, "Choose who pays").max(80),
        halfDays,
        pencePerDay: z.number("Choose a rate").int().min(0).max(500_000),
        brokerageShare: z.number().int().min(0).max(100),
      }),
    )
    .max(6, "Keep to 6 lines or fewer"),
  exitStrategy: text(2_000),
});

const seen = z.object({ id, version: z.number().int().min(1) });
const reason = words(1_000, "Enter a reason");

const isState = (given: string): given is DeploymentState => given in deploymentTransitions;

/** What the list of deployments can be asked; the names of the address are those of its filters. */
const deploymentQuestion = listQuestion(deploymentSorts).extend({
  needId: z.string().min(1).max(60).transform(toNeedId).optional(),
  states: anyOf(Object.keys(deploymentTransitions).filter(isState)),
});

/** The question that the address of the list asks: `?stage=active&words=ann&sort=-due`. */
export const deploymentQuestionInAddress = (address: URLSearchParams): DeploymentQuestion => {
  const asked = { ...listInAddress(address), states: address.getAll("stage") };
  return { ...deploymentQuestion.parse(asked), limit: undefined };
};

export const deploymentRouter = router({
  list: areaProcedure
    .input(deploymentQuestion)
    .query(({ ctx, input }) => listDeployments(ctx, ctx.area, input)),
  get: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => getDeployment(ctx, ctx.area, input.id)),
  choices: areaProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => listAgreementChoices(ctx, ctx.area, input.id)),
  revise: areaProcedure
    .input(seen.extend({ terms }))
    .mutation(({ ctx, input }) => reviseAgreement(ctx, ctx.area, input)),
  issue: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => issueAgreement(ctx, ctx.area, input)),
  takeBack: areaProcedure
    .input(seen.extend({ reason }))
    .mutation(({ ctx, input }) => takeBackVersion(ctx, ctx.area, input)),
  amend: areaProcedure
    .input(seen.extend({ terms }))
    .mutation(({ ctx, input }) => amendAgreement(ctx, ctx.area, input)),
  sign: areaProcedure
    .input(
      z.object({
        id,
        signatory: z.enum(signatories),
        typedName: words(200, "Type your name"),
        hash: z.string().length(64),
        consent: text(500).optional(),
      }),
    )
    .mutation(({ ctx, input }) => signAgreement(ctx, ctx.area, input)),
  pause: areaProcedure
    .input(seen.extend({ reason }))
    .mutation(({ ctx, input }) => pauseDeployment(ctx, ctx.area, input)),
  resume: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => resumeDeployment(ctx, ctx.area, input)),
  complete: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => completeDeployment(ctx, ctx.area, input)),
  close: areaProcedure
    .input(seen)
    .mutation(({ ctx, input }) => closeDeployment(ctx, ctx.area, input)),
  endEarly: areaProcedure
    .input(seen.extend({ reason }))
    .mutation(({ ctx, input }) => endEarly(ctx, ctx.area, input)),
});
