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
import { listSessionsOf, prepareSessionLookup } from "@alongside/db/views/identity-session";
import { hashToken, newToken } from "../token.ts";
import { describeSessionService } from "./describe-session-service.ts";
import type { SessionSettings } from "./lucia.ts";
import {
  graceFor,
  idleFor as anHour,
  lastsFor,
  noteEvery,
  type Session,
  type SessionService,
  type SessionWrites,
} from "./session.ts";

/** The same service without lucia, to show that one file is all that would have to change. */
const createPlainService = (settings: SessionSettings): SessionService => {
  const { database, now, idleFor = anHour } = settings;
  const every = noteEvery(idleFor);
  const lookup = prepareSessionLookup(database.read);
  const isLive = (session: Session): boolean => session.idleUntil > now() && session.endsAt > now();
  const writesBy = (run: typeof database.write): SessionWrites => ({
    start: async ({ personId, userAgent, secondFactorAt, replaces }) => {
      const token = newToken();
      const at = now();
      const session: Session = {
        id: hashToken(token),
        personId,
        createdAt: at,
        lastUsedAt: at,
        idleUntil: at + idleFor,
        endsAt: at + lastsFor,
        userAgent: userAgent ?? null,
        secondFactorAt: secondFactorAt ?? null,
        rotationDue: false,
      };
      if (replaces !== undefined) await run((tx) => recordSessionEnd(tx, replaces));
      await run((tx) => recordSession(tx, session));
      return { token, session };
    },
    rotate: async ({ id }, reason) => {
      const token = newToken();
      const change =
        reason === "roles-changed"
          ? { previousUntil: now() + graceFor }
          : { ...reason, previousUntil: null };
      const session = await run((tx) =>
        recordSessionRotation(tx, id, { id: hashToken(token), at: now(), ...change }),
      );
      return session === undefined ? undefined : { token, session };
    },
    end: (personId, id) => run((tx) => recordDeviceEnd(tx, personId, id)),
    endAllOf: (personId, except) => run((tx) => recordEndOfAllSessions(tx, personId, except)),
    rotateAllOf: (personId) => run((tx) => recordRotationDue(tx, personId)),
    sweep: () => run((tx) => recordEndOfExpiredSessions(tx, now())),
  });
  return {
    idleFor,
    ...writesBy(database.write),
    within: (tx) => writesBy((work) => work(tx)),
    listOf: async (personId) => (await listSessionsOf(database.read, personId)).filter(isLive),
    read: async (token) => {
      const id = hashToken(token);
      const row = (await lookup.byId(id)) ?? (await lookup.byPreviousId(id, now()));
      if (row === undefined) return undefined;
      if (!isLive(row)) {
        await database.write((tx) => recordSessionEnd(tx, row.id));
        return undefined;
      }
      const { previousId: _id, previousUntil: _until, ...session } = row;
      const at = now();
      if (at - row.lastUsedAt >= every) {
        const use = { at, idleUntil: at + idleFor, unlessAfter: at - every };
        await database.write((tx) => recordSessionUse(tx, row.id, use));
      }
      return { session, personId: row.personId };
    },
  };
};

describeSessionService("sessions without lucia", createPlainService);
