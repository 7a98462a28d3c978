import { eq, inArray, sql } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { LaCode } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { areaAuthorities, areas } from "../schema/index.ts";
import { written } from "./written.ts";

export type AreaRow = typeof areas.$inferSelect;
export type Area = AreaRow & { readonly laCodes: readonly LaCode[] };

const withAuthorities = async (read: Read, rows: readonly AreaRow[]): Promise<readonly Area[]> => {
  if (rows.length === 0) return [];
  const codes = await read
    .select()
    .from(areaAuthorities)
    .where(
      inArray(
        areaAuthorities.areaId,
        rows.map((row) => row.id),
      ),
    );
  return rows.map((row) => ({
    ...row,
    laCodes: codes.filter((code) => code.areaId === row.id).map((code) => code.laCode),
  }));
};

const prepareBySlug = (read: Read) =>
  read
    .select({
      row: areas,
      laCodes: sql<string>`(SELECT json_group_array(${areaAuthorities.laCode}) FROM ${areaAuthorities}
        WHERE ${areaAuthorities.areaId} = ${areas.id})`,
    })
    .from(areas)
    .where(eq(areas.slug, sql.placeholder("slug")))
    .prepare();

const preparedBySlug = new WeakMap<Read, ReturnType<typeof prepareBySlug>>();

/** The area that an address names: asked at every request, so that it is one statement, prepared once for the handle. */
export const findAreaBySlug = async (read: Read, slug: string): Promise<Area | undefined> => {
  const statement = preparedBySlug.get(read) ?? prepareBySlug(read);
  preparedBySlug.set(read, statement);
  const found = await statement.get({ slug });
  return found === undefined ? undefined : { ...found.row, laCodes: written(found.laCodes) };
};

export const findArea = async (read: Read, id: AreaId): Promise<Area | undefined> => {
  const rows = await read.select().from(areas).where(eq(areas.id, id));
  return (await withAuthorities(read, rows))[0];
};

/** All areas of the instance, by name. */
export const listAreas = async (read: Read): Promise<readonly Area[]> =>
  withAuthorities(read, await read.select().from(areas).orderBy(areas.name));

/** The area that has this authority, if one has. */
export const findAreaOfAuthority = async (
  read: Read,
  laCode: LaCode,
): Promise<AreaId | undefined> => {
  const [row] = await read
    .select({ areaId: areaAuthorities.areaId })
    .from(areaAuthorities)
    .where(eq(areaAuthorities.laCode, laCode));
  return row?.areaId;
};
