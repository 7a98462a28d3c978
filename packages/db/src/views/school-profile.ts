import { desc, eq, inArray, sql } from "drizzle-orm";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  imports,
  inspections,
  schoolChanges,
  schoolLinks,
  schools,
  trustMemberships,
} from "../schema/index.ts";

/** Where values come from: who publishes them, and the day that they speak for. */
export type ValueSource = {
  readonly importId: number;
  readonly source: string;
  readonly asOf: string;
};

/** The sources of these imports, by import. */
export const sourcesOf = async (
  read: Read,
  importIds: readonly (number | null)[],
): Promise<ReadonlyMap<number, ValueSource>> => {
  const ids = [...new Set(importIds)].filter((id) => id !== null);
  const rows = await read
    .select({ importId: imports.id, source: imports.source, asOf: imports.asOf })
    .from(imports)
    .where(inArray(imports.id, ids));
  return new Map(rows.map((row) => [row.importId, row]));
};

/** Further than any succession of schools goes; it ends a ring of links, which GIAS does hold. */
const mostSteps = 12;

/** All links of the line of schools that this one belongs to, however many steps away. */
export const linksAround = (read: Read, urn: Urn) =>
  read
    .select()
    .from(schoolLinks)
    .where(
      sql`${schoolLinks.urn} IN (
        WITH RECURSIVE line (urn, steps) AS (
          SELECT ${urn}, 0
          UNION
          SELECT CASE l.urn WHEN line.urn THEN l.link_urn ELSE l.urn END, line.steps + 1
          FROM line JOIN school_links l ON (l.urn = line.urn OR l.link_urn = line.urn)
          WHERE line.steps < ${mostSteps} AND l.direction <> 'related'
        )
        SELECT urn FROM line
      )`,
    );

/** Names of the schools of a line; one that the register does not hold has none. */
export const namesOf = (read: Read, urns: readonly Urn[]) =>
  read
    .select({ urn: schools.urn, name: schools.name, laCode: schools.laCode })
    .from(schools)
    .where(inArray(schools.urn, [...urns]));

/** All inspections of these URNs under every framework, the latest first. */
export const inspectionsOf = (read: Read, urns: readonly Urn[]) =>
  read
    .select()
    .from(inspections)
    .where(inArray(inspections.urn, [...urns]))
    .orderBy(desc(inspections.inspectedOn));

/** The school's places in trusts and federations, today's first. */
export const membershipsOf = (read: Read, urn: Urn) =>
  read
    .select()
    .from(trustMemberships)
    .where(eq(trustMemberships.urn, urn))
    .orderBy(desc(trustMemberships.current), desc(trustMemberships.joined));

/** What imports changed in these schools, the latest first. */
export const changesOf = (read: Read, urn: Urn) =>
  read
    .select({
      importId: schoolChanges.importId,
      kind: schoolChanges.kind,
      changes: schoolChanges.changes,
      source: imports.source,
      asOf: imports.asOf,
      confirmedAt: imports.finishedAt,
    })
    .from(schoolChanges)
    .innerJoin(imports, eq(imports.id, schoolChanges.importId))
    .where(eq(schoolChanges.urn, urn))
    .orderBy(desc(schoolChanges.importId))
    .limit(50);
