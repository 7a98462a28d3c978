import { and, eq } from "drizzle-orm";
import type { Concern } from "@alongside/domain/concern";
import type { Write } from "../connection.ts";
import { concerns } from "../schema/index.ts";

type ConcernRow = typeof concerns.$inferSelect;

/** What lists filter and sort by, read from the state so that the two cannot part. */
const columnsOf = (concern: Concern) => ({
  concern,
  state: concern.state,
  replyBy:
    concern.state === "escalated" && concern.current.reply === null
      ? concern.current.replyBy
      : null,
});

/** Writes a concern, in whichever state it has reached. */
export const recordNewConcern = async (
  tx: Write,
  given: Pick<ConcernRow, "areaId" | "raisedBy"> &
    Partial<Pick<ConcernRow, "version" | "changedAt">> & { readonly concern: Concern },
): Promise<void> => {
  const { concern, ...columns } = given;
  const { id, school: urn, raisedAt } = concern;
  await tx
    .insert(concerns)
    .values({ changedAt: raisedAt, ...columns, ...columnsOf(concern), id, urn, raisedAt });
};

/** Writes a concern's next state and version. */
export const recordConcern = async (
  tx: Write,
  seen: Pick<ConcernRow, "id" | "version">,
  change: { readonly concern: Concern; readonly changedAt: string },
): Promise<void> => {
  const { concern, changedAt } = change;
  await tx
    .update(concerns)
    .set({ ...columnsOf(concern), changedAt, version: seen.version + 1 })
    .where(and(eq(concerns.id, seen.id), eq(concerns.version, seen.version)));
};
