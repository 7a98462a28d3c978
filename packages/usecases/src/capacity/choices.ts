import type { Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listCodeEntries, listTerms } from "@alongside/db/views/partnership";
import { supplyScopeOf } from "@alongside/domain/identity";
import { found, todayOf, type Context } from "../context/index.ts";
import { pickTerm } from "./list.ts";

const lists = ["designation", "expertise", "work-mode"] as const;

/** What can be chosen where days are shown: terms that are not over, zones, and the lists with retired entries marked. */
export const listCapacityChoices = async (ctx: Context, area: Area) => {
  const scope = found(supplyScopeOf(ctx.actor, area.id));
  const today = todayOf(ctx);
  const [entries, zones, terms] = await Promise.all([
    listCodeEntries(ctx.read, area.id),
    listOpenZonesOfArea(ctx.read, area.id),
    listTerms(ctx.read, area.id),
  ]);
  return {
    today,
    isWholeArea: scope.kind === "area",
    currentTerm: terms.length === 0 ? null : pickTerm(terms, { today }).id,
    terms: terms.map((term) => ({ ...term, isOver: term.endsOn < today })),
    zones,
    lists: Object.fromEntries(
      lists.map((list) => [
        list,
        entries
          .filter((entry) => entry.list === list)
          .map(({ code, label, groupLabel, help, retiredOn }) => ({
            code,
            label,
            group: groupLabel,
            help,
            isRetired: retiredOn !== null,
          })),
      ]),
    ),
  };
};
