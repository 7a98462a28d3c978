import type { Write } from "@alongside/db";
import type { PersonId } from "@alongside/domain/identity";

const minute = 60_000;

/** A session that nobody uses ends after this long, or sooner where the instance says so. */
export const idleFor = 60 * minute;
/** A session ends after this long, however much it is used. */
export const lastsFor = 12 * 60 * minute;
/** Use is noted at most this often, so that reading rarely writes: once a minute where sessions end after an hour. */
export const noteEvery = (idle: number): number => Math.min(minute, idle / 60);
/** After a change of roles, how long the old token serves the requests that were already under way. */
export const graceFor = 10_000;

/** A signed-in device. All times are milliseconds since 1970. */
export type Session = {
  /** The SHA-256 of the token: names the device in lists, and opens nothing. */
  readonly id: string;
  readonly personId: PersonId;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  readonly idleUntil: number;
  readonly endsAt: number;
  readonly userAgent: string | null;
  readonly secondFactorAt: number | null;
  /** The person's roles changed since: answer this request with `rotate(session, "roles-changed")` and the cookie of its token. */
  readonly rotationDue: boolean;
};

export type NewSession = {
  readonly personId: PersonId;
  readonly userAgent?: string | undefined;
  readonly secondFactorAt?: number | undefined;
  /** The id of the session that the browser brought to the sign-in: it ends, so that nobody can plant one. */
  readonly replaces?: string | undefined;
};

/** Why a session gets a new token. Only a change of roles leaves the old one a few seconds. */
export type RotationReason = "roles-changed" | { readonly secondFactorAt: number };

export type Issued = { readonly token: string; readonly session: Session };

export type SessionWrites = {
  readonly start: (input: NewSession) => Promise<Issued>;
  /**
   * A new token for the same session, with the same end; undefined when the session is over, or when another request was first and
   * has the new token.
   */
  readonly rotate: (
    session: Pick<Session, "id">,
    reason: RotationReason,
  ) => Promise<Issued | undefined>;
  /** Ends one of the person's own devices; false when it is not one of theirs, or has ended. */
  readonly end: (personId: PersonId, sessionId: string) => Promise<boolean>;
  /** Ends all devices of a person, but the one named; answers how many. */
  readonly endAllOf: (personId: PersonId, except?: string) => Promise<number>;
  /** Every device of the person gets a new token at its next request. */
  readonly rotateAllOf: (personId: PersonId) => Promise<void>;
  /** Removes what has run out; answers how many. */
  readonly sweep: () => Promise<number>;
};

/**
 * Who is at the other end of a cookie. Written once, so that what stands behind it can be replaced in one file:
 * whatever passes `describeSessionService` will do.
 */
export type SessionService = SessionWrites & {
  /** Milliseconds until a session that nobody uses ends: for the browser, to warn in time. */
  readonly idleFor: number;
  /** The session of a token, or undefined: unknown, ended, run out, and its person deactivated answer alike. */
  readonly read: (
    token: string,
  ) => Promise<{ readonly session: Session; readonly personId: PersonId } | undefined>;
  /** The person's devices that have not run out, the one used last first. */
  readonly listOf: (personId: PersonId) => Promise<readonly Session[]>;
  /** The same writes inside a transaction that is already open. */
  readonly within: (tx: Write) => SessionWrites;
};
