import { and, asc, desc, eq, inArray, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { AreaId, NeedScope, PersonId, ZoneId } from "@alongside/domain/identity";
import type { Band, NeedState } from "@alongside/domain/need";
import type { Read } from "../connection.ts";
import { needs, people, schools, zoneMemberships } from "../schema/index.ts";

export const needSorts = ["due", "age", "band", "school", "reference"] as const;
export type NeedSort = (typeof needSorts)[number];

/** Values within one part widen it, parts together narrow it; a part that is absent lets all pass. */
export type NeedFilter = {
  readonly areaId: AreaId;
  readonly scope: NeedScope;
  readonly coordinator?: PersonId | undefined;
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

/** A draft is never in a queue. */
const conditionOf = (read: Read, filter: NeedFilter): SQL | undefined => {
  const { areaId, scope, zone, dueBefore } = filter;
  return and(
    eq(needs.areaId, areaId),
    sql`${needs.state} <> 'draft'`,
    scope.kind === "area" ? undefined : inArray(needs.urn, schoolsIn(read, areaId, scope.zoneIds)),
    zone === undefined ? undefined : inArray(needs.urn, schoolsIn(read, areaId, [zone])),
    filter.coordinator === undefined ? undefined : eq(needs.coordinatorId, filter.coordinator),
    some(filter.states) ? inArray(needs.state, [...filter.states]) : undefined,
    some(filter.bands) ? inArray(needs.band, [...filter.bands]) : undefined,
    filter.isUrgent === undefined ? undefined : eq(needs.isUrgent, filter.isUrgent),
    dueBefore === undefined ? undefined : lt(needs.dueAt, dueBefore),
    wordsCondition(filter.words),
  );
};

const sortColumns = {
  due: sql`${needs.dueAt}`,
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
  need: needs.need,
  state: needs.state,
  isUrgent: needs.isUrgent,
  band: needs.band,
  primaryArea: needs.primaryArea,
  submittedAt: needs.submittedAt,
  dueAt: needs.dueAt,
  coordinator: people.name,
  version: needs.version,
};

export type NeedLine = Awaited<ReturnType<typeof listNeedLines>>["needs"][number];

/** One page of a queue, and how many there are in all. Age is oldest first unless descending is asked for. */
export const listNeedLines = async (read: Read, filter: NeedFilter, page: NeedPage) => {
  const condition = conditionOf(read, filter);
  const direction = page.isDescending ? desc : asc;
  const column = sortColumns[page.sort];
  const rows = await read
    .select(listColumns)
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .leftJoin(people, eq(people.id, needs.coordinatorId))
    .where(condition)
    .orderBy(
      sql`${column} IS NULL`,
      direction(column),
      desc(needs.isUrgent),
      asc(needs.submittedAt),
      asc(needs.id),
    )
    .limit(page.limit)
    .offset(page.offset);
  const [count] = await read
    .select({ total: sql<number>`count(*)` })
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .where(condition);
  return { needs: rows, total: count?.total ?? 0 };
};

/** How many needs are in each stage, whatever the filter of stages says. */
export const countNeedStates = (read: Read, filter: NeedFilter) =>
  read
    .select({ state: needs.state, count: sql<number>`count(*)` })
    .from(needs)
    .innerJoin(schools, eq(schools.urn, needs.urn))
    .where(conditionOf(read, { ...filter, states: undefined }))
    .groupBy(needs.state);
