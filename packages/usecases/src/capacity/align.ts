import type { Write } from "@alongside/db";
import type { Balances, CapacityLine } from "@alongside/domain/capacity";
import type { Context } from "../context/index.ts";
import { postMovement, readBalances, type TimelessMovement } from "./ledger.ts";

type Days = { readonly halfDays: number; readonly early: number; readonly late: number };

const nothing: Days = { halfDays: 0, early: 0, late: 0 };

/** What the book has published of a line in all, and the most that each half of the term may take. */
const inBook = ({ accounts, halves }: Balances): Days => ({
  halfDays: 0 - accounts.leader,
  early: halves.early.most,
  late: halves.late.most,
});

/** What the line says that there is; of a withdrawn line only what can no longer be taken back stays. */
const inLine = (line: CapacityLine, balances: Balances): Days => {
  const { accounts, halves } = balances;
  const { halfDays, earlyHalfDays: early, lateHalfDays: late } = line.supply;
  if (line.state === "indicative") return nothing;
  if (line.state !== "withdrawn") return { halfDays, early, late };
  const kept = 0 - accounts.leader - accounts.published;
  return {
    halfDays: kept,
    early: Math.min(kept, halves.early.most),
    late: Math.min(kept, halves.late.most),
  };
};

/**
 * The movements that bring a book from one amount to another. A movement never takes from one half of the term and gives to the other, and
 * no half changes by more than the whole: where they would, days are published and others taken back at the same moment.
 */
export const movementsBetween = (before: Days, after: Days): readonly TimelessMovement[] => {
  const more = {
    early: Math.max(0, after.early - before.early),
    late: Math.max(0, after.late - before.late),
  };
  const less = {
    early: Math.max(0, before.early - after.early),
    late: Math.max(0, before.late - after.late),
  };
  const change = after.halfDays - before.halfDays;
  const leastDown = Math.max(less.early, less.late, -change, 0);
  const up = Math.max(leastDown + change, more.early, more.late);
  const down = up - change;
  return [
    ...(up > 0 ? [{ type: "publish", halfDays: up, ...more } as const] : []),
    ...(down > 0 ? [{ type: "withdraw", halfDays: down, ...less } as const] : []),
  ];
};

/** Brings the book of a line to what the line says. Refuses where days that are promised would be taken back. */
export const alignBook = async (
  ctx: Context,
  tx: Write,
  given: { readonly line: CapacityLine; readonly reason?: string | undefined },
): Promise<void> => {
  const { line, reason } = given;
  const balances = await readBalances(tx, line.id);
  for (const movement of movementsBetween(inBook(balances), inLine(line, balances))) {
    await postMovement(ctx, tx, { capacityLine: line.id, movement, reason });
  }
};
