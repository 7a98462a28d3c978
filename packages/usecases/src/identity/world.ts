import { createAuth, type Auth } from "@alongside/auth";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import {
  commandLine,
  toId,
  type Actor,
  type Grant,
  type PersonId,
} from "@alongside/domain/identity";
import type { Refusal } from "@alongside/domain/refusal";
import { londonDate } from "@alongside/domain/school";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { RefusedError } from "../context/index.ts";
import { actorOf } from "./actor.ts";
import type { IdentityContext } from "./context.ts";

/** For tests alone: a database of its own, a clock that stands still, and people with passwords. */
export type World = {
  readonly database: TestDatabase;
  readonly auth: Auth;
  readonly now: () => number;
  readonly pass: (milliseconds: number) => void;
  /** A request by this actor. */
  readonly as: (actor: Actor, sessionId?: string) => IdentityContext;
  /** A request that brings this token. */
  readonly bringing: (token: string | undefined) => Promise<IdentityContext>;
  readonly addPerson: (name: string, grants?: readonly Grant[]) => Promise<PersonId>;
  readonly events: (kind?: string) => Promise<readonly StoredEvent[]>;
  readonly drop: () => void;
};

export type StoredEvent = {
  readonly kind: string;
  readonly actor: string;
  readonly entity: string;
  readonly entityId: string;
  readonly areaId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
};

export const start = Date.parse("2026-03-02T09:00:00Z");
export const minute = 60_000;
export const hour = 60 * minute;
export const password = "marmot sings under lamps";
export const from = {
  address: "203.0.113.7",
  userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
};
export const emailOf = (name: string): string => `${name.toLowerCase()}@alder.example`;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const toEvent = (row: Readonly<Record<string, unknown>>): StoredEvent => ({
  kind: text(row["kind"]),
  actor: text(row["actor"]),
  entity: text(row["entity"]),
  entityId: text(row["entity_id"]),
  areaId: row["area_id"] === null ? null : text(row["area_id"]),
  payload: JSON.parse(text(row["payload"])),
});

export const openWorld = async (): Promise<World> => {
  const database = await freshDatabase();
  const clock = { now: start, ids: 0 };
  const now = (): number => clock.now;
  const newId = (): string => `id-${(clock.ids += 1)}`;
  const auth = createAuth({ database, now });
  const passwordHash = await auth.passwords.hash(password);
  const as = (actor: Actor, sessionId?: string): IdentityContext => ({
    ...{ actor, sessionId, now, newId, auth },
    ...{ requestId: "r1", read: database.read, write: database.write },
  });
  return {
    ...{ database, auth, now, as },
    pass: (milliseconds) => {
      clock.now += milliseconds;
    },
    bringing: async (token) => {
      const held = token === undefined ? undefined : await auth.sessions.read(token);
      if (held === undefined) return as({ kind: "anonymous" });
      return as(await actorOf(database.read, held.session), held.session.id);
    },
    addPerson: async (name, grants = []) => {
      const id = toId<PersonId>(name.toLowerCase());
      const createdAt = new Date(now()).toISOString();
      await database.write(async (tx) => {
        await recordPerson(tx, { id, name, email: emailOf(name), passwordHash, createdAt });
        for (const grant of grants) {
          await recordGrant(tx, { ...grant, id: newId(), personId: id, fromOn: londonDate(now()) });
        }
      });
      return id;
    },
    events: async (kind) => {
      const { rows } = await database.client.execute("SELECT * FROM events ORDER BY seq");
      const all = rows.map((row) => toEvent(row));
      return kind === undefined ? all : all.filter((event) => event.kind === kind);
    },
    drop: () => database.drop(),
  };
};

/** The refusal that a piece of work ends in; throws what is no refusal, and when there is none. */
export const refusalOf = async (work: () => Promise<unknown>): Promise<Refusal> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
  throw new Error("it was not refused");
};

export const command = commandLine;
