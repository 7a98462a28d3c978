import { and, eq, gt, lte, ne, or, sql } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { people, sessions } from "../schema/index.ts";

const recordSeen = async (
  tx: Write,
  { personId, at }: { readonly personId: PersonId; readonly at: number },
): Promise<void> => {
  await tx
    .update(people)
    .set({ lastSeenAt: new Date(at).toISOString() })
    .where(eq(people.id, personId));
};

/** Writes a session, and that its person was seen as it began. */
export const recordSession = async (
  tx: Write,
  session: typeof sessions.$inferInsert,
): Promise<void> => {
  await tx.insert(sessions).values(session);
  await recordSeen(tx, { personId: session.personId, at: session.createdAt });
};

/**
 * Notes that a session was used, which makes it idle later, though never past its end, and its person seen now.
 * Does nothing when another request noted it after `unlessAfter`.
 */
export const recordSessionUse = async (
  tx: Write,
  id: string,
  use: { readonly at: number; readonly idleUntil: number; readonly unlessAfter: number },
): Promise<void> => {
  const [row] = await tx
    .update(sessions)
    .set({ lastUsedAt: use.at, idleUntil: sql`min(${sessions.endsAt}, ${use.idleUntil})` })
    .where(and(eq(sessions.id, id), lte(sessions.lastUsedAt, use.unlessAfter)))
    .returning({ personId: sessions.personId });
  if (row === undefined) return;
  await recordSeen(tx, { personId: row.personId, at: use.at });
};

export type SessionRotation = {
  /** Milliseconds since 1970: a session that has run out by then gets no new token. */
  readonly at: number;
  readonly id: string;
  readonly secondFactorAt?: number;
  /** How long the old token still opens the session: null for not at all. */
  readonly previousUntil: number | null;
};

/** Gives a session a new token; undefined when there is no such session any more. */
export const recordSessionRotation = async (
  tx: Write,
  id: string,
  rotation: SessionRotation,
): Promise<typeof sessions.$inferSelect | undefined> => {
  const { at, previousUntil, ...changed } = rotation;
  const [row] = await tx
    .update(sessions)
    .set({
      ...changed,
      rotationDue: false,
      previousId: previousUntil === null ? null : id,
      previousUntil,
    })
    .where(and(eq(sessions.id, id), gt(sessions.idleUntil, at), gt(sessions.endsAt, at)))
    .returning();
  return row;
};

export const recordRotationDue = async (tx: Write, personId: PersonId): Promise<void> => {
  await tx.update(sessions).set({ rotationDue: true }).where(eq(sessions.personId, personId));
};

export const recordSessionEnd = async (tx: Write, id: string): Promise<void> => {
  await tx.delete(sessions).where(eq(sessions.id, id));
};

/** Ends one device of this person; false when it is not theirs or has ended. */
export const recordDeviceEnd = async (
  tx: Write,
  personId: PersonId,
  id: string,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.personId, personId)));
  return rowsAffected === 1;
};

/** Ends all devices of a person but the one named; answers how many there were. */
export const recordEndOfAllSessions = async (
  tx: Write,
  personId: PersonId,
  except: string | undefined,
): Promise<number> => {
  const theirs = eq(sessions.personId, personId);
  const { rowsAffected } = await tx
    .delete(sessions)
    .where(except === undefined ? theirs : and(theirs, ne(sessions.id, except)));
  return rowsAffected;
};

export const recordEndOfExpiredSessions = async (tx: Write, now: number): Promise<number> => {
  const { rowsAffected } = await tx
    .delete(sessions)
    .where(or(lte(sessions.idleUntil, now), lte(sessions.endsAt, now)));
  return rowsAffected;
};
