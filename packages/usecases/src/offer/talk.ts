import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { Answerer, OfferCommand, OtherDays } from "@alongside/domain/offer";
import type { Context } from "../context/index.ts";
import { actOn, type OfferSeen } from "./answer.ts";
import type { OfferChanged } from "./once.ts";

type WithoutTime<Command> = Command extends { readonly at: unknown } ? Omit<Command, "at"> : never;

export type Said = OfferSeen & { readonly text: string };
export type Proposal = OfferSeen & OtherDays;

const by =
  <Input extends OfferSeen>(
    side: Answerer | "coordinator",
    toCommand: (input: Input) => WithoutTime<OfferCommand>,
  ) =>
  (ctx: Context, area: Area, input: Input): Promise<OfferChanged> =>
    actOn(ctx, area, {
      seen: input,
      act: {
        sideOf: () => side,
        commandFor: () => ({ ...toCommand(input), at: toInstant(ctx.now()) }),
      },
    });

/** The leader asks before answering. The clock runs on; refuses `too-late` after it. */
export const askAboutOffer = by<Said>("leader", ({ text }) => ({ type: "ask", text }));

/** The coordinator answers the leader's question. Refuses `no-question-open`. */
export const answerLeader = by<Said>("coordinator", ({ text }) => ({ type: "answer", text }));

/** The leader says which days there could be instead. Nothing is held until the coordinator takes them. */
export const proposeDays = by<Proposal>("leader", ({ halfDays, window, dates }) => ({
  type: "propose-days",
  halfDays,
  window,
  dates,
}));

/**
 * The coordinator takes the days that the leader proposed: what is held changes in the same transaction. Refuses `no-other-days`, and
 * `not-enough-days` or `window-full` when the leader has fewer left by now: then all stays as it was.
 */
export const takeDays = by("coordinator", () => ({ type: "take-days" }));

/** The coordinator keeps to the days that were offered, and says why. */
export const keepDays = by<Said>("coordinator", ({ text }) => ({ type: "keep-days", text }));
