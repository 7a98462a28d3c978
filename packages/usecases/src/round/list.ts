import type { Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listTerms } from "@alongside/db/views/partnership";
import {
  listLastServed,
  listRounds as readRounds,
  type StoredRound,
} from "@alongside/db/views/round";
import { mayRunRound, needScopeOf } from "@alongside/domain/identity";
import {
  roundTransitions,
  type Round,
  type RoundId,
  type RoundState,
} from "@alongside/domain/round";
import { found, todayOf, type Context } from "../context/index.ts";
import { pageOfLines, type ListQuestion } from "../list/index.ts";
import { listProposals } from "./panel.ts";
import { placeOfRound } from "./place.ts";

export const zoneNamesOf = (
  round: Round,
  zones: readonly { readonly id: string; readonly name: string }[],
): readonly string[] =>
  zones
    .filter(({ id }) => round.scope.zones.some((zone) => zone === id))
    .map(({ name }) => name)
    .toSorted((one, other) => one.localeCompare(other, "en-GB"));

type Served = ReadonlyMap<RoundId, readonly number[]>;

const toLine = (
  { row, term, createdBy }: StoredRound,
  zones: readonly { readonly id: string; readonly name: string }[],
  servedOf: Served,
) => ({
  id: row.id,
  name: row.name,
  state: row.state,
  term,
  zones: zoneNamesOf(row.round, zones),
  needs: row.round.scope.needs.length,
  leaders: row.round.scope.lines.length,
  runs: row.round.runs.length,
  /** Schools that the last run serves; null before the first. */
  served: servedOf.get(row.id)?.reduce((sum, count) => sum + count, 0) ?? null,
  createdBy,
  changedAt: row.changedAt,
});

export type RoundLine = ReturnType<typeof toLine>;

/** What the list of rounds can be sorted by. */
export const roundSorts = ["round", "term", "stage", "served", "changed"] as const;

export type RoundQuestion = ListQuestion<(typeof roundSorts)[number]> & {
  /** Any of these; where none is named, all but those that were dropped. */
  readonly states?: readonly RoundState[] | undefined;
  readonly terms?: readonly string[] | undefined;
  readonly zones?: readonly string[] | undefined;
};

const isAsked = ({ row }: StoredRound, { states = [], terms = [], zones = [] }: RoundQuestion) => {
  const { zones: own } = row.round.scope;
  return (
    (states.length === 0 ? row.state !== "dropped" : states.includes(row.state)) &&
    (terms.length === 0 || terms.includes(row.termId)) &&
    // A round of the whole area is one of each zone.
    (zones.length === 0 || own.length === 0 || own.some((zone) => zones.includes(zone)))
  );
};

const pageOf = (lines: readonly RoundLine[], question: RoundQuestion) =>
  pageOfLines(lines, question, {
    names: ({ name, zones }) => [name, ...zones],
    values: {
      round: ({ name }) => name,
      term: ({ term }) => term.startsOn,
      stage: ({ state }) => Object.keys(roundTransitions).indexOf(state),
      served: ({ served }) => served,
      changed: ({ changedAt }) => changedAt,
    },
  });

/** What rounds can be filtered by: the terms and zones that there are any of. */
const choicesOf = (
  rounds: readonly StoredRound[],
  zones: readonly { readonly id: string; readonly name: string }[],
) => ({
  states: Object.keys(roundTransitions).map((state) => ({
    state,
    count: rounds.filter(({ row }) => row.state === state).length,
  })),
  terms: [...new Map(rounds.map(({ term }) => [term.id, term])).values()].toSorted((one, other) =>
    other.startsOn.localeCompare(one.startsOn),
  ),
  zones: zones
    .filter(({ id }) => rounds.some(({ row }) => row.round.scope.zones.some((zone) => zone === id)))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en-GB")),
});

/**
 * The rounds that the actor may run, a page of them, the latest changed first: none for members of a panel who run none. Refuses `not-found`
 * to whoever brokers nothing here and was asked nothing.
 */
export const listRounds = async (ctx: Context, area: Area, question: RoundQuestion = {}) => {
  if (needScopeOf(ctx.actor, area.id) === undefined) {
    const [asked] = await listProposals(ctx, area);
    found(asked);
    return { mayBegin: false, total: 0, choices: choicesOf([], []), rounds: [] };
  }
  const [rows, zones, served] = await Promise.all([
    readRounds(ctx.read, area.id),
    listOpenZonesOfArea(ctx.read, area.id),
    listLastServed(ctx.read, area.id),
  ]);
  const servedOf = new Map(served.map(({ roundId, servedByBand }) => [roundId, servedByBand]));
  const own = rows.filter(({ row }) => mayRunRound(ctx.actor, placeOfRound(area, row.round)));
  const asked = own.filter((stored) => isAsked(stored, question));
  const all = asked.map((stored) => toLine(stored, zones, servedOf));
  const { total, lines } = pageOf(all, question);
  return { mayBegin: true, total, choices: choicesOf(own, zones), rounds: lines };
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
