import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { AreaId, NeedScope, PersonId, ZoneId } from "@alongside/domain/identity";
import type { Band, NeedId, NeedState } from "@alongside/domain/need";
import type { OfferId, OfferState } from "@alongside/domain/offer";
import type { Phase, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  deployments,
  needs,
  needWatches,
  offers,
  people,
  schools,
  zoneMemberships,
  zones,
} from "../schema/index.ts";
import { written } from "./written.ts";

export const needSorts = ["due", "age", "band", "school", "reference"] as const;
export type NeedSort = (typeof needSorts)[number];

/** Values within one part widen it, parts together narrow it; a part that is absent lets all pass. */
export type NeedFilter = {
  readonly areaId: AreaId;
  readonly scope: NeedScope;
  readonly coordinator?: PersonId | undefined;
  /** Only those that this person keeps an eye on. */
  readonly watcher?: PersonId | undefined;
  readonly zone?: ZoneId | undefined;
  readonly states?: readonly NeedState[] | undefined;
  readonly bands?: readonly Band[] | undefined;
  readonly isUrgent?: boolean | undefined;
  /** Only those whose next act was due before this instant. */
  readonly dueBefore?: string | undefined;
  readonly words?: string | undefined;
};

type NeedPage = {
  readonly sort: NeedSort;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
};

const schoolsIn = (read: Read, areaId: AreaId, zoneIds: readonly ZoneId[]) =>
  read
    .select({ urn: zoneMemberships.urn })
    .from(zoneMemberships)
    .where(
      and(
        eq(zoneMemberships.areaId, areaId),
        isNull(zoneMemberships.toOn),
        inArray(zoneMemberships.zoneId, [...zoneIds]),
      ),
    );

const some = <Value>(values: readonly Value[] | undefined): values is readonly Value[] =>
  values !== undefined && values.length > 0;

const wordsCondition = (words: string | undefined): SQL | undefined => {
  const text = words?.trim() ?? "";
  if (text === "") return undefined;
  const reference = /^n-?0*(\d+)$/i.exec(text)?.[1];
  return reference === undefined
    ? sql`instr(lower(${schools.name}), lower(${text})) > 0`
    : eq(needs.number, Number(reference));
};

const watchedBy = (person: PersonId): SQL =>
  sql`${needs.id} IN (SELECT ${needWatches.needId} FROM ${needWatches} WHERE ${needWatches.personId} = ${person})`;

/** The clock of the agreement that is written and signed for a need, whose offer awaits nobody any more. */
const agreementDue = sql`CASE WHEN ${needs.state} = 'offered' THEN (SELECT max(${deployments.dueAt}) FROM ${deployments}
  WHERE ${deployments.needId} = ${needs.id}) END`;

/** While an offer is out, its clock is the need's; then the agreement's until it is signed. */
const due = sql<string | null>`coalesce(${needs.dueAt}, ${offers.dueAt}, ${agreementDue})`;

/** The offer of a need whose answer is awaited: one at most. */
const isOffered = and(eq(offers.needId, needs.id), isNotNull(offers.dueAt));

/** A draft is never in a queue. */
const conditionOf = (read: Read, filter: NeedFilter): SQL | undefined => {
  const { areaId, scope, zone, dueBefore } = filter;
  return and(
    eq(needs.areaId, areaId),
    sql`${needs.state} <> 'draft'`,
    scope.kind === "area" ? undefined : inArray(needs.urn, schoolsIn(read, areaId, scope.zoneIds)),
    zone === undefined ? undefined : inArray(needs.urn, schoolsIn(read, areaId, [zone])),
    filter.coordinator === undefined ? undefined : eq(needs.coordinatorId, filter.coordinator),
    filter.watcher === undefined ? undefined : watchedBy(filter.watcher),
    some(filter.states) ? inArray(needs.state, [...filter.states]) : undefined,
    some(filter.bands) ? inArray(needs.band, [...filter.bands]) : undefined,
    filter.isUrgent === undefined ? undefined : eq(needs.isUrgent, filter.isUrgent),
    dueBefore === undefined ? undefined : sql`${due} < ${dueBefore}`,
    wordsCondition(filter.words),
  );
};

const sortColumns = {
  due,
  age: sql`${needs.submittedAt}`,
  band: sql`${needs.band}`,
  school: sql`${schools.name} COLLATE NOCASE`,
  reference: sql`${needs.number}`,
} as const;

/** The needs that a filter lets through, beside only what the filter and the order look at. */
const filtered = (read: Read, filter: NeedFilter, sort?: NeedSort): SQL => {
  const looksAtSchool = sort === "school" || (filter.words?.trim() ?? "") !== "";
  const looksAtOffer = sort === "due" || filter.dueBefore !== undefined;
  return sql`FROM ${needs}
    ${looksAtSchool ? sql`JOIN ${schools} ON ${schools.urn} = ${needs.urn}` : sql``}
    ${looksAtOffer ? sql`LEFT JOIN ${offers} ON ${isOffered}` : sql``}
    WHERE ${conditionOf(read, filter)}`;
};

/** The needs of one page, in order. Age is oldest first unless descending is asked for. */
const pageOf = (read: Read, filter: NeedFilter, page: NeedPage): SQL => {
  const column = sortColumns[page.sort];
  return sql`SELECT ${needs.id} AS id ${filtered(read, filter, page.sort)}
    ORDER BY ${column} IS NULL, ${column} ${page.isDescending ? sql`DESC` : sql`ASC`},
      ${needs.isUrgent} DESC, ${needs.submittedAt}, ${needs.id} LIMIT ${page.limit} OFFSET ${page.offset}`;
};

const zoneNames = sql`(SELECT json_group_array(${zones.name}) FROM ${zoneMemberships}
  JOIN ${zones} ON ${zones.id} = ${zoneMemberships.zoneId}
  WHERE ${zoneMemberships.areaId} = ${needs.areaId} AND ${zoneMemberships.urn} = ${needs.urn} AND ${zoneMemberships.toOn} IS NULL)`;

/** 1 where the reader keeps an eye on it. */
const isWatched = (reader: PersonId): SQL =>
  sql`EXISTS (SELECT 1 FROM ${needWatches} WHERE ${needWatches.personId} = ${reader} AND ${needWatches.needId} = ${needs.id})`;

/** A line of a queue as it is stored: 1 and 0 for yes and no. */
export type NeedLine = {
  readonly id: NeedId;
  readonly number: number | null;
  readonly urn: Urn;
  readonly school: string;
  readonly phase: Phase;
  readonly state: NeedState;
  /** Whether the coordinator asked for more and waits. */
  readonly isQuestioned: 0 | 1;
  readonly isUrgent: 0 | 1;
  readonly band: Band | null;
  readonly primaryArea: string | null;
  readonly submittedAt: string | null;
  readonly dueAt: string | null;
  readonly coordinator: string | null;
  readonly offerId: OfferId | null;
  readonly offerState: OfferState | null;
  readonly version: number;
  readonly zones: readonly string[];
  readonly isWatched: 0 | 1;
};

const lineOf = (reader: PersonId): SQL => sql`json_object(
  'id', ${needs.id}, 'number', ${needs.number}, 'urn', ${needs.urn}, 'school', ${schools.name},
  'phase', ${schools.phase}, 'state', ${needs.state},
  'isQuestioned', json_extract(${needs.need}, '$.question') IS NOT NULL,
  'isUrgent', ${needs.isUrgent}, 'band', ${needs.band}, 'primaryArea', ${needs.primaryArea},
  'submittedAt', ${needs.submittedAt}, 'dueAt', ${due}, 'coordinator', ${people.name},
  'offerId', ${offers.id}, 'offerState', ${offers.state}, 'version', ${needs.version},
  'zones', json(${zoneNames}), 'isWatched', ${isWatched(reader)})`;

/** Each line from the order of the page: a CROSS JOIN keeps its left side outermost. */
const linesOf = (read: Read, asked: AskedQueue): SQL => sql`
  SELECT json_group_array(${lineOf(asked.reader)})
  FROM (${pageOf(read, asked.filter, asked.page)}) AS page
  CROSS JOIN ${needs} ON ${needs.id} = page.id
  CROSS JOIN ${schools} ON ${schools.urn} = ${needs.urn}
  LEFT JOIN ${people} ON ${people.id} = ${needs.coordinatorId}
  LEFT JOIN ${offers} ON ${isOffered}`;

type AskedQueue = {
  readonly filter: NeedFilter;
  readonly page: NeedPage;
  /** Whose watch list marks the lines. */
  readonly reader: PersonId;
};

type NeedQueue = {
  readonly lines: readonly NeedLine[];
  /** How many needs are in each stage, whatever the filter of stages says. */
  readonly counts: Readonly<Partial<Record<NeedState, number>>>;
};

/** One page of a queue and the number of needs in each stage: one statement, which answers two texts, so that no row is carried by itself. */
export const readNeedQueue = async (read: Read, asked: AskedQueue): Promise<NeedQueue> => {
  const everyStage = filtered(read, { ...asked.filter, states: undefined });
  const [row] = await read.all<{ readonly lines: string; readonly counts: string }>(sql`SELECT
    (${linesOf(read, asked)}) AS lines,
    (SELECT json_group_object(state, count) FROM (
      SELECT ${needs.state} AS state, count(*) AS count ${everyStage} GROUP BY ${needs.state})) AS counts`);
  return {
    lines: written<NeedQueue["lines"]>(row?.lines ?? "[]"),
    counts: written<NeedQueue["counts"]>(row?.counts ?? "{}"),
  };
};
