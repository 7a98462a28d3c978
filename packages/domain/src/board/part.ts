import type { ObjectiveOutcome } from "../impact/progress.ts";
import type { IsoDate } from "../school/index.ts";
import type { NeedFact, WorkFact } from "./fact.ts";
import type { Column } from "./figure.ts";

/** A term as figures over time need it. */
export type BoardTerm = { readonly id: string; readonly startsOn: IsoDate };

/** What the figures are told of the area: its zones in their order, and its expertise areas that anyone asks for or gives. */
export type BoardTerms = {
  readonly zones: readonly string[];
  readonly areas: readonly string[];
  /** In their order. */
  readonly terms: readonly BoardTerm[];
  readonly today: IsoDate;
};

/** No parts: the whole alone. */
export const everything = { keys: [], of: () => ["any"] };

/** Counts the records of a line. */
export const counted = <Fact>(given: Omit<Column<Fact>, "value">): Column<Fact> => ({
  value: (found) => found.length,
  addsUp: true,
  ...given,
});

export const isMatched = ({ matchedAt }: NeedFact): boolean => matchedAt !== null;

export const accounts = ["published", "held", "committed", "booked", "delivered"] as const;

export const sumOf =
  <Fact>(amount: (fact: Fact) => number) =>
  (found: readonly Fact[]): number =>
    found.reduce((sum, fact) => sum + amount(fact), 0);

export const outcomes = [
  "met",
  "partly-met",
  "unmet",
  "not-read",
] as const satisfies readonly ObjectiveOutcome[];

/** How many objectives of a deployment came out so. */
export const numberOf =
  (outcome: ObjectiveOutcome) =>
  ({ objectives: stated }: WorkFact): number =>
    stated.filter((one) => one === outcome).length;

/** How objectives came out, a column for each way; every figure of them shares its last line. */
export const outcomeColumns: Readonly<Record<string, Column<WorkFact>>> = Object.fromEntries(
  outcomes.map((outcome) => [
    outcome,
    {
      value: sumOf(numberOf(outcome)),
      madeOf: (one: WorkFact) => numberOf(outcome)(one) > 0,
      addsUp: true,
      population: `objectives ${outcome}`,
    },
  ]),
);
