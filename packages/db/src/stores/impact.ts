import { and, eq, isNull } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { DeploymentId } from "@alongside/domain/deployment";
import type { PersonId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import {
  caseStudies,
  followUps,
  leaderAlerts,
  midPointReviews,
  readings,
} from "../schema/index.ts";

/** Adds a reading of an objective. */
export const recordReading = async (
  tx: Write,
  reading: Omit<typeof readings.$inferInsert, "takenBackAt" | "takenBackBy" | "takenBackReason">,
): Promise<void> => {
  await tx.insert(readings).values(reading);
};

/** Notes that a reading was wrong; the row stays. */
export const recordReadingTakenBack = async (
  tx: Write,
  id: string,
  taken: {
    readonly takenBackAt: Instant;
    readonly takenBackBy: PersonId;
    readonly takenBackReason: string;
  },
): Promise<void> => {
  await tx
    .update(readings)
    .set(taken)
    .where(and(eq(readings.id, id), isNull(readings.takenBackAt)));
};

/** Writes the look half-way, the first or one that takes its place. */
export const recordReview = async (
  tx: Write,
  review: typeof midPointReviews.$inferInsert,
): Promise<void> => {
  const { deploymentId: _id, areaId: _area, ...columns } = review;
  await tx
    .insert(midPointReviews)
    .values(review)
    .onConflictDoUpdate({ target: midPointReviews.deploymentId, set: columns });
};

/** Notes that the follow-up of a deployment was asked for, and by when it is due. */
export const recordFollowUp = async (
  tx: Write,
  followUp: typeof followUps.$inferInsert,
): Promise<void> => {
  await tx.insert(followUps).values(followUp);
};

/** Writes the answer to a follow-up. */
export const recordFollowUpAnswer = async (
  tx: Write,
  deploymentId: DeploymentId,
  answer: Required<
    Pick<
      typeof followUps.$inferInsert,
      "sustained" | "comment" | "answeredBy" | "answeredAt" | "version"
    >
  >,
): Promise<void> => {
  await tx.update(followUps).set(answer).where(eq(followUps.deploymentId, deploymentId));
};

/** Writes a case study as it stands now. */
export const recordCaseStudy = async (
  tx: Write,
  study: typeof caseStudies.$inferInsert,
): Promise<void> => {
  const { deploymentId: _id, areaId: _area, ...columns } = study;
  await tx
    .insert(caseStudies)
    .values(study)
    .onConflictDoUpdate({ target: caseStudies.deploymentId, set: columns });
};

/** Raises an alert; answers whether it is new: the same thing is raised once. */
export const recordAlert = async (
  tx: Write,
  alert: Omit<
    typeof leaderAlerts.$inferInsert,
    "handledAt" | "handledBy" | "handledWords" | "version"
  >,
): Promise<boolean> => {
  const { rowsAffected } = await tx.insert(leaderAlerts).values(alert).onConflictDoNothing();
  return rowsAffected === 1;
};

/** Notes what was done about an alert. */
export const recordAlertHandled = async (
  tx: Write,
  seen: { readonly id: string; readonly version: number },
  handled: {
    readonly handledAt: Instant;
    readonly handledBy: PersonId;
    readonly handledWords: string;
  },
): Promise<void> => {
  await tx
    .update(leaderAlerts)
    .set({ ...handled, version: seen.version + 1 })
    .where(and(eq(leaderAlerts.id, seen.id), eq(leaderAlerts.version, seen.version)));
};
