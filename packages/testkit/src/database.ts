import { openDatabase, type Database } from "@alongside/db";
import { freshFile } from "./file.ts";
import { freshServer } from "./server.ts";

export type TestDatabase = Database & { readonly url: string; readonly drop: () => void };

/** Whether the tests run against libSQL's own server instead of a file. */
export const usesServer = (): boolean => process.env["TEST_DATABASE"] === "server";

/** A migrated, empty database of its own: a file made in a few milliseconds, or a server when the run asks for it. */
export const freshDatabase = async (): Promise<TestDatabase> => {
  const place = await (usesServer() ? freshServer() : freshFile());
  const database = openDatabase({ url: place.url });
  return {
    ...database,
    url: place.url,
    drop: () => {
      database.close();
      place.remove();
    },
  };
};
