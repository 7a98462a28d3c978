import { existsSync } from "node:fs";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { verifyChain, type ChainReport } from "./views/audit.ts";
import * as schema from "./schema/index.ts";

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/**
 * Writes the database, as it stands at this moment, into a new file; the product goes on serving meanwhile. It blocks
 * the process that calls it, so that process is never the server. Throws when the file is there already.
 */
export const backUp = async (url: string, target: string): Promise<void> => {
  if (existsSync(target))
    throw new Error(`${target} is there already: a backup is never written over.`);
  const client = createClient({ url });
  try {
    await client.execute(`VACUUM INTO ${quoted(target)}`);
  } finally {
    client.close();
  }
};

/** Whether a file is a whole database of the product: pages, foreign keys and the chain of events. Throws when not. */
export const inspectBackup = async (path: string): Promise<ChainReport> => {
  const client = createClient({ url: `file:${path}` });
  try {
    const integrity = await client.execute("PRAGMA integrity_check");
    if (integrity.rows[0]?.[0] !== "ok") throw new Error("its pages are damaged");
    const orphans = await client.execute("PRAGMA foreign_key_check");
    if (orphans.rows.length > 0) throw new Error("it has rows that point to nothing");
    const report = await verifyChain(drizzle(client, { schema, casing: "snake_case" }));
    if (report.fault !== null)
      throw new Error(`its event ${report.fault.seq} does not hold: ${report.fault.reason}`);
    return report;
  } finally {
    client.close();
  }
};
