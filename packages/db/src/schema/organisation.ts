import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AreaId, OrganisationId } from "@alongside/domain/identity";
import type { OrganisationKind } from "@alongside/domain/organisation";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { areas } from "./area.ts";
import { schools } from "./school.ts";

/** Teaching schools, hubs and central teams of trusts: who looks after the days of several leaders of an area. */
export const organisations = sqliteTable(
  "organisations",
  {
    id: text().$type<OrganisationId>().primaryKey(),
    areaId: text()
      .$type<AreaId>()
      .notNull()
      .references(() => areas.id),
    name: text().notNull(),
    kind: text().$type<OrganisationKind>().notNull(),
    urn: integer()
      .$type<Urn>()
      .references(() => schools.urn),
    closedOn: text().$type<IsoDate>(),
    version: integer().notNull().default(1),
    createdAt: text().notNull(),
  },
  (table) => [index("organisations_by_area").on(table.areaId)],
);
