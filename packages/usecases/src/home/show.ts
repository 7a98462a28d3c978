import type { Area } from "@alongside/db/views/area";
import {
  countNeedsByState,
  countOpenSchools,
  countOpenZones,
  findRegisterSource,
  findTermOn,
  type NeedsOf,
} from "@alongside/db/views/home";
import { grantsOf, maySeeArea, needScopeOf } from "@alongside/domain/identity";
import { phaseGroupOf, type PhaseGroup } from "@alongside/domain/partnership";
import { authorise, instantOf, todayOf, type Context } from "../context/index.ts";
import { listWaiting } from "./waiting.ts";

/** Whose needs the actor counts: the queue's for its keepers, the own school's for its people, nobody's for others. */
const needsOf = (ctx: Context, area: Area): NeedsOf | undefined => {
  const urns = grantsOf(ctx.actor).flatMap(({ role, areaId, urn }) =>
    areaId === area.id && urn !== undefined && (role === "head" || role === "school-staff")
      ? [urn]
      : [],
  );
  return (
    needScopeOf(ctx.actor, area.id) ?? (urns.length > 0 ? { kind: "schools", urns } : undefined)
  );
};

const schoolCounts = async (ctx: Context, area: Area) => {
  const rows = await countOpenSchools(ctx.read, area.laCodes);
  const groups: readonly PhaseGroup[] = ["primary", "secondary", "special"];
  const counts = groups.map((group) => ({
    group,
    count: rows
      .filter((row) => phaseGroupOf(row) === group)
      .reduce((sum, row) => sum + row.count, 0),
  }));
  return { total: counts.reduce((sum, { count }) => sum + count, 0), counts };
};

/** What a person sees first in an area: the time of year, the register, and the needs that are theirs to know of. */
export const showHome = async (ctx: Context, area: Area) => {
  authorise(maySeeArea(ctx.actor, area.id));
  const scope = needsOf(ctx, area);
  const [term, schools, zones, register, needs] = await Promise.all([
    findTermOn(ctx.read, area.id, todayOf(ctx)),
    schoolCounts(ctx, area),
    countOpenZones(ctx.read, area.id),
    findRegisterSource(ctx.read, area.laCodes),
    scope === undefined
      ? undefined
      : countNeedsByState(ctx.read, { areaId: area.id, scope, now: instantOf(ctx) }),
  ]);
  const waiting = await listWaiting(ctx, area, {
    states: needs ?? [],
    hasTerm: term !== undefined,
  });
  return {
    waiting,
    name: area.name,
    isDemonstration: area.isDemonstration,
    today: todayOf(ctx),
    term: term ?? null,
    schools,
    zones,
    register: register ?? null,
    needs: needs === undefined || scope === undefined ? null : { of: scope.kind, states: needs },
  };
};
