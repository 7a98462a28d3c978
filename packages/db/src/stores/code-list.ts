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
