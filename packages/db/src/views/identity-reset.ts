import { eq } from "drizzle-orm";
import type { Read } from "../connection.ts";
import { passwordResets } from "../schema/index.ts";

export type ResetRow = typeof passwordResets.$inferSelect;

export const findReset = async (read: Read, tokenHash: string): Promise<ResetRow | undefined> =>
  (await read.select().from(passwordResets).where(eq(passwordResets.tokenHash, tokenHash)))[0];
