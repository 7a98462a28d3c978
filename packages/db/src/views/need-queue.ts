import { and, asc, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { AreaId, NeedScope, PersonId, ZoneId } from "@alongside/domain/identity";
import type { Band, NeedId, NeedState } from "@alongside/domain/need";
import type { Read } from "../connection.ts";
import { needs, needWatches, offers, people, schools, zoneMemberships } from "../schema/index.ts";

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

export type NeedPage = {
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

/** While an offer is out, its clock is the need's. */
const due = sql<string | null>`coalesce(${needs.dueAt}, ${offers.dueAt})`;

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

const listColumns = {
  id: needs.id,
  number: needs.number,
  urn: needs.urn,
  school: schools.name,
  phase: schools.phase,
  state: needs.state,
  /** Whether the coordinator asked for more and waits. */
  isQuestioned: sql<number>`json_extract(${needs.need}, '$.question') IS NOT NULL`,
  isUrgent: needs.isUrgent,
  band: needs.band,
  primaryArea: needs.primaryArea,
  submittedAt: needs.submittedAt,
  dueAt: due,
  coordinator: people.name,
  offerId: offers.id,
  offerState: offers.state,
  version: needs.version,
};

export type NeedLine = Awaited<ReturnType<typeof listNeedLines>>[number];

/** One page of a queue. Age is oldest first unless descending is asked for. */
export const listNeedLines = (read: Read, filter: NeedFilter, page: NeedPage) => {
  const direction = page.isDescending ? desc : asc;
  const column = sortColumns[page.sort];
  return read
    .select(listColumns)
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .leftJoin(people, eq(people.id, needs.coordinatorId))
    .leftJoin(offers, isOffered)
    .where(conditionOf(read, filter))
    .orderBy(
      sql`${column} IS NULL`,
      direction(column),
      desc(needs.isUrgent),
      asc(needs.submittedAt),
      asc(needs.id),
    )
    .limit(page.limit)
    .offset(page.offset);
};

/** How many needs are in each stage, whatever the filter of stages says. */
export const countNeedStates = (read: Read, filter: NeedFilter) =>
  read
    .select({ state: needs.state, count: sql<number>`count(*)` })
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .leftJoin(offers, isOffered)
    .where(conditionOf(read, { ...filter, states: undefined }))
    .groupBy(needs.state);

/** Which of these needs a person keeps an eye on. */
export const listWatched = async (
  read: Read,
  person: PersonId,
  ids: readonly NeedId[],
): Promise<ReadonlySet<NeedId>> => {
  const rows = await read
    .select({ id: needWatches.needId })
    .from(needWatches)
    .where(
      and(
        eq(needWatches.personId, person),
        sql`${needWatches.needId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    );
  return new Set(rows.map(({ id }) => id));
};
