import { and, eq } from "drizzle-orm";
import type { ReviewId } from "@alongside/domain/review";
import type { Urn } from "@alongside/domain/school";
import type { Write } from "../connection.ts";
import { reviews, reviewSchools } from "../schema/index.ts";

type ReviewRow = typeof reviews.$inferSelect;
type SchoolRow = typeof reviewSchools.$inferSelect;

/** A school in a review. */
export type ReviewedSchool = { readonly reviewId: ReviewId; readonly urn: Urn };

export const recordNewReview = async (
  tx: Write,
  row: typeof reviews.$inferInsert,
): Promise<void> => {
  await tx.insert(reviews).values(row);
};

/** Writes a review's next state and version. */
export const recordReview = async (
  tx: Write,
  seen: Pick<ReviewRow, "id" | "version">,
  change: Partial<Pick<ReviewRow, "state" | "panelOn" | "agreedBy" | "agreedAt">>,
): Promise<void> => {
  await tx
    .update(reviews)
    .set({ ...change, version: seen.version + 1 })
    .where(and(eq(reviews.id, seen.id), eq(reviews.version, seen.version)));
};

/** Writes many judgements at once, of schools that have none in their review yet. */
export const recordNewJudgements = async (
  tx: Write,
  rows: readonly (typeof reviewSchools.$inferInsert)[],
): Promise<void> => {
  if (rows.length > 0) await tx.insert(reviewSchools).values([...rows]);
};

const thisSchool = ({ reviewId, urn }: ReviewedSchool) =>
  and(eq(reviewSchools.reviewId, reviewId), eq(reviewSchools.urn, urn));

/** Writes what changed of a school in a review, and its next version. */
export const recordJudgement = async (
  tx: Write,
  seen: ReviewedSchool & Pick<SchoolRow, "version">,
  change: Partial<Omit<SchoolRow, "reviewId" | "urn" | "version">>,
): Promise<void> => {
  await tx
    .update(reviewSchools)
    .set({ ...change, version: seen.version + 1 })
    .where(and(thisSchool(seen), eq(reviewSchools.version, seen.version)));
};

/** Notes the need that was begun, or that the people of the school were asked for days: what was judged stays as it is, and so does its version. */
export const recordReviewFollowUp = async (
  tx: Write,
  school: ReviewedSchool,
  change: Partial<
    Pick<
      SchoolRow,
      "needId" | "invitedAt" | "inviteAnswer" | "inviteAnsweredBy" | "inviteAnsweredAt"
    >
  >,
): Promise<void> => {
  await tx.update(reviewSchools).set(change).where(thisSchool(school));
};
