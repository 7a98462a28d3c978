import type { Direction } from "@alongside/domain/code-list";
import { toDateWords } from "../../lib/words.ts";
import { isoOfText, type FieldErrors } from "../../ui/index.ts";
import { halfDaysOf } from "../offer/words.ts";
import type { AgreementChoices, Terms, TermsToSave } from "./data.ts";

/** An objective as it is typed. Figures and days are text until they are sent. */
export type ObjectiveAnswer = {
  readonly id: string | undefined;
  readonly text: string;
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline: string;
  readonly baselineOn: string;
  readonly source: string;
  readonly target: string;
  readonly targetBy: string;
};

/** `rate` is the rate of the card as `pence/share`. */
export type FundingAnswer = {
  readonly source: string;
  readonly days: string;
  readonly rate: string;
};

export type TermsAnswers = {
  readonly objectives: readonly ObjectiveAnswer[];
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly pattern: string;
  readonly roles: string;
  readonly confidentiality: string;
  readonly funding: readonly FundingAnswer[];
  readonly exitStrategy: string;
};

export const emptyObjective: ObjectiveAnswer = {
  id: undefined,
  text: "",
  code: "",
  label: "",
  unit: "",
  direction: "up",
  baseline: "",
  baselineOn: "",
  source: "",
  target: "",
  targetBy: "",
};

export const rateKey = (line: {
  readonly pencePerDay: number;
  readonly brokerageShare: number;
}): string => `${line.pencePerDay}/${line.brokerageShare}`;

const toDays = (halfDays: number): string => String(halfDays / 2);

const toObjective = ({
  id,
  text,
  measure,
  baseline,
  target,
}: Terms["objectives"][number]): ObjectiveAnswer => ({
  id,
  text,
  ...measure,
  baseline: String(baseline.value),
  baselineOn: toDateWords(baseline.date),
  source: baseline.source,
  target: String(target.value),
  targetBy: toDateWords(target.by),
});

/** The form as it is filled in with what is agreed so far; the first objective waits with what the head asked for. */
export const answersFrom = (terms: Terms, { wantedOutcome }: AgreementChoices): TermsAnswers => ({
  objectives:
    terms.objectives.length === 0
      ? [{ ...emptyObjective, text: wantedOutcome, targetBy: toDateWords(terms.to) }]
      : terms.objectives.map(toObjective),
  days: toDays(terms.halfDays),
  from: toDateWords(terms.from),
  to: toDateWords(terms.to),
  pattern: terms.pattern,
  roles: terms.roles,
  confidentiality: terms.confidentiality,
  funding: terms.funding.map((line) => ({
    source: line.source,
    days: toDays(line.halfDays),
    rate: rateKey(line),
  })),
  exitStrategy: terms.exitStrategy,
});

const figureOf = (text: string): number =>
  text.trim() === "" ? Number.NaN : Number(text.trim().replace("%", "").replace(",", "."));

const dayOf = (text: string): string => isoOfText(text) ?? "";

const objectiveFault = (answer: ObjectiveAnswer, isOwn: boolean): string | undefined => {
  if (answer.text.trim() === "") return "say what should change";
  if (answer.code === "") return "choose a measure";
  if (isOwn && answer.unit.trim() === "") return "enter the unit of the measure";
  if (Number.isNaN(figureOf(answer.baseline))) return "enter the figure now, as a number";
  if (dayOf(answer.baselineOn) === "") return "enter the day of the figure";
  if (answer.source.trim() === "") return "say where the figure comes from";
  if (Number.isNaN(figureOf(answer.target))) return "enter the figure to reach, as a number";
  return dayOf(answer.targetBy) === "" ? "enter the day by which to reach it" : undefined;
};

const firstFault = <One>(
  what: string,
  each: readonly One[],
  fault: (one: One) => string | undefined,
): string | undefined => {
  const faults = each.map(fault);
  const place = faults.findIndex((words) => words !== undefined);
  return place < 0 ? undefined : `${what} ${place + 1}: ${faults[place] ?? ""}`;
};

const fundingFault = ({ source, days, rate }: FundingAnswer): string | undefined => {
  if (source === "") return "choose who pays";
  if (halfDaysOf(days) === undefined) return "enter whole or half days, such as 2.5";
  return rate === "" ? "choose a rate" : undefined;
};

/** What can be told wrong before anything is sent. What is missing altogether is told on the check page. */
export const faultsOf = (values: TermsAnswers, { measures }: AgreementChoices): FieldErrors => {
  const isOwn = (code: string) => measures.find((measure) => measure.code === code)?.isOwn ?? false;
  const day = (text: string) =>
    dayOf(text) === "" ? "Enter a day, such as 16 March 2026" : undefined;
  return {
    objectives: firstFault("Objective", values.objectives, (each) =>
      objectiveFault(each, isOwn(each.code)),
    ),
    days:
      halfDaysOf(values.days) === undefined ? "Enter whole or half days, such as 2.5" : undefined,
    from: day(values.from),
    to: day(values.to),
    funding: firstFault("Line", values.funding, fundingFault),
  };
};

/** The form as it is sent. */
export const termsOf = (values: TermsAnswers): TermsToSave => ({
  objectives: values.objectives.map((answer) => ({
    id: answer.id,
    text: answer.text.trim(),
    measure: {
      code: answer.code,
      label: answer.label,
      unit: answer.unit,
      direction: answer.direction,
    },
    baseline: {
      value: figureOf(answer.baseline),
      date: dayOf(answer.baselineOn),
      source: answer.source.trim(),
    },
    target: { value: figureOf(answer.target), by: dayOf(answer.targetBy) },
  })),
  halfDays: halfDaysOf(values.days) ?? 0,
  from: dayOf(values.from),
  to: dayOf(values.to),
  pattern: values.pattern,
  roles: values.roles,
  confidentiality: values.confidentiality,
  funding: values.funding.map(({ source, days, rate }) => {
    const [pencePerDay = 0, brokerageShare = 0] = rate.split("/").map(Number);
    return { source, halfDays: halfDaysOf(days) ?? 0, pencePerDay, brokerageShare };
  }),
  exitStrategy: values.exitStrategy,
});
