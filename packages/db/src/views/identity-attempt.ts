import { eq } from "drizzle-orm";
import type { Attempts } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { attempts } from "../schema/index.ts";

export const findAttempts = async (read: Read, key: string): Promise<Attempts | undefined> =>
  (await read.select().from(attempts).where(eq(attempts.key, key)))[0];
