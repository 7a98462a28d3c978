import { and, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { ImportKind } from "@alongside/domain/register-import";
import type { IsoDate, LaCode, SchoolLink, SchoolRecord, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { importFiles, imports, schoolLinks, schools } from "../schema/index.ts";
import type { SchoolRow } from "./school.ts";

export type ImportRow = typeof imports.$inferSelect;

export const findImport = async (read: Read, id: number): Promise<ImportRow | undefined> =>
  (await read.select().from(imports).where(eq(imports.id, id)))[0];

export const findImportFile = async (read: Read, id: number): Promise<Buffer | undefined> =>
  (await read.select().from(importFiles).where(eq(importFiles.importId, id)))[0]?.bytes;

/** The counts of a summary without its lists, which may be as long as the file. */
const counts = {
  lines: sql<number>`summary->>'$.lines'`,
  taken: sql<number>`summary->>'$.taken'`,
  added: sql<number>`summary->>'$.added'`,
  changed: sql<number>`summary->>'$.changed'`,
  closed: sql<number>`summary->>'$.closed'`,
};

/** A page of the imports of an area, the newest first, with their counts; and how many there are in all. */
export const listImports = async (
  read: Read,
  areaId: AreaId,
  page: { readonly offset: number; readonly limit: number },
) => {
  const lines = await read
    .select({
      id: imports.id,
      kind: imports.kind,
      state: imports.state,
      fileName: imports.fileName,
      asOf: imports.asOf,
      startedAt: imports.startedAt,
      finishedAt: imports.finishedAt,
      ...counts,
    })
    .from(imports)
    .where(eq(imports.areaId, areaId))
    .orderBy(desc(imports.id))
    .limit(page.limit)
    .offset(page.offset);
  return { lines, total: await read.$count(imports, eq(imports.areaId, areaId)) };
};

/** The last confirmed import of a kind, whoever brought it. */
export const lastImport = async (read: Read, kind: ImportKind): Promise<ImportRow | undefined> =>
  (
    await read
      .select()
      .from(imports)
      .where(and(eq(imports.kind, kind), eq(imports.state, "confirmed")))
      .orderBy(desc(imports.id))
      .limit(1)
  )[0];

/** How many imports were confirmed so far, not counting `except`: it grows whenever the register changes. */
export const countConfirmedImports = (read: Read, except = 0): Promise<number> =>
  read.$count(imports, and(eq(imports.state, "confirmed"), ne(imports.id, except)));

export type Fingerprint = Pick<SchoolRow, "urn" | "fingerprint" | "laCode" | "status">;

/** What the register last took for each school, by URN. */
export const fingerprints = async (read: Read): Promise<ReadonlyMap<Urn, Fingerprint>> => {
  const { urn, fingerprint, laCode, status } = schools;
  const rows = await read.select({ urn, fingerprint, laCode, status }).from(schools);
  return new Map(rows.map((row) => [row.urn, row]));
};

/** A trust that no import ever stated is unknown, which is not the same as none. */
const toRecord = (row: SchoolRow): SchoolRecord => {
  if (row.trustImportId !== null) return row;
  const { trustCode: _code, trustName: _name, ...rest } = row;
  return rest;
};

/** What the register holds of these schools. */
export const schoolsByUrn = async (
  read: Read,
  urns: readonly Urn[],
): Promise<readonly SchoolRecord[]> => {
  const records: SchoolRecord[] = [];
  for (let start = 0; start < urns.length; start += 2_000) {
    const part = JSON.stringify(urns.slice(start, start + 2_000));
    const rows = await read
      .select()
      .from(schools)
      .where(sql`${schools.urn} IN (SELECT value FROM json_each(${part}))`);
    for (const row of rows) records.push(toRecord(row));
  }
  return records;
};

/** The links in which these schools stand on either side. */
export const linksOf = (read: Read, urns: readonly Urn[]): Promise<readonly SchoolLink[]> => {
  const part = JSON.stringify(urns);
  return read
    .select()
    .from(schoolLinks)
    .where(
      sql`${schoolLinks.urn} IN (SELECT value FROM json_each(${part}))
          OR ${schoolLinks.linkUrn} IN (SELECT value FROM json_each(${part}))`,
    );
};

/** Whether the register holds, for schools of these authorities, values of a later day than this. */
export const isNewerThan = async (
  read: Read,
  day: IsoDate,
  laCodes: readonly LaCode[],
): Promise<boolean> => {
  const [later] = await read
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        gt(imports.asOf, day),
        sql`${imports.id} IN (SELECT profile_import_id FROM schools
            WHERE la_code IN (SELECT value FROM json_each(${JSON.stringify(laCodes)})))`,
      ),
    )
    .limit(1);
  return later !== undefined;
};

export const urnsOfAuthorities = async (
  read: Read,
  laCodes: readonly LaCode[],
): Promise<ReadonlySet<Urn>> => {
  const rows = await read
    .select({ urn: schools.urn })
    .from(schools)
    .where(inArray(schools.laCode, [...laCodes]));
  return new Set(rows.map(({ urn }) => urn));
};
