import { and, eq, isNull } from "drizzle-orm";
import type { Write } from "../connection.ts";
import {
  boardActions,
  boardDecisions,
  boardPacks,
  boardReleases,
  bodies,
  bodySeats,
  meetings,
} from "../schema/index.ts";

type BodyRow = typeof bodies.$inferSelect;
type MeetingRow = typeof meetings.$inferSelect;
type ActionRow = typeof boardActions.$inferSelect;

export const recordBody = async (tx: Write, row: typeof bodies.$inferInsert): Promise<void> => {
  await tx.insert(bodies).values(row);
};

/** Writes what changed in a body and its next version. */
export const recordBodyChange = async (
  tx: Write,
  seen: Pick<BodyRow, "id" | "version">,
  change: Partial<Omit<BodyRow, "id" | "areaId" | "version">>,
): Promise<void> => {
  await tx
    .update(bodies)
    .set({ ...change, version: seen.version + 1 })
    .where(and(eq(bodies.id, seen.id), eq(bodies.version, seen.version)));
};

export const recordSeat = async (tx: Write, row: typeof bodySeats.$inferInsert): Promise<void> => {
  await tx.insert(bodySeats).values(row);
};

export const recordSeatEnd = async (
  tx: Write,
  seat: Pick<typeof bodySeats.$inferSelect, "id" | "untilOn">,
): Promise<void> => {
  await tx.update(bodySeats).set({ untilOn: seat.untilOn }).where(eq(bodySeats.id, seat.id));
};

export const recordMeeting = async (
  tx: Write,
  row: typeof meetings.$inferInsert,
): Promise<void> => {
  await tx.insert(meetings).values(row);
};

/** Writes what changed in a meeting and its next version. */
export const recordMeetingChange = async (
  tx: Write,
  seen: Pick<MeetingRow, "id" | "version">,
  change: Partial<Omit<MeetingRow, "id" | "areaId" | "bodyId" | "version">>,
): Promise<void> => {
  await tx
    .update(meetings)
    .set({ ...change, version: seen.version + 1 })
    .where(and(eq(meetings.id, seen.id), eq(meetings.version, seen.version)));
};

/** Keeps a pack as it was frozen. Nothing changes it afterwards but that it is issued. */
export const recordPack = async (
  tx: Write,
  row: Omit<typeof boardPacks.$inferInsert, "issuedAt" | "issuedBy">,
): Promise<void> => {
  await tx.insert(boardPacks).values(row);
};

/** Writes the figures that the board of an area reads this week, over those of the week before. */
export const recordRelease = async (
  tx: Write,
  row: typeof boardReleases.$inferInsert,
): Promise<void> => {
  const { areaId: _area, ...columns } = row;
  await tx
    .insert(boardReleases)
    .values(row)
    .onConflictDoUpdate({ target: boardReleases.areaId, set: columns });
};

export const recordPackIssued = async (
  tx: Write,
  id: string,
  issued: { readonly issuedAt: string; readonly issuedBy: string },
): Promise<void> => {
  await tx
    .update(boardPacks)
    .set(issued)
    .where(and(eq(boardPacks.id, id), isNull(boardPacks.issuedAt)));
};

export const recordBoardDecision = async (
  tx: Write,
  row: typeof boardDecisions.$inferInsert,
): Promise<void> => {
  await tx.insert(boardDecisions).values(row);
};

export const recordBoardAction = async (
  tx: Write,
  row: typeof boardActions.$inferInsert,
): Promise<void> => {
  await tx.insert(boardActions).values(row);
};

/** Writes how an action ended and its next version. */
export const recordBoardActionChange = async (
  tx: Write,
  seen: Pick<ActionRow, "id" | "version">,
  change: Pick<ActionRow, "state" | "note" | "closedOn" | "changedAt">,
): Promise<void> => {
  await tx
    .update(boardActions)
    .set({ ...change, version: seen.version + 1 })
    .where(and(eq(boardActions.id, seen.id), eq(boardActions.version, seen.version)));
};
