import { and, eq } from "drizzle-orm";
import type { Round, RoundId } from "@alongside/domain/round";
import type { Write } from "../connection.ts";
import { roundOffers, roundPanelAnswers, roundRuns, rounds, roundZones } from "../schema/index.ts";

type RoundRow = typeof rounds.$inferSelect;

const recordZones = async (tx: Write, round: Round): Promise<void> => {
  await tx.delete(roundZones).where(eq(roundZones.roundId, round.id));
  const rows = round.scope.zones.map((zoneId) => ({ roundId: round.id, zoneId }));
  if (rows.length > 0) await tx.insert(roundZones).values(rows);
};

/** Writes a new round, in whichever state it has reached. */
export const recordNewRound = async (
  tx: Write,
  given: Omit<RoundRow, "id" | "state" | "changedAt" | "version"> &
    Partial<Pick<RoundRow, "changedAt" | "version">>,
): Promise<void> => {
  const { round } = given;
  const named = { id: round.id, state: round.state };
  await tx.insert(rounds).values({ changedAt: given.createdAt, ...given, ...named });
  await recordZones(tx, round);
};

/** Writes a round's next state and version. */
export const recordRound = async (
  tx: Write,
  seen: Pick<RoundRow, "id" | "version">,
  change: { readonly round: Round; readonly changedAt: string; readonly name?: string },
): Promise<void> => {
  const { round, changedAt, name } = change;
  await tx
    .update(rounds)
    .set({
      round,
      state: round.state,
      changedAt,
      version: seen.version + 1,
      ...(name === undefined ? {} : { name }),
    })
    .where(and(eq(rounds.id, seen.id), eq(rounds.version, seen.version)));
  await recordZones(tx, round);
};

/** Adds a run to a round. It is never changed afterwards. */
export const recordRun = async (tx: Write, run: typeof roundRuns.$inferInsert): Promise<void> => {
  await tx.insert(roundRuns).values(run);
};

/** Writes what a member of a panel says to a run; saying something else later takes its place. */
export const recordPanelAnswer = async (
  tx: Write,
  answer: typeof roundPanelAnswers.$inferInsert,
): Promise<void> => {
  const { answer: said, note, answeredAt } = answer;
  await tx
    .insert(roundPanelAnswers)
    .values(answer)
    .onConflictDoUpdate({
      target: [roundPanelAnswers.roundId, roundPanelAnswers.run, roundPanelAnswers.personId],
      set: { answer: said, note, answeredAt },
    });
};

/** Takes away what members said to a run when they were asked before; the log keeps it. */
export const clearPanelAnswers = async (
  tx: Write,
  asked: { readonly roundId: RoundId; readonly run: number },
): Promise<void> => {
  await tx
    .delete(roundPanelAnswers)
    .where(and(eq(roundPanelAnswers.roundId, asked.roundId), eq(roundPanelAnswers.run, asked.run)));
};

/** Writes which offers a round has sent. */
export const recordRoundOffers = async (
  tx: Write,
  sent: readonly (typeof roundOffers.$inferInsert)[],
): Promise<void> => {
  if (sent.length > 0) await tx.insert(roundOffers).values([...sent]);
};
