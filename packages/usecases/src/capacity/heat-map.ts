import type { Area } from "@alongside/db/views/area";
import { listSupply, type SupplyRow } from "@alongside/db/views/capacity";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listCodeEntries, listTerms } from "@alongside/db/views/partnership";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { maySeeSupply, type ZoneId } from "@alongside/domain/identity";
import { found, todayOf, type Context } from "../context/index.ts";
import { pickTerm, stateOfSupply } from "./list.ts";

type Ready = {
  readonly free: number;
  readonly zones: readonly ZoneId[];
  readonly areas: readonly string[];
};

const toReady = (row: SupplyRow, isReady: boolean): readonly Ready[] =>
  row.row === null || !isReady
    ? []
    : [
        {
          free: row.free,
          zones: row.row.supply.zones,
          areas: row.row.supply.areas.map(({ area }) => area),
        },
      ];

const cellOf = (ready: readonly Ready[], code: string, zone: ZoneId) => {
  const fitting = ready.filter(({ areas, zones }) => areas.includes(code) && zones.includes(zone));
  return {
    zone,
    leaders: fitting.length,
    /** Half-days that could be offered today; those of one leader count in every cell that the leader serves. */
    free: fitting.reduce((sum, { free }) => sum + free, 0),
  };
};

/**
 * Expertise by zone: how many leaders could be offered today and their free half-days. A cell with none is a cold spot. Refuses `not-found`
 * to everyone but those who broker.
 */
export const getSupplyMap = async (
  ctx: Context,
  area: Area,
  input: { readonly termId?: string | undefined },
) => {
  found(maySeeSupply(ctx.actor, area.id) ? area : undefined);
  const today = todayOf(ctx);
  const [terms, zones, entries] = await Promise.all([
    listTerms(ctx.read, area.id),
    listOpenZonesOfArea(ctx.read, area.id),
    listCodeEntries(ctx.read, area.id, "expertise"),
  ]);
  const term = pickTerm(terms, { termId: input.termId, today });
  const rows = await listSupply(ctx.read, {
    areaId: area.id,
    termId: term.id,
    scope: { kind: "area" },
    at: toInstant(ctx.now()),
  });
  const ready = rows.flatMap((row) => toReady(row, stateOfSupply(row, today) === "ready"));
  return {
    term,
    today,
    zones,
    leaders: ready.length,
    free: ready.reduce((sum, { free }) => sum + free, 0),
    rows: entries
      .filter(
        ({ code, retiredOn }) =>
          retiredOn === null || ready.some(({ areas }) => areas.includes(code)),
      )
      .map(({ code, label, groupLabel }) => ({
        code,
        label,
        group: groupLabel,
        cells: zones.map((zone) => cellOf(ready, code, zone.id)),
      })),
  };
};

export type SupplyMap = Awaited<ReturnType<typeof getSupplyMap>>;
