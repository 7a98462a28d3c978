import { createClient, type Client, type Config } from "@libsql/client";
import { sql } from "drizzle-orm";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { isBusy } from "./fault.ts";
import * as schema from "./schema/index.ts";

export type Schema = typeof schema;
type Handle = LibSQLDatabase<Schema>;

/** Reads see the last committed state and never wait for a write. */
export type Read = Pick<Handle, "select" | "selectDistinct" | "all" | "get" | "values" | "$count">;
/** What a write may do: everything, inside its transaction. */
export type Write = Parameters<Parameters<Handle["transaction"]>[0]>[0];

export type Database = {
  readonly read: Read;
  /** Runs `work` in a write transaction of its own, one at a time; a throw rolls all of it back. */
  readonly write: <Value>(work: (tx: Write) => Promise<Value>) => Promise<Value>;
  readonly isRemote: boolean;
  readonly client: Client;
  readonly close: () => void;
};

export type DatabaseAddress = { readonly url: string; readonly authToken?: string | undefined };

const busyRetries = 80;
/** SQLite waits inside the call, and with it the whole event loop: what is longer is waited for outside, between two tries. */
const busyTimeout = 20;
const remoteWriteTimeout = 30_000;

const isRemoteUrl = (url: string): boolean => !url.startsWith("file:");

const configFor = (address: DatabaseAddress, concurrency: number): Config => ({
  url: address.url,
  concurrency,
  timeout: busyTimeout,
  ...(address.authToken === undefined ? {} : { authToken: address.authToken }),
});

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, Math.min(5 * 2 ** attempt, 80) * (0.5 + Math.random())),
  );

const withTimeout = async <Value>(work: Promise<Value>, milliseconds: number): Promise<Value> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error("the database server did not answer in time")),
    milliseconds,
  );
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
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const start = () => breath().then(work);
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

/**
 * Opens `file:` databases in process, and libSQL servers (`http(s)://`, `ws(s)://`, `libsql://`) over the network.
 * Throws when the file cannot be opened.
 */
export const openDatabase = (address: DatabaseAddress): Database => {
  const isRemote = isRemoteUrl(address.url);
  const reader = createClient(configFor(address, 4));
  const writer = createClient(configFor(address, isRemote ? 4 : 1));
  const readHandle = drizzle(reader, { schema, casing: "snake_case" });
  const writeHandle = drizzle(writer, { schema, casing: "snake_case" });
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
