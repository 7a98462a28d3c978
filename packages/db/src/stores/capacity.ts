import { eq } from "drizzle-orm";
import type { CapacityLine, CapacityLineId } from "@alongside/domain/capacity";
import type { Write } from "../connection.ts";
import { capacityAnswers, capacityLines } from "../schema/index.ts";

type CapacityRow = typeof capacityLines.$inferSelect;

const nothingSaid = {
  confirmedOn: null,
  goodUntil: null,
  withdrawnReason: null,
  withdrawnAt: null,
};

/** The columns of a line's state; what its state does not have is null. */
const columnsOf = (line: CapacityLine) => {
  const { state, supply } = line;
  if (state === "withdrawn") {
    const { reason, withdrawnAt } = line;
    return { ...nothingSaid, state, supply, withdrawnReason: reason, withdrawnAt };
  }
  if (state === "indicative") return { ...nothingSaid, state, supply };
  const { confirmedOn, goodUntil } = line;
  return { ...nothingSaid, state, supply, confirmedOn, goodUntil };
};

/** Writes a new line. A leader has one per term that is not withdrawn: a second one fails. */
export const recordNewCapacityLine = async (
  tx: Write,
  line: CapacityLine,
  place: Pick<CapacityRow, "areaId" | "termId" | "homeUrn" | "changedAt"> & {
    /** 1 unless the line has a history already. */
    readonly version?: number;
  },
): Promise<void> => {
  const { id, leader: personId } = line;
  await tx.insert(capacityLines).values({ ...columnsOf(line), ...place, id, personId });
};

/** Writes a line's next state and version. */
export const recordCapacityLine = async (
  tx: Write,
  line: CapacityLine,
  seen: { readonly id: CapacityLineId; readonly version: number; readonly changedAt: string },
): Promise<void> => {
  const { id, version, changedAt } = seen;
  await tx
    .update(capacityLines)
    .set({ ...columnsOf(line), changedAt, version: version + 1 })
    .where(eq(capacityLines.id, id));
};

/** Writes what a leader answered for a term, as the next version of that answer. */
export const recordCapacityAnswer = async (
  tx: Write,
  answer: Omit<typeof capacityAnswers.$inferInsert, "version"> & { readonly version: number },
): Promise<void> => {
  const { answer: given, answeredAt, note, version } = answer;
  await tx
    .insert(capacityAnswers)
    .values(answer)
    .onConflictDoUpdate({
      target: [capacityAnswers.areaId, capacityAnswers.personId, capacityAnswers.termId],
      set: { answer: given, answeredAt, note, version },
    });
};
