import { recordAreaDefaults } from "@alongside/db/stores/code-list";
import type { Write } from "@alongside/db";
import { defaultCodeLists, defaultRates } from "@alongside/domain/code-list";
import type { AreaId } from "@alongside/domain/identity";
import { defaultFitWeights } from "@alongside/domain/partnership";

/** What every new partnership starts with; rates have a screen and a table of their own. */
export const recordDefaults = (tx: Write, areaId: AreaId): Promise<void> =>
  recordAreaDefaults(tx, areaId, {
    lists: defaultCodeLists.filter((list) => list.id !== "rate"),
    rates: defaultRates,
    weights: defaultFitWeights,
  });
