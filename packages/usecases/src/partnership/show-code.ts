import type { Area } from "@alongside/db/views/area";
import { listCodeEntries, type CodeEntryRow } from "@alongside/db/views/partnership";
import { defaultCodeLists } from "@alongside/domain/code-list";
import { maySeeArea } from "@alongside/domain/identity";
import { isFixedList } from "@alongside/domain/partnership";
import { authorise, refuse, type Context } from "../context/index.ts";

export type CodeListLine = {
  readonly list: string;
  readonly label: string;
  readonly isFixed: boolean;
  readonly entries: number;
  readonly retired: number;
};

/** The area's lists in the order in which they ship. */
export const listCodeLists = async (ctx: Context, area: Area): Promise<readonly CodeListLine[]> => {
  authorise(maySeeArea(ctx.actor, area.id));
  const byList = Map.groupBy(await listCodeEntries(ctx.read, area.id), ({ list }) => list);
  return defaultCodeLists.flatMap(({ id, label }) => {
    const rows = byList.get(id);
    if (rows === undefined) return [];
    const retired = rows.filter(({ retiredOn }) => retiredOn !== null).length;
    return [{ list: id, label, isFixed: isFixedList(id), entries: rows.length - retired, retired }];
  });
};

export type ShownCodeList = {
  readonly list: string;
  readonly label: string;
  readonly help: string | null;
  readonly isFixed: boolean;
  readonly entries: readonly CodeEntryRow[];
};

/** One list with all entries in order, retired ones too. Refuses `not-found`. */
export const showCodeList = async (
  ctx: Context,
  area: Area,
  list: string,
): Promise<ShownCodeList> => {
  authorise(maySeeArea(ctx.actor, area.id));
  const entries = await listCodeEntries(ctx.read, area.id, list);
  const shipped = defaultCodeLists.find(({ id }) => id === list);
  if (entries.length === 0) refuse({ kind: "not-found" });
  const { label = list, help = null } = shipped ?? {};
  return { list, label, help, isFixed: isFixedList(list), entries };
};
