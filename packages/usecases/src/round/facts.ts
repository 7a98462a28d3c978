import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listMatchSupply, type MatchSupply } from "@alongside/db/views/match-supply";
import { findFitWeights, listCodeEntries, type TermRow } from "@alongside/db/views/partnership";
import {
  listDeclinesOf,
  listDesignationDates,
  listOverridesOf,
  listRankingsOf,
  listRoomInHalves,
  listRoundNeeds,
  listRoundSchools,
  listSupportGiven,
  listZonePlaces,
  type RoundNeedRow,
  type RoundSchool,
} from "@alongside/db/views/round-facts";
import { countWorkOfLines } from "@alongside/db/views/shortlist";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { isInForce } from "@alongside/domain/code-list";
import { grantsOf, type PersonId, type ZoneId } from "@alongside/domain/identity";
import type { Ask, Band, Need, NeedId } from "@alongside/domain/need";
import { defaultFitWeights, type FitWeights } from "@alongside/domain/partnership";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { preferenceOf } from "@alongside/domain/shortlist";
import { readConflictBook, type ConflictBook } from "../conflict/book.ts";
import { readKeptHome, stillSetAside, type KeptHome } from "../concern/index.ts";
import { trackRecordOf, type TrackRecordOf } from "../impact/track-record.ts";
import { isMatchableState } from "../shortlist/current.ts";
import { todayOf, type Context } from "../context/index.ts";

export type Zone = { readonly id: ZoneId; readonly name: string };

/** A need as a round looks at it. Half-days are whole. */
export type RoundNeed = {
  readonly id: NeedId;
  readonly row: RoundNeedRow["row"];
  readonly ask: Ask;
  readonly band: Band;
  readonly school: RoundSchool;
  readonly zones: readonly Zone[];
  readonly preferred: readonly PersonId[];
  readonly avoided: readonly PersonId[];
  /** Leaders who said no to it, at whichever side. */
  readonly declinedBy: readonly PersonId[];
  /** Rules that a coordinator set aside for a leader. */
  readonly setAside: readonly Override[];
};

type Override = Awaited<ReturnType<typeof listOverridesOf>>[number];

export type Line = NonNullable<MatchSupply["row"]>;

/** A leader with days in the term of a round. `free`, `early` and `late` are half-days that can still be taken. */
export type RoundLeader = {
  readonly id: PersonId;
  readonly name: string;
  readonly kind: string;
  readonly line: Line;
  readonly home: RoundSchool;
  readonly zones: readonly Zone[];
  readonly isDesignated: boolean;
  /** The home school keeps its own leaders for now. */
  readonly isKeptHome: boolean;
  readonly free: number;
  readonly early: number;
  readonly late: number;
  /** Schools in hand already. */
  readonly work: number;
};

export type Support = Awaited<ReturnType<typeof listSupportGiven>>[number];

/** Everything that a round's problem is made of, as it stands in one read. */
export type RoundFacts = {
  readonly today: IsoDate;
  readonly term: TermRow;
  readonly needs: readonly RoundNeed[];
  /** Leaders whose days are firm and in date, and others whose line was asked for by id. */
  readonly leaders: readonly RoundLeader[];
  readonly support: readonly Support[];
  readonly conflicts: ConflictBook;
  /** Undefined while the partnership has finished too little to tell anybody apart. */
  readonly records: TrackRecordOf | undefined;
  readonly weights: FitWeights;
  /** Schools of the person who runs the round: a conflict of interest. */
  readonly ownSchools: readonly Urn[];
  readonly labelOf: (list: "expertise" | "designation", code: string) => string;
};

/** What was asked for, once it was sent and put into a band; undefined for a need that was not. */
export const bandedAskOf = (need: Need): { readonly ask: Ask; readonly band: Band } | undefined => {
  const shown =
    need.state === "on-hold" ? need.before : need.state === "closed" ? need.reopensAs : need;
  return shown.state === "draft" || !("band" in shown) ? undefined : shown;
};

/** Whether a line may be matched today: firm, and in date (Product rules, §2: capacity). */
export const isCurrent = (line: Line, today: IsoDate): boolean => isMatchableState({ line, today });

type Wanted = {
  readonly area: Area;
  readonly term: TermRow;
  /** Needs to look at whatever their state; open ones are there without being named. */
  readonly needs?: readonly NeedId[];
};

const readNeeds = async (read: Read, { area, needs: ids = [] }: Wanted) => {
  const rows = await listRoundNeeds(read, area.id, { states: ["open"], ids });
  const known = rows.map(({ row }) => row.id);
  const [declines, rankings, overrides] = await Promise.all([
    listDeclinesOf(read, known),
    listRankingsOf(read, known),
    listOverridesOf(read, known),
  ]);
  const waived = Map.groupBy(overrides, ({ needId }) => needId);
  const rankingOf = new Map(rankings.map(({ needId, ranking }) => [needId, ranking]));
  const declined = Map.groupBy(declines, ({ needId }) => needId);
  return rows.flatMap(({ row, school }) => {
    const banded = bandedAskOf(row.need);
    if (banded === undefined) return [];
    const { ask, band } = banded;
    const declinedBy = (declined.get(row.id) ?? []).map(({ personId }) => personId);
    const preference = preferenceOf(ask, rankingOf.get(row.id) ?? []);
    const setAside = waived.get(row.id) ?? [];
    return [{ id: row.id, row, ask, band, school, declinedBy, setAside, ...preference }];
  });
};

const byName = new Intl.Collator("en-GB");

const readSupply = async (ctx: Context, read: Read, { area, term }: Wanted) => {
  const at = toInstant(ctx.now());
  const all = await listMatchSupply(read, { areaId: area.id, termId: term.id, at });
  const supply = all
    .flatMap(({ row, ...leader }) => (row === null ? [] : [{ row, ...leader }]))
    .toSorted(
      (one, other) =>
        byName.compare(one.name, other.name) || (one.personId < other.personId ? -1 : 1),
    );
  const lines = supply.map(({ row }) => row.id);
  const homes = [...new Set(supply.map(({ homeUrn }) => homeUrn))];
  const [schools, designations, work, halves, keptHome] = await Promise.all([
    listRoundSchools(read, homes),
    listDesignationDates(
      read,
      area.id,
      supply.map(({ personId }) => personId),
    ),
    countWorkOfLines(read, lines, at),
    listRoomInHalves(read, lines, at),
    readKeptHome(read, homes),
  ]);
  return {
    supply,
    keptHome,
    homes: new Map(schools.map((school) => [school.urn, school])),
    designations: Map.groupBy(designations, ({ personId }) => personId),
    work,
    room: new Map(halves.map((half) => [half.lineId, half])),
  };
};

type Supply = Awaited<ReturnType<typeof readSupply>>;
type ZonesOf = (urn: Urn) => readonly Zone[];

const toLeaders = (
  { supply, homes, designations, work, room, keptHome }: Supply,
  zonesOf: ZonesOf,
  today: IsoDate,
): readonly RoundLeader[] =>
  supply.flatMap(({ row: line, ...leader }) => {
    const home = homes.get(leader.homeUrn);
    if (home === undefined) return [];
    const half = room.get(line.id);
    const { free, name, kind, personId: id } = leader;
    return [
      {
        id,
        name,
        kind,
        line,
        home,
        zones: zonesOf(home.urn),
        isDesignated: (designations.get(id) ?? []).some(({ status, fromOn: from, toOn: to }) =>
          isInForce({ status, from, to }, today),
        ),
        isKeptHome: keptHome.has(home.urn),
        free,
        early: Math.max(0, Math.min(free, half?.early ?? 0)),
        late: Math.max(0, Math.min(free, half?.late ?? 0)),
        work: work.get(line.id) ?? 0,
      },
    ];
  });

/** What was set aside for a need, but for a release that a school has taken back since. */
const withStanding = (
  need: Awaited<ReturnType<typeof readNeeds>>[number],
  { supply, keptHome }: { readonly supply: Supply["supply"]; readonly keptHome: KeptHome },
) => ({
  ...need,
  setAside: need.setAside.map((override) => {
    const leader = supply.find(({ personId }) => personId === override.personId);
    return stillSetAside(override, leader && keptHome.get(leader.homeUrn));
  }),
});

/** Reads what a round of an area looks at: its open needs and those named, and every leader with days in the term. */
export const readRoundFacts = async (
  ctx: Context,
  read: Read,
  wanted: Wanted,
): Promise<RoundFacts> => {
  const { area, term } = wanted;
  const today = todayOf(ctx);
  const [needs, supply, places, support, conflicts, records, weights, entries] = await Promise.all([
    readNeeds(read, wanted),
    readSupply(ctx, read, wanted),
    listZonePlaces(read, area.id),
    listSupportGiven(read, area.id),
    readConflictBook(read, area.id),
    trackRecordOf(read, area.id),
    findFitWeights(read, area.id),
    listCodeEntries(read, area.id),
  ]);
  const placed = Map.groupBy(places, ({ urn }) => urn);
  const zonesOf: ZonesOf = (urn) => (placed.get(urn) ?? []).map(({ id, name }) => ({ id, name }));
  const labels = new Map(entries.map(({ list, code, label }) => [`${list} ${code}`, label]));
  return {
    today,
    term,
    needs: needs.map((need) => ({
      ...withStanding(need, supply),
      zones: zonesOf(need.school.urn),
    })),
    leaders: toLeaders(supply, zonesOf, today),
    support,
    conflicts,
    records,
    weights: { ...defaultFitWeights, ...weights?.weights },
    ownSchools: grantsOf(ctx.actor).flatMap(({ urn }) => (urn === undefined ? [] : [urn])),
    labelOf: (list, code) => labels.get(`${list} ${code}`) ?? code,
  };
};
