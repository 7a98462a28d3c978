import { AsyncLocalStorage } from "node:async_hooks";
import { createClient, type Client, type Config, type InStatement } from "@libsql/client";
import { sql } from "drizzle-orm";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { isBusy, unanswered } from "./fault.ts";
import { createPreparedClient } from "./prepared.ts";
import { createTurns, type Turns } from "./turn.ts";
import * as schema from "./schema/index.ts";

export type Schema = typeof schema;
type Handle = LibSQLDatabase<Schema>;

/** Reads see the last committed state and never wait for a write. */
export type Read = Pick<Handle, "select" | "selectDistinct" | "all" | "get" | "values" | "$count">;
/** What a write may do: everything, inside its transaction. */
export type Write = Parameters<Parameters<Handle["transaction"]>[0]>[0];

export type Database = {
  readonly read: Read;
  /**
   * Runs `work` in a write transaction of its own, one at a time; a throw rolls all of it back. Throws when it is asked for inside another
   * one, which would wait for itself.
   */
  readonly write: <Value>(work: (tx: Write) => Promise<Value>) => Promise<Value>;
  readonly isRemote: boolean;
  readonly client: Client;
  readonly close: () => void;
};

export type DatabaseAddress = { readonly url: string; readonly authToken?: string | undefined };

const busyRetries = 80;
/** SQLite waits inside the call, and with it the whole event loop: what is longer is waited for outside, between two tries. */
const busyTimeout = 20;
/** Milliseconds for one call to a database server, and for a whole write with its tries. */
const remoteCallTimeout = 10_000;
const remoteWriteTimeout = 30_000;

const isRemoteUrl = (url: string): boolean => !url.startsWith("file:");

/** A server that was reached and says nothing would otherwise keep a request, and the gate behind it, for minutes. */
const fetchInTime = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(remoteCallTimeout) });
  } catch (cause) {
    throw unanswered(cause);
  }
};

const configFor = (address: DatabaseAddress, concurrency: number): Config => ({
  url: address.url,
  concurrency,
  timeout: busyTimeout,
  fetch: fetchInTime,
  ...(address.authToken === undefined ? {} : { authToken: address.authToken }),
});

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, Math.min(5 * 2 ** attempt, 80) * (0.5 + Math.random())),
  );

const withTimeout = async <Value>(work: Promise<Value>, milliseconds: number): Promise<Value> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(unanswered()), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** A local database answers at once: without a breath a queue of writes would keep everything else waiting until it is empty. */
const breath = (): Promise<void> => new Promise((go) => setImmediate(go));

/** A gate lets one write through at a time: concurrent libSQL transactions on a file fail at once. */
const createGate = () => {
  let last: Promise<unknown> = Promise.resolve();
  const inside = new AsyncLocalStorage<{ isOver: boolean }>();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (inside.getStore()?.isOver === false)
      return Promise.reject(new Error("a write was asked for inside another one"));
    const turnOf = async () => {
      const place = { isOver: false };
      try {
        return await inside.run(place, work);
      } finally {
        place.isOver = true;
      }
    };
    const start = () => breath().then(turnOf);
    const turn = last.then(start, start);
    last = turn.catch(() => undefined);
    return turn;
  };
};

/** A BUSY can poison a pooled connection for good, so the writer reconnects before it tries again. */
const retryWhenBusy = async <Value>(client: Client, work: () => Promise<Value>): Promise<Value> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || attempt === busyRetries) throw error;
      await client.reconnect();
      await pause(attempt);
    }
  }
};

/** Guarantee: what only reads calls nothing but `execute`. */
const createReader = (url: string, room: Turns): Client =>
  createPreparedClient({ url, timeout: busyTimeout, room }) as Client;

/**
 * Guarantee: writes call nothing of a client but `transaction`, and nothing of what that answers but `execute`, `commit` and `rollback`. What one
 * write reads and writes may be as much as many requests ask for.
 */
const inTurns = (client: Client, room: Turns): Client => {
  const transaction = async () => {
    const held = await client.transaction("write");
    const execute = async (statement: InStatement) => {
      await room();
      return held.execute(statement);
    };
    return { execute, commit: () => held.commit(), rollback: () => held.rollback() };
  };
  return { transaction } as Pick<Client, "transaction"> as Client;
};

/** Hears of every statement that is read with. */
export type HearStatement = (sql: string, params: readonly unknown[]) => void;

/**
 * Opens `file:` databases in process, and libSQL servers (`http(s)://`, `ws(s)://`, `libsql://`) over the network.
 * Throws when the file cannot be opened.
 */
export const openDatabase = (address: DatabaseAddress, hear?: HearStatement): Database => {
  const isRemote = isRemoteUrl(address.url);
  const room = createTurns();
  const reader = isRemote ? createClient(configFor(address, 4)) : createReader(address.url, room);
  const writer = createClient(configFor(address, isRemote ? 4 : 1));
  const logger = hear === undefined ? false : { logQuery: hear };
  const readHandle = drizzle(reader, { schema, casing: "snake_case", logger });
  const writeHandle = drizzle(isRemote ? writer : inTurns(writer, room), {
    schema,
    casing: "snake_case",
  });
  const gate = createGate();

  const write: Database["write"] = (work) =>
    gate(() => {
      const attempt = () => retryWhenBusy(writer, () => writeHandle.transaction(work));
      return isRemote ? withTimeout(attempt(), remoteWriteTimeout) : attempt();
    });

  return {
    read: readHandle,
    write,
    isRemote,
    client: writer,
    close: () => {
      reader.close();
      writer.close();
    },
  };
};

export const isReachable = async (database: Database): Promise<boolean> => {
  try {
    await database.read.get(sql`SELECT 1`);
    return true;
  } catch {
    return false;
  }
};
