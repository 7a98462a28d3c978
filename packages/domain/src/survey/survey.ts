import { addDays, daysBetween } from "../calendar/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { IsoDate } from "../school/index.ts";

export const surveyStates = ["draft", "open", "closed"] as const;
/** The yearly survey of heads on what the partnership has committed itself to. */
export type SurveyState = (typeof surveyStates)[number];

export const surveyCommands = ["revise", "open", "extend", "close"] as const;
export type SurveyCommand = (typeof surveyCommands)[number];

/** Where each command may lead from each state; an empty cell is refused. What heads are asked does not change once they may answer. */
export const surveyTransitions: Readonly<
  Record<SurveyState, Readonly<Record<SurveyCommand, readonly SurveyState[]>>>
> = {
  draft: { revise: ["draft"], open: ["open"], extend: [], close: [] },
  open: { revise: [], open: [], extend: ["open"], close: ["closed"] },
  closed: { revise: [], open: [], extend: [], close: [] },
};

/** From the first to the last day on which heads may answer, both included. */
export type SurveyDates = { readonly opensOn: IsoDate; readonly closesOn: IsoDate };

export type SurveyRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "survey";
      readonly state: SurveyState;
      readonly command: SurveyCommand;
    }
  /** The last day is before the first, or no longer ahead. */
  | { readonly kind: "survey-dates-wrong" }
  /** It is not answered today: it has not begun, or is over. */
  | { readonly kind: "survey-shut" }
  /** It was sent: what is changed since is sent anew, not kept. */
  | { readonly kind: "survey-answered" }
  /** Statements that were given no answer. */
  | { readonly kind: "answers-left"; readonly left: number };

/** The state of a survey after a command, or why it cannot be. */
export const moveSurvey = (
  state: SurveyState,
  command: SurveyCommand,
): Result<SurveyState, SurveyRefusal> => {
  const [next] = surveyTransitions[state][command];
  return next === undefined
    ? refused({ kind: "wrong-state", machine: "survey", state, command })
    : accepted(next);
};

/** A survey ends on its first day or after it, and not before today. */
export const checkSurveyDates = (
  { opensOn, closesOn }: SurveyDates,
  today: IsoDate,
): Result<SurveyDates, SurveyRefusal> =>
  closesOn < opensOn || closesOn < today
    ? refused({ kind: "survey-dates-wrong" })
    : accepted({ opensOn, closesOn });

/** Where a survey stands on a day: one that was opened waits for its first day, and is over after its last. */
export type SurveyStage = "draft" | "announced" | "running" | "over";

export const stageOf = (
  survey: { readonly state: SurveyState } & (SurveyDates | { readonly opensOn: null }),
  today: IsoDate,
): SurveyStage => {
  if (survey.state === "draft") return "draft";
  if (survey.state === "closed" || survey.opensOn === null || survey.closesOn < today)
    return "over";
  return survey.opensOn > today ? "announced" : "running";
};

const everyDays = 7;
const lastDays = 2;

/**
 * Which of its letters a head is due on a day, counted from 0: one as it opens, one each week, and one two days before its end. Nobody who has
 * answered gets any; whoever calls sees to that.
 */
export const letterDue = ({ opensOn, closesOn }: SurveyDates, today: IsoDate): string => {
  if (today >= addDays(closesOn, -lastDays) && daysBetween(opensOn, closesOn) > lastDays)
    return "last";
  return String(Math.floor(daysBetween(opensOn, today) / everyDays));
};
