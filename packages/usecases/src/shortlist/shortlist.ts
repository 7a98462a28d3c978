import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { mayTriageNeed, type PersonId } from "@alongside/domain/identity";
import { toReference, type Ask, type Need, type NeedId } from "@alongside/domain/need";
import { mostListed } from "@alongside/domain/shortlist";
import { authorise, found, refuse, todayOf, type Context } from "../context/index.ts";
import { openNeed, type PlacedNeed } from "../need/place.ts";
import { toBrief, toShown } from "./candidate.ts";
import { readMatch, type MatchFacts } from "./facts.ts";
import {
  foldExcluded,
  isWithin,
  sortedBy,
  type Fold,
  type Narrowing,
  type ShortlistSort,
} from "./narrow.ts";
import { rankPairs, type Candidate, type Ranking } from "./rank.ts";

/** What was asked, once it was sent. Refuses `wrong-state` for a draft: its answers may be missing. */
const sentAskOf = (need: Need): Ask => {
  if (need.state === "draft")
    return refuse({ kind: "wrong-state", machine: "need", state: need.state, command: "offer" });
  if (need.state === "on-hold") return need.before.ask;
  return need.state === "closed" ? need.reopensAs.ask : need.ask;
};

export type Match = Ranking & { readonly opened: PlacedNeed; readonly facts: MatchFacts };

export type Wanted = {
  readonly needId: NeedId;
  readonly termId?: string | undefined;
  /** Days to look for, where they are not those that the school asked for. */
  readonly halfDays?: number | undefined;
};

/** Ranks the area's leaders for a need as they stand in this read. Refuses whoever may not triage it. */
export const matchNeed = async (
  ctx: Context,
  read: Read,
  given: Wanted & { readonly area: Area },
): Promise<Match> => {
  const { area, needId, termId, halfDays } = given;
  const opened = await openNeed(ctx, read, { area, id: needId });
  authorise(mayTriageNeed(ctx.actor, opened.place));
  const sent = sentAskOf(opened.row.need);
  const ask = halfDays === undefined ? sent : { ...sent, halfDays };
  const facts = await readMatch(ctx, read, { area, needId, ask, termId });
  return { opened, facts, ...rankPairs(facts.pairs, facts.weights) };
};

const bandOf = (need: Need) => ("band" in need ? need.band : null);

const aboutNeed = ({ opened, facts }: Match) => {
  const { row } = opened;
  const ask = sentAskOf(row.need);
  const { school, zones, labelOf } = facts;
  return {
    id: row.id,
    version: row.version,
    reference: row.number === null ? null : toReference(row.number),
    state: row.state,
    isUrgent: row.isUrgent,
    band: bandOf(row.need),
    halfDays: ask.halfDays,
    earliest: ask.earliest,
    primaryArea: labelOf("expertise", ask.primaryArea),
    otherAreas: ask.otherAreas.map((code) => labelOf("expertise", code)),
    school: { urn: school.urn, name: school.name, phase: school.phase },
    zones: zones.map(({ name }) => name),
  };
};

/** What the leaders of the area can be filtered by: the zones of their home schools, and what they are known as. */
const choicesOf = ({ facts }: Match) => {
  const toChoices = (entries: readonly (readonly [string, string])[]) =>
    [...new Map(entries)]
      .map(([value, label]) => ({ value, label }))
      .toSorted((one, other) => one.label.localeCompare(other.label, "en-GB"));
  return {
    zones: toChoices(
      facts.pairs.flatMap(({ homeZones }) => homeZones.map(({ id, name }) => [id, name] as const)),
    ),
    kinds: toChoices(
      facts.pairs.map(
        ({ leader, labelOf }) => [leader.kind, labelOf("designation", leader.kind)] as const,
      ),
    ),
  };
};

/** What every page about the leaders for a need begins with. */
const frameOf = (ctx: Context, match: Match) => ({
  need: aboutNeed(match),
  /** Only an open need can be offered. */
  mayOffer: match.opened.row.state === "open",
  today: todayOf(ctx),
  term: match.facts.term,
  terms: match.facts.terms,
});

export type ShortlistQuestion = Wanted &
  Narrowing & {
    readonly sort?: ShortlistSort | undefined;
    readonly isDescending?: boolean | undefined;
    readonly offset?: number | undefined;
    readonly limit?: number | undefined;
    /** The fold of those left out that is shown whole. */
    readonly open?: Fold | undefined;
  };

const pageLength = 20;

/** The ranked shortlist of a need for a term, with every rule and every part of the score in words, and who is left out by which rule. */
export const shortlistFor = async (ctx: Context, area: Area, question: ShortlistQuestion) => {
  const match = await matchNeed(ctx, ctx.read, { ...question, area });
  const { sort = "fit", isDescending = false, offset = 0, limit = pageLength, open } = question;
  const isAsked = isWithin(question);
  const fitting = match.ranked.filter(isAsked);
  const excluded = match.excluded.filter(isAsked);
  return {
    ...frameOf(ctx, match),
    ranked: sortedBy(fitting, sort, isDescending)
      .slice(offset, offset + limit)
      .map(toShown),
    /** Who passes every rule and every filter, and who passes every rule. */
    total: fitting.length,
    fitting: match.ranked.length,
    excludedTotal: excluded.length,
    excluded: foldExcluded(excluded, open),
    withoutDays: match.facts.withoutDays,
    choices: choicesOf(match),
  };
};

export type Shortlist = Awaited<ReturnType<typeof shortlistFor>>;

const placedIn = ({ facts, ...candidate }: Candidate) => ({
  ...toBrief({ facts, ...candidate }),
  easting: facts.home.easting,
  northing: facts.home.northing,
});

/** Where the leaders for a need are: the home schools of those who fit and of those who are left out, and the school itself. */
export const mapShortlist = async (ctx: Context, area: Area, question: ShortlistQuestion) => {
  const match = await matchNeed(ctx, ctx.read, { ...question, area });
  const isAsked = isWithin(question);
  const { easting, northing } = match.facts.school;
  return {
    ...frameOf(ctx, match),
    place: { easting, northing },
    ranked: match.ranked.filter(isAsked).map(placedIn),
    excluded: match.excluded.filter(isAsked).map(placedIn),
    choices: choicesOf(match),
  };
};

/** Some leaders of the list in full, in the order in which they were named. Refuses `not-found` for whoever is on no list of this need. */
export const compareLeaders = async (
  ctx: Context,
  area: Area,
  question: Wanted & { readonly people: readonly PersonId[] },
) => {
  const people = [...new Set(question.people)];
  if (people.length > mostListed) refuse({ kind: "list-length", given: people.length });
  const match = await matchNeed(ctx, ctx.read, { ...question, area });
  const known = new Map(
    [...match.ranked, ...match.excluded].map((candidate) => [candidate.personId, candidate]),
  );
  return {
    ...frameOf(ctx, match),
    leaders: people.map((person) => toShown(found(known.get(person)))),
  };
};
