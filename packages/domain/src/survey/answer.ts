import { accepted, refused, type Result } from "../result/index.ts";
import type { SurveyRefusal } from "./survey.ts";

/** Five steps, from 1 strongly disagree to 5 strongly agree. */
export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];

/** A commitment to rate. `key` stays the same from year to year, so that years can be compared. */
export type Statement = { readonly key: string; readonly text: string };

export const mostStatements = 20;
export const mostWords = 300;

/** By the key of the statement; what was not rated yet has no entry. */
export type Ratings = Readonly<Record<string, Rating>>;

/** The statements of a survey, tidied: each with words, no key twice. The fault is by field: `statements`. */
export const faultOfStatements = (statements: readonly Statement[]): string | undefined => {
  const keys = new Set(statements.map(({ key }) => key));
  if (statements.length === 0) return "Write one statement or more";
  if (statements.length > mostStatements) return `Use ${mostStatements} statements or fewer`;
  if (keys.size < statements.length || statements.some(({ key }) => key === ""))
    return "Two statements have the same key";
  if (statements.some(({ text }) => text.trim() === "")) return "A statement has no words";
  return statements.some(({ text }) => text.length > mostWords)
    ? `Use ${mostWords} characters or fewer for a statement`
    : undefined;
};

/** The ratings of statements that the survey has; others are left out. */
export const knownRatings = (statements: readonly Statement[], given: Ratings): Ratings =>
  Object.fromEntries(
    statements.flatMap(({ key }) => {
      const rating = given[key];
      return rating === undefined ? [] : [[key, rating]];
    }),
  );

/** An answer is sent whole: every statement is rated. The words are the head's to leave out. */
export const completeRatings = (
  statements: readonly Statement[],
  given: Ratings,
): Result<Ratings, SurveyRefusal> => {
  const known = knownRatings(statements, given);
  const left = statements.length - Object.keys(known).length;
  return left > 0 ? refused({ kind: "answers-left", left }) : accepted(known);
};
