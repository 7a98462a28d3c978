import type { Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listTerms } from "@alongside/db/views/partnership";
import { listRounds as readRounds, listRuns, type StoredRound } from "@alongside/db/views/round";
import { mayRunRound, needScopeOf } from "@alongside/domain/identity";
import type { Round } from "@alongside/domain/round";
import { found, todayOf, type Context } from "../context/index.ts";
import { listProposals } from "./panel.ts";
import { placeOfRound } from "./place.ts";

export const zoneNamesOf = (
  round: Round,
  zones: readonly { readonly id: string; readonly name: string }[],
): readonly string[] =>
  zones.filter(({ id }) => round.scope.zones.some((zone) => zone === id)).map(({ name }) => name);

const toLine = (
  { row, term, createdBy }: StoredRound,
  zones: readonly { readonly id: string; readonly name: string }[],
) => ({
  id: row.id,
  name: row.name,
  state: row.state,
  term,
  zones: zoneNamesOf(row.round, zones),
  needs: row.round.scope.needs.length,
  leaders: row.round.scope.lines.length,
  runs: row.round.runs.length,
  createdBy,
  changedAt: row.changedAt,
});

/**
 * The rounds that the actor may run, the latest changed first: none for members of a panel who run none. Refuses `not-found` to whoever
 * brokers nothing here and was asked nothing.
 */
export const listRounds = async (ctx: Context, area: Area) => {
  if (needScopeOf(ctx.actor, area.id) === undefined) {
    const [asked] = await listProposals(ctx, area);
    found(asked);
    return { mayBegin: false, rounds: [] };
  }
  const [rows, zones] = await Promise.all([
    readRounds(ctx.read, area.id),
    listOpenZonesOfArea(ctx.read, area.id),
  ]);
  const own = rows.filter(({ row }) => mayRunRound(ctx.actor, placeOfRound(area, row.round)));
  const lines = [];
  for (const stored of own) {
    const last = (await listRuns(ctx.read, stored.row.id)).at(-1);
    const served = last?.servedByBand.reduce((sum, count) => sum + count, 0) ?? null;
    lines.push({ ...toLine(stored, zones), served });
  }
  return { mayBegin: true, rounds: lines };
};

/** For which terms and zones the actor may begin a round. Refuses `not-found` to whoever brokers nothing here. */
export const roundChoices = async (ctx: Context, area: Area) => {
  const scope = found(needScopeOf(ctx.actor, area.id));
  const today = todayOf(ctx);
  const [terms, zones] = await Promise.all([
    listTerms(ctx.read, area.id),
    listOpenZonesOfArea(ctx.read, area.id),
  ]);
  return {
    mayTakeWholeArea: scope.kind === "area",
    zones: zones
      .filter(({ id }) => scope.kind === "area" || scope.zoneIds.includes(id))
      .toSorted((one, other) => one.name.localeCompare(other.name, "en-GB")),
    terms: terms.filter(({ endsOn }) => endsOn >= today).slice(0, 3),
  };
};
