import { and, eq } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { CodeEntry, CodeList, Rate } from "@alongside/domain/code-list";
import type { FitWeights } from "@alongside/domain/partnership";
import type { Write } from "../connection.ts";
import { codeEntries, fitWeights, rates } from "../schema/index.ts";

const toRow = (areaId: AreaId, list: string) => (entry: CodeEntry, position: number) => ({
  areaId,
  list,
  code: entry.code,
  label: entry.label,
  groupLabel: entry.group ?? null,
  help: entry.help ?? null,
  position,
});

/** Gives an area its first lists, rates and weights. */
export const recordAreaDefaults = async (
  tx: Write,
  areaId: AreaId,
  defaults: {
    readonly lists: readonly CodeList[];
    readonly rates: readonly Rate[];
    readonly weights: FitWeights;
  },
): Promise<void> => {
  for (const list of defaults.lists) {
    await tx.insert(codeEntries).values(list.entries.map(toRow(areaId, list.id)));
  }
  await tx.insert(rates).values(
    defaults.rates.map(({ code, label, pencePerDay, brokerageShare }) => ({
      areaId,
      code,
      label,
      pencePerDay,
      brokerageShare,
    })),
  );
  await tx.insert(fitWeights).values({ areaId, weights: defaults.weights });
};

type EntryRow = typeof codeEntries.$inferSelect;
type RateRow = typeof rates.$inferSelect;

export const recordCodeEntry = async (
  tx: Write,
  entry: typeof codeEntries.$inferInsert,
): Promise<void> => {
  await tx.insert(codeEntries).values(entry);
};

const isEntry = ({ areaId, list, code }: Pick<EntryRow, "areaId" | "list" | "code">) =>
  and(eq(codeEntries.areaId, areaId), eq(codeEntries.list, list), eq(codeEntries.code, code));

/** Writes what changed in an entry and its next version; false when someone else changed it first. */
export const recordCodeEntryChange = async (
  tx: Write,
  entry: Pick<EntryRow, "areaId" | "list" | "code" | "version">,
  change: Partial<Pick<EntryRow, "label" | "help" | "groupLabel" | "retiredOn">>,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(codeEntries)
    .set({ ...change, version: entry.version + 1 })
    .where(and(isEntry(entry), eq(codeEntries.version, entry.version)));
  return rowsAffected === 1;
};

/** Writes the order of a list: each code's place is its place in `codes`. */
export const recordCodeOrder = async (
  tx: Write,
  list: Pick<EntryRow, "areaId" | "list">,
  codes: readonly string[],
): Promise<void> => {
  for (const [position, code] of codes.entries()) {
    await tx
      .update(codeEntries)
      .set({ position })
      .where(isEntry({ ...list, code }));
  }
};

export const recordRate = async (tx: Write, rate: typeof rates.$inferInsert): Promise<void> => {
  await tx.insert(rates).values(rate);
};

/** Writes what changed in a rate and its next version; false when someone else changed it first. */
export const recordRateChange = async (
  tx: Write,
  rate: Pick<RateRow, "areaId" | "code" | "version">,
  change: Partial<Pick<RateRow, "label" | "pencePerDay" | "brokerageShare" | "retiredOn">>,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(rates)
    .set({ ...change, version: rate.version + 1 })
    .where(
      and(
        eq(rates.areaId, rate.areaId),
        eq(rates.code, rate.code),
        eq(rates.version, rate.version),
      ),
    );
  return rowsAffected === 1;
};

/** Writes an area's weights and their next version; false when someone else changed them first. */
export const recordFitWeights = async (
  tx: Write,
  seen: { readonly areaId: AreaId; readonly version: number },
  weights: FitWeights,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(fitWeights)
    .set({ weights, version: seen.version + 1 })
    .where(and(eq(fitWeights.areaId, seen.areaId), eq(fitWeights.version, seen.version)));
  return rowsAffected === 1;
};
