import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate as applyMigrations } from "drizzle-orm/libsql/migrator";
import type { DatabaseAddress } from "./connection.ts";
import { isLockedOut } from "./fault.ts";
import { refreshSearch } from "./search-index.ts";

const migrationsFolder = fileURLToPath(new URL("../../../drizzle", import.meta.url));

const clientFor = (address: DatabaseAddress) =>
  createClient({
    url: address.url,
    ...(address.authToken === undefined ? {} : { authToken: address.authToken }),
  });

/**
 * Brings the database to the newest migration and sets write-ahead logging for a file.
 * Throws when a migration fails (it is then rolled back whole) or leaves a row whose foreign key points nowhere.
 */
export const migrateDatabase = async (address: DatabaseAddress): Promise<void> => {
  const client = clientFor(address);
  try {
    if (address.url.startsWith("file:")) await client.execute("PRAGMA journal_mode = WAL");
    await applyMigrations(drizzle(client), { migrationsFolder });
    const { rows } = await client.execute("PRAGMA foreign_key_check");
    if (rows.length > 0) throw new Error(`${rows.length} rows point to a row that is not there`);
    await refreshSearch(client);
  } finally {
    client.close();
  }
};

/** Refuses a file with damaged pages before anything is written to it. The file must be there; a server looks after its own. */
export const assertWhole = async (address: DatabaseAddress): Promise<void> => {
  if (!address.url.startsWith("file:")) return;
  const client = clientFor(address);
  try {
    const { rows } = await client.execute("PRAGMA quick_check(1)");
    if (rows[0]?.[0] !== "ok") throw new Error(String(rows[0]?.[0]));
  } catch (cause) {
    if (isLockedOut(cause)) throw cause;
    throw new Error(
      "The database is damaged and is not served from. Put the last backup in its place: alongside restore FILE.",
      { cause },
    );
  } finally {
    client.close();
  }
};

/** The settings that durability and integrity rest on; throws with the one that is wrong. */
export const assertDurable = async (address: DatabaseAddress): Promise<void> => {
  if (!address.url.startsWith("file:")) return;
  const client = clientFor(address);
  try {
    const expected = { foreign_keys: 1, synchronous: 2, journal_mode: "wal" };
    for (const [name, value] of Object.entries(expected)) {
      const { rows } = await client.execute(`PRAGMA ${name}`);
      const found = rows[0]?.[0];
      if (found !== value)
        throw new Error(`the database runs with ${name} = ${found}, not ${value}`);
    }
  } finally {
    client.close();
  }
};
