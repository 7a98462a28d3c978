import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listMatchSupply, type MatchSupply } from "@alongside/db/views/match-supply";
import { findFitWeights, listTerms, type TermRow } from "@alongside/db/views/partnership";
import { zonesOfSchools } from "@alongside/db/views/school";
import {
  countWorkOfLines,
  findShortlist,
  listDeclinedFor,
  listMatchDesignations,
  listMatchLabels,
  listMatchSchools,
  listOverrides,
  listPastSupport,
  type MatchSchool,
  type OverrideRow,
} from "@alongside/db/views/shortlist";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { isInForce } from "@alongside/domain/code-list";
import type { ConflictGround } from "@alongside/domain/conflict";
import { grantsOf, type PersonId } from "@alongside/domain/identity";
import type { Ask, NeedId } from "@alongside/domain/need";
import type { FitWeights } from "@alongside/domain/partnership";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { preferenceOf } from "@alongside/domain/shortlist";
import type { TrackRecord } from "@alongside/domain/track-record";
import { blockingConflicts, readConflictBook } from "../conflict/book.ts";
import { pickTerm } from "../capacity/list.ts";
import { readKeptHome, stillSetAside } from "../concern/index.ts";
import { found, todayOf, type Context } from "../context/index.ts";
import { trackRecordOf } from "../impact/track-record.ts";

export type Line = NonNullable<MatchSupply["row"]>;
type Zone = { readonly id: string; readonly name: string };

/** Everything known of one leader beside one need, before any rule has looked at it. */
export type PairFacts = {
  readonly leader: Omit<MatchSupply, "row">;
  readonly line: Line;
  readonly ask: Ask;
  readonly needId: NeedId;
  readonly today: IsoDate;
  readonly school: MatchSchool;
  readonly home: MatchSchool;
  readonly zones: readonly Zone[];
  readonly homeZones: readonly Zone[];
  /** The home school keeps its own leaders for now. */
  readonly isKeptHome: boolean;
  /** Straight line in kilometres; null where a place is not in the register. */
  readonly km: number | null;
  readonly isDesignated: boolean;
  readonly conflicts: readonly ConflictGround[];
  /** Schools that offers and agreements of this line are for. */
  readonly work: number;
  readonly hasDeclined: boolean;
  readonly hasSupported: boolean;
  /** In the need's main area; undefined while the whole partnership has finished too little to tell anybody apart. */
  readonly trackRecord: TrackRecord | undefined;
  /** Whom the head prefers, in order, and would rather not have: as ranked last, or as wished for at first. */
  readonly preferred: readonly PersonId[];
  readonly avoided: readonly PersonId[];
  /** Rules that were set aside for this leader and this need. */
  readonly override: OverrideRow | undefined;
  readonly labelOf: (list: LabelledList, code: string) => string;
};

type LabelledList = "expertise" | "designation" | "work-mode";

export type MatchFacts = {
  readonly pairs: readonly PairFacts[];
  readonly term: TermRow;
  readonly terms: readonly TermRow[];
  readonly weights: FitWeights;
  readonly school: MatchSchool;
  readonly zones: readonly Zone[];
  /** Leaders who have said nothing for the term, or not now. */
  readonly withoutDays: number;
  readonly labelOf: PairFacts["labelOf"];
};

const metresPerKm = 1_000;

const kmBetween = (one: MatchSchool, other: MatchSchool): number | null => {
  const { easting: x, northing: y } = one;
  const { easting, northing } = other;
  if (x === null || y === null || easting === null || northing === null) return null;
  return Math.hypot(x - easting, y - northing) / metresPerKm;
};

export type Asked = {
  readonly area: Area;
  readonly needId: NeedId;
  readonly ask: Ask;
  readonly termId?: string | undefined;
};

const laterOf = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);

const readAround = async (ctx: Context, read: Read, asked: Asked) => {
  const { area, needId, ask, termId } = asked;
  const today = todayOf(ctx);
  const at = toInstant(ctx.now());
  const terms = (await listTerms(read, area.id)).filter(({ endsOn }) => endsOn >= today);
  const term = pickTerm(terms, { termId, today: laterOf(today, ask.earliest) });
  const supply = await listMatchSupply(read, { areaId: area.id, termId: term.id, at });
  const urns = [...new Set([ask.school, ...supply.map(({ homeUrn }) => homeUrn)])];
  const people = supply.map(({ personId }) => personId);
  const lines = supply.flatMap(({ row }) => (row === null ? [] : [row.id]));
  const [
    schools,
    placed,
    designations,
    work,
    declined,
    support,
    weights,
    entries,
    sent,
    overrides,
    conflicts,
    records,
    keptHome,
  ] = await Promise.all([
    listMatchSchools(read, urns),
    zonesOfSchools(read, area.id, urns),
    listMatchDesignations(read, area.id, people),
    countWorkOfLines(read, lines, at),
    listDeclinedFor(read, needId),
    listPastSupport(read, area.id, ask.school),
    findFitWeights(read, area.id),
    listMatchLabels(read, area.id),
    findShortlist(read, needId),
    listOverrides(read, needId),
    readConflictBook(read, area.id, ask.school),
    trackRecordOf(read, area.id),
    readKeptHome(read, urns),
  ]);
  const { weights: fitWeights } = found(weights);
  return {
    today,
    term,
    terms,
    supply,
    schools: new Map(schools.map((school) => [school.urn, school])),
    zones: Map.groupBy(placed, ({ urn }) => urn),
    designations: Map.groupBy(designations, ({ personId }) => personId),
    work,
    declined: new Set(declined.map(({ personId }) => personId)),
    support,
    conflicts,
    records,
    weights: fitWeights,
    entries,
    preference: preferenceOf(ask, sent?.ranking ?? []),
    keptHome,
    overrides: new Map(overrides.map((override) => [override.personId, override])),
  };
};

type Around = Awaited<ReturnType<typeof readAround>>;

const zonesIn = ({ zones }: Around, urn: Urn): readonly Zone[] =>
  (zones.get(urn) ?? []).map(({ zoneId: id, zone: name }) => ({ id, name }));

/** Those that stand in the way: a conflict that was allowed no longer does. */
const conflictsOf = (ctx: Context, around: Around, pair: Pick<PairFacts, "leader" | "school">) =>
  blockingConflicts(around.conflicts, {
    on: around.today,
    leader: pair.leader.personId,
    home: pair.leader.homeUrn,
    school: pair.school.urn,
    coordinatorSchools: grantsOf(ctx.actor).flatMap(({ urn }) => (urn === undefined ? [] : [urn])),
  }).map(({ ground }) => ground);

const overrideOf = ({ overrides, keptHome }: Around, leader: PairFacts["leader"]) => {
  const override = overrides.get(leader.personId);
  return override && stillSetAside(override, keptHome.get(leader.homeUrn));
};

const designatedNow = ({ designations, today }: Around, person: PersonId): boolean =>
  (designations.get(person) ?? []).some(({ status, from, to }) =>
    isInForce({ status, from, to }, today),
  );

/** Reads what a match of one need with every leader of the area looks at, in the term of its earliest start or another. */
export const readMatch = async (ctx: Context, read: Read, asked: Asked): Promise<MatchFacts> => {
  const { ask, needId } = asked;
  const around = await readAround(ctx, read, asked);
  const { schools, supply, today, work, declined, support, entries, preference } = around;
  const school = found(schools.get(ask.school));
  const zones = zonesIn(around, ask.school);
  const labels = new Map(entries.map(({ list, code, label }) => [`${list} ${code}`, label]));
  const labelOf: PairFacts["labelOf"] = (list, code) => labels.get(`${list} ${code}`) ?? code;
  const pairs = supply.flatMap(({ row: line, ...leader }): readonly PairFacts[] => {
    const home = schools.get(leader.homeUrn);
    if (line === null || home === undefined) return [];
    const { personId } = leader;
    return [
      {
        leader,
        line,
        ask,
        needId,
        today,
        school,
        home,
        zones,
        labelOf,
        homeZones: zonesIn(around, leader.homeUrn),
        isKeptHome: around.keptHome.has(leader.homeUrn),
        km: kmBetween(school, home),
        isDesignated: designatedNow(around, personId),
        conflicts: conflictsOf(ctx, around, { leader, school }),
        work: work.get(line.id) ?? 0,
        hasDeclined: declined.has(personId),
        hasSupported: support.some((each) => each.personId === personId && each.urn === ask.school),
        trackRecord: around.records?.(personId, ask.primaryArea),
        preferred: preference.preferred,
        avoided: preference.avoided,
        override: overrideOf(around, leader),
      },
    ];
  });
  const { term, terms, weights } = around;
  const withoutDays = supply.length - pairs.length;
  return { pairs, term, terms, weights, school, zones, withoutDays, labelOf };
};
