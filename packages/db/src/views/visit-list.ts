import { and, eq, sql, type SQL } from "drizzle-orm";
import type { DeploymentId } from "@alongside/domain/deployment";
import type { AreaId, NeedScope, PersonId, VisitActScope } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { VisitId, VisitState } from "@alongside/domain/visit";
import type { Read } from "../connection.ts";
import { people, schools, visits } from "../schema/index.ts";
import type { DeploymentScope } from "./deployment.ts";
import { written } from "./written.ts";

/** What a visit waits for, from where its reader stands, in the order of a list. */
export const visitParts = ["yours", "coming", "waiting", "over"] as const;
export type VisitPart = (typeof visitParts)[number];

/** A line of a list as it is stored. */
export type VisitListLine = {
  readonly id: VisitId;
  readonly version: number;
  readonly deploymentId: DeploymentId;
  readonly state: VisitState;
  readonly date: IsoDate;
  readonly startsAt: string;
  readonly halfDays: number;
  readonly personId: PersonId;
  readonly leader: string;
  readonly urn: Urn;
  readonly school: string;
  /** By its place in `visitParts`. */
  readonly part: number;
};

type AskedVisits = {
  readonly areaId: AreaId;
  readonly today: IsoDate;
  /** A visit of work that fits any part of it is in the list. */
  readonly scope: DeploymentScope;
  readonly acts: VisitActScope;
  /** Any of these; all where there is none. */
  readonly parts: readonly VisitPart[];
  /** Of these leaders or at these schools; all where it is left out. */
  readonly named: VisitNames | undefined;
  readonly offset: number;
  /** All that are left where it is left out. */
  readonly limit: number | undefined;
};

type VisitNames = { readonly people: readonly PersonId[]; readonly urns: readonly Urn[] };

const among = (column: SQL, values: readonly (string | number)[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

const inZones = (urn: SQL, zoneIds: readonly string[]): SQL =>
  sql`EXISTS (SELECT 1 FROM zone_memberships AS member
    WHERE member.area_id = ${visits.areaId} AND member.urn = ${urn} AND member.to_on IS NULL
      AND ${among(sql`member.zone_id`, zoneIds)})`;

const ofWork = (condition: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM deployments AS work WHERE work.id = ${visits.deploymentId} AND ${condition})`;

const ofLeader = (condition: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM leaders AS own
    WHERE own.area_id = ${visits.areaId} AND own.person_id = ${visits.personId} AND ${condition})`;

const personId = sql`${visits.personId}`;
const urn = sql`${visits.urn}`;

/** Any of these holds; none of none. */
const any = (conditions: readonly (SQL | undefined)[]): SQL => {
  const known = conditions.filter((condition) => condition !== undefined);
  return known.length === 0 ? sql`0` : sql`(${sql.join(known, sql` OR `)})`;
};

const where = <Value>(
  values: readonly Value[],
  condition: (values: readonly Value[]) => SQL,
): SQL | undefined => (values.length === 0 ? undefined : condition(values));

const equals = (column: SQL, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : sql`${column} = ${value}`;

const isWithin = (scope: DeploymentScope): SQL | undefined => {
  if (scope.needs?.kind === "area") return undefined;
  return any([
    scope.needs === undefined ? undefined : inZones(urn, scope.needs.zoneIds),
    equals(personId, scope.personId),
    where(scope.urns, (urns) => among(urn, urns)),
    where(scope.homeUrns, (urns) => ofWork(among(sql`work.home_urn`, urns))),
    where(scope.organisationIds, (ids) => ofLeader(among(sql`own.organisation_id`, ids))),
  ]);
};

const onBehalf = (behalf: NeedScope | undefined, inOwn: (ids: readonly string[]) => SQL) => {
  if (behalf === undefined) return undefined;
  return behalf.kind === "area" ? sql`1` : inOwn(behalf.zoneIds);
};

/** Whether the record is the reader's to write: the leader's own, or on the leader's behalf by where the home school is. */
const writes = (acts: VisitActScope): SQL =>
  any([
    equals(personId, acts.personId),
    onBehalf(acts.behalf, (zones) => ofWork(inZones(sql`work.home_urn`, zones))),
  ]);

/** Whether the record is the reader's to judge: as head of the school, or on its behalf. */
const judges = (acts: VisitActScope): SQL =>
  any([
    where(acts.urns, (urns) => among(urn, urns)),
    onBehalf(acts.behalf, (zones) => inZones(urn, zones)),
  ]);

const { state, date } = visits;

const partOf = ({ acts, today }: AskedVisits): SQL => sql`CASE
  WHEN (${state} IN ('done', 'marked-inaccurate') OR (${state} = 'planned' AND ${date} <= ${today})) AND ${writes(acts)} THEN 0
  WHEN ${state} = 'noted' AND ${judges(acts)} THEN 0
  WHEN ${state} IN ('agreed-accurate', 'amended', 'cancelled') THEN 3
  WHEN ${state} = 'planned' AND ${date} >= ${today} THEN 1
  ELSE 2 END`;

/** Every visit in scope with its part, beside only what the question and the order look at. */
const placed = (asked: AskedVisits): SQL => sql`SELECT ${visits.id} AS id, ${date} AS date,
    ${visits.startsAt} AS starts_at, ${urn} AS urn, ${personId} AS person_id, ${partOf(asked)} AS part
  FROM ${visits} WHERE ${and(eq(visits.areaId, asked.areaId), isWithin(asked.scope))}`;

const isAsked = ({ parts, named }: AskedVisits): SQL => {
  const wanted = parts.map((part) => visitParts.indexOf(part));
  const part = wanted.length === 0 ? sql`1` : among(sql`placed.part`, wanted);
  if (named === undefined) return part;
  return sql`${part} AND (${among(sql`placed.person_id`, named.people)} OR ${among(sql`placed.urn`, named.urns)})`;
};

/** By what they wait for; those to come by their day, those that are over the latest first. */
const pageOf = (asked: AskedVisits): SQL => sql`SELECT placed.id AS id, placed.part AS part
  FROM placed WHERE ${isAsked(asked)}
  ORDER BY placed.part, CASE WHEN placed.part < 3 THEN placed.date END,
    CASE WHEN placed.part < 3 THEN placed.starts_at END, CASE WHEN placed.part < 3 THEN placed.id END,
    placed.date DESC, placed.starts_at DESC, placed.id DESC
  LIMIT ${asked.limit ?? -1} OFFSET ${asked.offset}`;

/** Each line from the order of the page: a CROSS JOIN keeps its left side outermost. */
const linesOf = (asked: AskedVisits): SQL => sql`SELECT json_group_array(json_object(
    'id', ${visits.id}, 'version', ${visits.version}, 'deploymentId', ${visits.deploymentId},
    'state', ${state}, 'date', ${date}, 'startsAt', ${visits.startsAt}, 'halfDays', ${visits.halfDays},
    'personId', ${personId}, 'leader', ${people.name}, 'urn', ${urn}, 'school', ${schools.name}, 'part', page.part))
  FROM (${pageOf(asked)}) AS page
  CROSS JOIN ${visits} ON ${visits.id} = page.id
  CROSS JOIN ${people} ON ${people.id} = ${visits.personId}
  CROSS JOIN ${schools} ON ${schools.urn} = ${visits.urn}`;

type VisitList = {
  readonly lines: readonly VisitListLine[];
  /** How many visits are in each part, whatever is asked; by its place in `visitParts`. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many visits fit what is asked. */
  readonly total: number;
};

/** One page of the visits in scope, and the number in each part: one statement, which opens no record but those of the page. */
export const readVisitList = async (read: Read, asked: AskedVisits): Promise<VisitList> => {
  const [row] = await read.all<{
    readonly lines: string;
    readonly counts: string;
    readonly total: number;
  }>(sql`WITH placed AS MATERIALIZED (${placed(asked)})
    SELECT (${linesOf(asked)}) AS lines,
      (SELECT count(*) FROM placed WHERE ${isAsked(asked)}) AS total,
      (SELECT json_group_object(part, count) FROM (
        SELECT placed.part AS part, count(*) AS count FROM placed GROUP BY placed.part)) AS counts`);
  return {
    lines: written<VisitList["lines"]>(row?.lines ?? "[]"),
    counts: written<VisitList["counts"]>(row?.counts ?? "{}"),
    total: row?.total ?? 0,
  };
};

/** Every leader and every school of the visits of an area, by name. */
export const listVisitNames = async (read: Read, areaId: AreaId) => ({
  people: await read
    .selectDistinct({ id: people.id, name: people.name })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.personId))
    .where(eq(visits.areaId, areaId)),
  schools: await read
    .selectDistinct({ urn: schools.urn, name: schools.name })
    .from(visits)
    .innerJoin(schools, eq(schools.urn, visits.urn))
    .where(eq(visits.areaId, areaId)),
});
