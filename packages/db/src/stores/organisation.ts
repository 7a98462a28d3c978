import { eq } from "drizzle-orm";
import type { Organisation } from "@alongside/domain/organisation";
import type { Write } from "../connection.ts";
import { organisations } from "../schema/index.ts";

export const recordOrganisation = async (
  tx: Write,
  organisation: typeof organisations.$inferInsert,
): Promise<void> => {
  await tx.insert(organisations).values(organisation);
};

/** Writes what an organisation is called and is, or the day on which it closed, as the next version. */
export const recordOrganisationChange = async (
  tx: Write,
  seen: Pick<Organisation, "id" | "version">,
  change: Partial<Pick<Organisation, "name" | "kind" | "urn" | "closedOn">>,
): Promise<void> => {
  await tx
    .update(organisations)
    .set({ ...change, version: seen.version + 1 })
    .where(eq(organisations.id, seen.id));
};
