import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { people, sessions } from "../schema/index.ts";

export type SessionRow = typeof sessions.$inferSelect;

const columns = {
  id: sessions.id,
  personId: sessions.personId,
  createdAt: sessions.createdAt,
  lastUsedAt: sessions.lastUsedAt,
  idleUntil: sessions.idleUntil,
  endsAt: sessions.endsAt,
  userAgent: sessions.userAgent,
  secondFactorAt: sessions.secondFactorAt,
  rotationDue: sessions.rotationDue,
  previousId: sessions.previousId,
  previousUntil: sessions.previousUntil,
};

export type SessionLookup = {
  /** The session with this id, unless its person was deactivated. */
  readonly byId: (id: string) => Promise<SessionRow | undefined>;
  /** The session that had this id until a moment ago, while the requests already under way may use it. */
  readonly byPreviousId: (id: string, now: number) => Promise<SessionRow | undefined>;
};

/** Prepared once for the life of the handle: every request asks it. */
export const prepareSessionLookup = (read: Read): SessionLookup => {
  const from = () =>
    read.select(columns).from(sessions).innerJoin(people, eq(people.id, sessions.personId));
  const id = sql.placeholder("id");
  const byId = from()
    .where(and(eq(sessions.id, id), isNull(people.deactivatedAt)))
    .prepare();
  const byPreviousId = from()
    .where(
      and(
        eq(sessions.previousId, id),
        gt(sessions.previousUntil, sql.placeholder("now")),
        isNull(people.deactivatedAt),
      ),
    )
    .prepare();
  return {
    byId: (value) => byId.get({ id: value }),
    byPreviousId: (value, now) => byPreviousId.get({ id: value, now }),
  };
};

/** The person's devices, the one used last first; those that have run out are among them. */
export const listSessionsOf = (read: Read, personId: PersonId): Promise<readonly SessionRow[]> =>
  read
    .select()
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(desc(sessions.lastUsedAt));
