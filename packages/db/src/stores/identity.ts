import { and, eq, isNull } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Write } from "../connection.ts";
import { people, roleGrants } from "../schema/index.ts";

export const recordPerson = async (
  tx: Write,
  person: typeof people.$inferInsert,
): Promise<void> => {
  await tx.insert(people).values(person);
};

export type PersonChange = Partial<
  Pick<typeof people.$inferInsert, "name" | "passwordHash" | "deactivatedAt">
>;

/** Writes what changed in a person and their next version; false when someone else changed them first. */
export const recordPersonChange = async (
  tx: Write,
  person: { readonly id: PersonId; readonly version: number },
  change: PersonChange,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(people)
    .set({ ...change, version: person.version + 1 })
    .where(and(eq(people.id, person.id), eq(people.version, person.version)));
  return rowsAffected === 1;
};

export const recordGrant = async (
  tx: Write,
  grant: typeof roleGrants.$inferInsert,
): Promise<void> => {
  await tx.insert(roleGrants).values(grant);
};

/** Ends a grant; false when it had ended already. */
export const recordGrantEnd = async (tx: Write, id: string, endedAt: string): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(roleGrants)
    .set({ endedAt })
    .where(and(eq(roleGrants.id, id), isNull(roleGrants.endedAt)));
  return rowsAffected === 1;
};
