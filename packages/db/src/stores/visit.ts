import { and, eq, isNull } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { PersonId } from "@alongside/domain/identity";
import type { Visit, VisitId } from "@alongside/domain/visit";
import type { Write } from "../connection.ts";
import { calendarFeeds, outboxMails, visitActions, visits } from "../schema/index.ts";

type VisitRow = typeof visits.$inferSelect;

/** What lists filter and sort by, read from the state so that the two cannot part. */
const columnsOf = (visit: Visit) => ({
  visit,
  state: visit.state,
  date: visit.date,
  halfDays: visit.halfDays,
  noteDue: visit.state === "done" ? visit.noteDue : null,
});

type NewVisit = Omit<
  VisitRow,
  | "id"
  | "deploymentId"
  | "state"
  | "date"
  | "halfDays"
  | "noteDue"
  | "remindedAt"
  | "changedAt"
  | "version"
  | "sequence"
> &
  Partial<Pick<VisitRow, "changedAt" | "version" | "sequence">>;

/** Writes a new visit, in whichever state it has reached. */
export const recordNewVisit = async (tx: Write, given: NewVisit): Promise<void> => {
  const { visit, ...columns } = given;
  const { id, deployment: deploymentId } = visit;
  await tx
    .insert(visits)
    .values({ changedAt: given.createdAt, ...columns, ...columnsOf(visit), id, deploymentId });
};

/** Writes a visit's next state and version; `startsAt` and `sequence` where calendars must learn of the change. */
export const recordVisit = async (
  tx: Write,
  seen: Pick<VisitRow, "id" | "version">,
  change: {
    readonly visit: Visit;
    readonly changedAt: string;
    readonly startsAt?: string;
    readonly sequence?: number;
  },
): Promise<void> => {
  const { visit, ...columns } = change;
  await tx
    .update(visits)
    .set({ ...columns, ...columnsOf(visit), version: seen.version + 1 })
    .where(and(eq(visits.id, seen.id), eq(visits.version, seen.version)));
};

/** Notes that the leader was reminded of a visit's record. */
export const recordVisitReminder = async (tx: Write, id: VisitId, at: Instant): Promise<void> => {
  await tx.update(visits).set({ remindedAt: at }).where(eq(visits.id, id));
};

/** Puts a note's actions in the place of those that the note had before; what was done stays. */
export const recordVisitActions = async (
  tx: Write,
  id: VisitId,
  actions: readonly (typeof visitActions.$inferInsert)[],
): Promise<void> => {
  await tx
    .delete(visitActions)
    .where(and(eq(visitActions.visitId, id), isNull(visitActions.doneAt)));
  if (actions.length > 0) await tx.insert(visitActions).values([...actions]);
};

/** Notes that an action was done, and by whom. */
export const recordActionDone = async (
  tx: Write,
  id: string,
  done: { readonly doneAt: Instant; readonly doneBy: PersonId },
): Promise<void> => {
  await tx
    .update(visitActions)
    .set(done)
    .where(and(eq(visitActions.id, id), isNull(visitActions.doneAt)));
};

/** Ends whatever private calendar addresses a person has. */
export const recordFeedsRevoked = async (
  tx: Write,
  personId: PersonId,
  at: Instant,
): Promise<void> => {
  await tx
    .update(calendarFeeds)
    .set({ revokedAt: at })
    .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)));
};

/** Writes a person's private calendar address, by the hash of its token. */
export const recordFeed = async (
  tx: Write,
  feed: Omit<typeof calendarFeeds.$inferInsert, "revokedAt">,
): Promise<void> => {
  await tx.insert(calendarFeeds).values(feed);
};

/** Puts mails about visits and what comes after them in the outbox, in the transaction that gives the reason for them. */
export const recordVisitMails = async (
  tx: Write,
  mails: readonly (typeof outboxMails.$inferInsert)[],
): Promise<void> => {
  if (mails.length > 0) await tx.insert(outboxMails).values([...mails]);
};
