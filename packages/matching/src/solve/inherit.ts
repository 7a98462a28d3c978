import { entry, flagAt } from "./cells.ts";
import { setKey } from "./rows.ts";
import { type LevelledSet, type WideMaster, type WideSet, addLevelled } from "./wide-master.ts";

/** A programme's sets that its last answer took something of, with how much. */
export const takenSets = ({ sets }: WideMaster, levels: Float64Array): readonly LevelledSet[] =>
  Array.from(levels.keys()).flatMap((at) => {
    const level = levels[at] ?? 0;
    return level > 1e-6 ? [{ ...entry(sets, at), level }] : [];
  });

/** Starts a programme from another's sets, without the placements that its stage leaves out. */
export const inherit = (master: WideMaster, sets: readonly LevelledSet[]): void => {
  const { leftOut } = master.stage;
  const merged = new Map<string, WideSet & { level: number }>();
  for (const { provider, items, level } of sets) {
    const kept = items.filter((item) => flagAt(leftOut, item) === 0);
    const key = setKey(provider, kept);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { provider, items: kept, level });
    else known.level += level;
  }
  for (const set of merged.values()) addLevelled(master, set);
};
