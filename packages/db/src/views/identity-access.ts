import {
  aliasedTable,
  and,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import {
  accessKindsOf,
  type AccessGroup,
  type AreaId,
  type PersonId,
} from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { concerns, events, needs, people, roleGrants, schools } from "../schema/index.ts";

export type AccessFilter = {
  /** Null for the whole instance, with attempts on accounts that do not exist. */
  readonly areaId: AreaId | null;
  readonly group?: AccessGroup | undefined;
  readonly personId?: PersonId | undefined;
  /** Part of the name of who did it, or of whom it is about. */
  readonly words?: string | undefined;
  /** Instants, the first included and the last not. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** From the newest: `before` is the `seq` of the last line of the page before. */
export type AccessPage = { readonly before?: number | undefined; readonly limit: number };

export type AccessLine = {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly onBehalfOf: string | null;
  readonly entity: string;
  readonly entityId: string;
  readonly subjectName: string | null;
  /** The school of the need or of the concern that was read. */
  readonly schoolName: string | null;
  /** Null once it was erased. */
  readonly payload: Readonly<Record<string, unknown>> | null;
};

/** An area sees its own events, and what people who play a part in it did with their account; never another area's events. */
const inArea = (read: Read, areaId: AreaId): SQL | undefined => {
  const members = read
    .select({ id: sql<string>`${roleGrants.personId}` })
    .from(roleGrants)
    .where(eq(roleGrants.areaId, areaId));
  return or(
    eq(events.areaId, areaId),
    and(isNull(events.areaId), eq(events.entity, "person"), inArray(events.entityId, members)),
  );
};

const subjects = aliasedTable(people, "subjects");

const wordsCondition = (words: string | undefined): SQL | undefined => {
  const text = words?.trim() ?? "";
  if (text === "") return undefined;
  const pattern = `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return sql`(${people.name} LIKE ${pattern} ESCAPE '\\' OR ${subjects.name} LIKE ${pattern} ESCAPE '\\')`;
};

const conditionOf = (read: Read, filter: AccessFilter, before: number | undefined) =>
  and(
    inArray(events.kind, [...accessKindsOf(filter.group)]),
    filter.areaId === null ? undefined : inArea(read, filter.areaId),
    filter.personId === undefined
      ? undefined
      : or(
          eq(events.actor, filter.personId),
          and(eq(events.entity, "person"), eq(events.entityId, filter.personId)),
        ),
    wordsCondition(filter.words),
    filter.from === undefined ? undefined : gte(events.at, filter.from),
    filter.to === undefined ? undefined : lt(events.at, filter.to),
    before === undefined ? undefined : lt(events.seq, before),
  );

/** One page of the access log, the newest first. */
export const listAccess = async (
  read: Read,
  filter: AccessFilter,
  page: AccessPage,
): Promise<readonly AccessLine[]> => {
  const rows = await read
    .select({
      seq: events.seq,
      at: events.at,
      kind: events.kind,
      actor: events.actor,
      actorName: people.name,
      onBehalfOf: events.onBehalfOf,
      entity: events.entity,
      entityId: events.entityId,
      subjectName: subjects.name,
      schoolName: schools.name,
      payload: events.payload,
    })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .leftJoin(subjects, and(eq(events.entity, "person"), eq(subjects.id, sql`${events.entityId}`)))
    .leftJoin(needs, and(eq(events.entity, "need"), eq(needs.id, sql`${events.entityId}`)))
    .leftJoin(concerns, and(eq(events.entity, "concern"), eq(concerns.id, sql`${events.entityId}`)))
    .leftJoin(schools, eq(schools.urn, sql`coalesce(${needs.urn}, ${concerns.urn})`))
    .where(conditionOf(read, filter, page.before))
    .orderBy(desc(events.seq))
    .limit(page.limit);
  return rows.map((row) => ({
    ...row,
    payload: row.payload === null ? null : JSON.parse(row.payload),
  }));
};
