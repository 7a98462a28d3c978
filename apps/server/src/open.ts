import { randomBytes } from "node:crypto";
import {
  assertDurable,
  assertWhole,
  migrateDatabase,
  openDatabase,
  type Database,
} from "@alongside/db";
import type { Actor } from "@alongside/domain/identity";
import type { Context } from "@alongside/usecases/context";
import type { Environment } from "./env.ts";

/** 120 random bits: not to be guessed, safe in an address. */
export const newId = (): string => randomBytes(15).toString("base64url");

export type Product = {
  readonly database: Database;
  /** What a use case gets when no browser asks: the command line, a job, the loader of the demonstration. */
  readonly contextFor: (actor: Actor) => Context;
};

/** Migrates and opens the database that the settings name. Throws with a sentence when it is damaged. */
export const openProduct = async (environment: Pick<Environment, "database">): Promise<Product> => {
  await assertWhole(environment.database);
  await migrateDatabase(environment.database);
  await assertDurable(environment.database);
  const database = openDatabase(environment.database);
  return {
    database,
    contextFor: (actor) => ({
      actor,
      requestId: newId(),
      now: Date.now,
      newId,
      read: database.read,
      write: database.write,
    }),
  };
};
