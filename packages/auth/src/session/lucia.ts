import type { Database, Read, Write } from "@alongside/db";
import {
  recordDeviceEnd,
  recordEndOfAllSessions,
  recordEndOfExpiredSessions,
  recordRotationDue,
  recordSession,
  recordSessionEnd,
  recordSessionRotation,
  recordSessionUse,
} from "@alongside/db/stores/identity-session";
import {
  listSessionsOf,
  prepareSessionLookup,
  type SessionLookup,
  type SessionRow,
} from "@alongside/db/views/identity-session";
import type { PersonId } from "@alongside/domain/identity";
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from "lucia";
import { hashToken, isToken, newToken as randomToken } from "../token.ts";
import {
  graceFor,
  idleFor as anHour,
  lastsFor,
  noteEvery,
  type NewSession,
  type Session,
  type SessionService,
  type SessionWrites,
} from "./session.ts";

type Attributes = { readonly row: Session };

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Attributes>;
    UserId: PersonId;
    DatabaseSessionAttributes: Attributes;
  }
}

export type SessionSettings = {
  readonly database: Pick<Database, "read" | "write">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newToken?: () => string;
  /** Milliseconds until a session that nobody uses ends; an hour unless told otherwise. */
  readonly idleFor?: number | undefined;
};

type Run = <Value>(work: (tx: Write) => Promise<Value>) => Promise<Value>;

type Parts = {
  readonly now: () => number;
  readonly newToken: () => string;
  readonly read: Read;
  readonly lookup: SessionLookup;
  readonly idleFor: number;
};

const toSession = ({ previousId: _id, previousUntil: _until, ...session }: SessionRow): Session =>
  session;

/**
 * Lifetimes are ours, but lucia compares with the process's clock a moment later. So what is left is counted from there, and
 * what has not run out is given a second more, lest it run out in between.
 */
const toProcessTime = (left: number): Date =>
  left <= 0 ? new Date(0) : new Date(Date.now() + left + 1000);

/** Our adapter. Only hashes of tokens reach the database, and each answer carries the plain token back, as lucia expects. */
const createAdapter = (run: Run, { now, read, lookup, idleFor }: Parts): Adapter => {
  const toAnswer = (id: string, row: SessionRow): DatabaseSession => ({
    id,
    userId: row.personId,
    expiresAt: toProcessTime(Math.min(row.idleUntil, row.endsAt) - now()),
    attributes: { row: toSession(row) },
  });
  const noteUse = (token: string) =>
    run((tx) =>
      recordSessionUse(tx, hashToken(token), {
        at: now(),
        idleUntil: now() + idleFor,
        unlessAfter: now() - noteEvery(idleFor),
      }),
    );
  return {
    getSessionAndUser: async (token) => {
      const id = hashToken(token);
      const row = (await lookup.byId(id)) ?? (await lookup.byPreviousId(id, now()));
      if (row === undefined) return [null, null];
      return [toAnswer(token, row), { id: row.personId, attributes: {} }];
    },
    getUserSessions: async (personId) =>
      (await listSessionsOf(read, personId)).map((row) => toAnswer(row.id, row)),
    setSession: ({ id, attributes }) =>
      run((tx) => recordSession(tx, { ...attributes.row, id: hashToken(id) })),
    updateSessionExpiration: noteUse,
    deleteSession: (token) => run((tx) => recordSessionEnd(tx, hashToken(token))),
    deleteUserSessions: (personId) =>
      run(async (tx) => void (await recordEndOfAllSessions(tx, personId, undefined))),
    deleteExpiredSessions: () =>
      run(async (tx) => void (await recordEndOfExpiredSessions(tx, now()))),
  };
};

const luciaOn = (adapter: Adapter, idleFor: number) =>
  new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(idleFor, "ms"),
    getSessionAttributes: ({ row }) => ({ row }),
  });

const newRow = (
  input: NewSession,
  id: string,
  { at, idleFor }: { readonly at: number; readonly idleFor: number },
): Session => ({
  id,
  personId: input.personId,
  createdAt: at,
  lastUsedAt: at,
  idleUntil: at + idleFor,
  endsAt: at + lastsFor,
  userAgent: input.userAgent?.slice(0, 400) ?? null,
  secondFactorAt: input.secondFactorAt ?? null,
  rotationDue: false,
});

const createWrites = (run: Run, parts: Parts): SessionWrites => {
  const { now, newToken, idleFor } = parts;
  const lucia = luciaOn(createAdapter(run, parts), idleFor);
  return {
    start: async (input) => {
      const { replaces } = input;
      if (replaces !== undefined) await run((tx) => recordSessionEnd(tx, replaces));
      const token = newToken();
      const session = newRow(input, hashToken(token), { at: now(), idleFor });
      await lucia.createSession(input.personId, { row: session }, { sessionId: token });
      return { token, session };
    },
    rotate: async ({ id }, reason) => {
      const next = newToken();
      const change =
        reason === "roles-changed"
          ? { previousUntil: now() + graceFor }
          : { previousUntil: null, secondFactorAt: reason.secondFactorAt };
      const row = await run((tx) =>
        recordSessionRotation(tx, id, { id: hashToken(next), at: now(), ...change }),
      );
      return row === undefined ? undefined : { token: next, session: toSession(row) };
    },
    end: (personId, id) => run((tx) => recordDeviceEnd(tx, personId, id)),
    endAllOf: (personId, except) => run((tx) => recordEndOfAllSessions(tx, personId, except)),
    rotateAllOf: (personId) => run((tx) => recordRotationDue(tx, personId)),
    sweep: () => run((tx) => recordEndOfExpiredSessions(tx, now())),
  };
};

/** Many requests of one page arrive at once: only one of them notes the use. */
const createNoting = (noteUse: (token: string) => Promise<void>, every: number) => {
  const underWay = new Set<string>();
  return async (token: string, session: Session, now: number): Promise<void> => {
    if (now - session.lastUsedAt < every || underWay.has(session.id)) return;
    underWay.add(session.id);
    try {
      await noteUse(token);
    } finally {
      underWay.delete(session.id);
    }
  };
};

/** Sessions kept by lucia in our own tables. Its dates and cookies are not used: see `docs/decisions/0006-sessions-behind-our-own-service.md`. */
export const createSessionService = (settings: SessionSettings): SessionService => {
  const { database, now, newToken = randomToken, idleFor = anHour } = settings;
  const lookup = prepareSessionLookup(database.read);
  const parts = { now, newToken, read: database.read, lookup, idleFor };
  const adapter = createAdapter(database.write, parts);
  const lucia = luciaOn(adapter, idleFor);
  const noteUse = (token: string) => adapter.updateSessionExpiration(token, new Date());
  const note = createNoting(noteUse, noteEvery(idleFor));
  return {
    idleFor,
    ...createWrites(database.write, parts),
    within: (tx) => createWrites((work) => work(tx), parts),
    read: async (token) => {
      if (!isToken(token)) return undefined;
      const { session } = await lucia.validateSession(token);
      if (session === null) return undefined;
      if (!session.fresh) await note(token, session.row, now());
      return { session: session.row, personId: session.userId };
    },
    listOf: async (personId) =>
      (await lucia.getUserSessions(personId)).map((session) => session.row),
  };
};
