import type { Evaluation, Side } from "../deployment/state.ts";

/** A question of the form in which both sides say what came of the work. */
export type EvaluationQuestion = {
  readonly code: string;
  readonly label: string;
  readonly kind: "scale" | "words";
  readonly isNeeded: boolean;
};

const scale = (code: string, label: string): EvaluationQuestion => ({
  code,
  label,
  kind: "scale",
  isNeeded: true,
});
const words = (code: string, label: string, isNeeded: boolean): EvaluationQuestion => ({
  code,
  label,
  kind: "words",
  isNeeded,
});

/** What every answer on the scale means, the least first: 1 to 4. */
export const scaleWords = ["Not at all", "A little", "Mostly", "Fully"] as const;

const ending: readonly EvaluationQuestion[] = [
  words("changed", "What is different now?", true),
  words("better", "What could have gone better?", false),
];

/** The questions of each side (Product rules, §3: impact). */
export const evaluationQuestions: Readonly<Record<Side, readonly EvaluationQuestion[]>> = {
  "supported-school": [
    scale("difference", "The support made the difference that we asked for"),
    scale("fit", "The leader understood our school and what it needed"),
    scale("reliability", "Visits and what was agreed on them happened as agreed"),
    scale("again", "We would ask for this leader again"),
    ...ending,
  ],
  leader: [
    scale("difference", "The support made the difference that was asked for"),
    scale("fit", "The need was as it was described"),
    scale("reliability", "The school did what was agreed"),
    scale("again", "I would support this school again"),
    ...ending,
  ],
};

type Fault = readonly [code: string, sentence: string];

const isScale = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= scaleWords.length;

/** What is missing or wrong in a side's answers, by question; undefined when nothing is. */
export const faultsOfAnswers = (
  side: Side,
  answers: Evaluation["answers"],
): Readonly<Record<string, string>> | undefined => {
  const questions = evaluationQuestions[side];
  const faults = questions.flatMap(({ code, label, kind, isNeeded }): readonly Fault[] => {
    const answer = answers[code];
    if (kind === "scale")
      return isScale(answer) ? [] : [[code, `Choose one of the four: ‘${label}’`]];
    const isSaid = typeof answer === "string" && answer.trim() !== "";
    return isSaid || !isNeeded ? [] : [[code, "Say it in a sentence"]];
  });
  const unknown = Object.keys(answers)
    .filter((code) => !questions.some((question) => question.code === code))
    .map((code): Fault => [code, "There is no such question"]);
  const all = [...faults, ...unknown];
  return all.length === 0 ? undefined : Object.fromEntries(all);
};

/** The mean of a side's answers on the scale as a share from 0 to 1; undefined where there are none. */
export const shareOfAnswers = ({ side, answers }: Evaluation): number | undefined => {
  const values = evaluationQuestions[side]
    .filter(({ kind }) => kind === "scale")
    .map(({ code }) => Number(answers[code]))
    .filter((value) => isScale(value));
  if (values.length === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return (mean - 1) / (scaleWords.length - 1);
};
