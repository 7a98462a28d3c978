import { openDatabase } from "../../packages/db/src/index.ts";
import { sessions } from "../../packages/db/src/schema/index.ts";
import type { RunningProduct } from "./product.ts";

const anHourAgo = () => Date.now() - 3_600_000;

/** Lets every second factor that was shown so far be an hour old, so that it is asked for again. */
export const ageProofs = async ({ databaseUrl }: RunningProduct): Promise<void> => {
  const database = openDatabase({ url: databaseUrl });
  await database.write(async (tx) => {
    await tx.update(sessions).set({ secondFactorAt: anHourAgo() });
  });
  database.close();
};
