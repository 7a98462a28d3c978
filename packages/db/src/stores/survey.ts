import { and, eq } from "drizzle-orm";
import type { Write } from "../connection.ts";
import { surveyAnswers, surveys } from "../schema/index.ts";

type SurveyRow = typeof surveys.$inferSelect;
type AnswerRow = typeof surveyAnswers.$inferSelect;

export const recordNewSurvey = async (
  tx: Write,
  row: typeof surveys.$inferInsert,
): Promise<void> => {
  await tx.insert(surveys).values(row);
};

/** Writes what changed of a survey, and its next version. */
export const recordSurvey = async (
  tx: Write,
  seen: Pick<SurveyRow, "id" | "version">,
  change: Partial<
    Pick<SurveyRow, "title" | "statements" | "question" | "state" | "opensOn" | "closesOn">
  >,
): Promise<void> => {
  await tx
    .update(surveys)
    .set({ ...change, version: seen.version + 1 })
    .where(and(eq(surveys.id, seen.id), eq(surveys.version, seen.version)));
};

/** Writes answers of schools that have none to their survey yet. */
export const recordNewAnswers = async (
  tx: Write,
  rows: readonly (typeof surveyAnswers.$inferInsert)[],
): Promise<void> => {
  if (rows.length > 0) await tx.insert(surveyAnswers).values([...rows]);
};

/** Writes what changed of an answer, and its next version. */
export const recordAnswer = async (
  tx: Write,
  seen: Pick<AnswerRow, "surveyId" | "urn" | "version">,
  change: Partial<Omit<AnswerRow, "surveyId" | "urn" | "version">>,
): Promise<void> => {
  await tx
    .update(surveyAnswers)
    .set({ ...change, version: seen.version + 1 })
    .where(
      and(
        eq(surveyAnswers.surveyId, seen.surveyId),
        eq(surveyAnswers.urn, seen.urn),
        eq(surveyAnswers.version, seen.version),
      ),
    );
};
