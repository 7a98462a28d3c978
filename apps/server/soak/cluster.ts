import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase, openDatabase, type Database } from "@alongside/db";
import { freePort, startLibsql, type LibsqlServer } from "@alongside/testkit";

/** A libSQL server that takes the writes, and another one that follows it. */
export type Cluster = {
  readonly folder: string;
  readonly primary: LibsqlServer;
  readonly replica: LibsqlServer;
  readonly using: <Value>(work: (database: Database) => Promise<Value>) => Promise<Value>;
  /** Ends the primary as a machine that loses its power does, and starts it again at the same address. */
  readonly killPrimary: () => Promise<void>;
  readonly clear: () => void;
};

const portOf = (url: string): number => Number(new URL(url).port);

export const openCluster = async (): Promise<Cluster> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-cluster-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  const wire = await freePort();
  const leads = { words: ["--grpc-listen-addr", `127.0.0.1:${wire}`] };
  const follows = { words: ["--primary-grpc-url", `http://127.0.0.1:${wire}`] };
  let primary = await startLibsql(join(folder, "primary"), leads);
  const replica = await startLibsql(join(folder, "replica"), follows);
  await migrateDatabase({ url: primary.url });
  const port = portOf(primary.url);
  return {
    folder,
    get primary() {
      return primary;
    },
    replica,
    using: async (work) => {
      const database = openDatabase({ url: primary.url });
      try {
        return await work(database);
      } finally {
        database.close();
      }
    },
    killPrimary: async () => {
      const gone = new Promise((done) => primary.process.once("exit", done));
      primary.process.kill("SIGKILL");
      await gone;
      primary = await startLibsql(join(folder, "primary"), { ...leads, port });
    },
    clear: () => {
      for (const server of [primary, replica]) server.process.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
