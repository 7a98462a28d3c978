import type { Database } from "@alongside/db";

type Cell = string | number | null;
export type Row = readonly Cell[];

const columnsOf = {
  zones: "id, area_id, name, phase_group",
  terms: "id, area_id, academic_year, season, starts_on, half_on, ends_on",
  schools:
    "urn, la_code, la_name, name, status, phase, setting, easting, northing, pupils, percentage_fsm, religious_character",
  school_search: "rowid, words",
  zone_memberships: "id, area_id, zone_id, phase_group, urn, from_on",
  people: "id, name, email, created_at",
  leaders: "area_id, person_id, kind, home_urn, created_at",
  designations: "id, area_id, person_id, type, awarding_body, from_on, to_on, evidence, status",
  capacity_lines:
    "id, area_id, person_id, term_id, home_urn, state, supply, confirmed_on, good_until, changed_at",
  ledger_entries:
    "line_id, at, movement, from_account, to_account, half_days, window, early_change, late_change, actor, request_id",
  needs:
    "id, area_id, urn, number, need, state, is_urgent, band, primary_area, submitted_at, due_at, coordinator_id, begun_by, is_begun_on_behalf, created_at, changed_at",
} as const;

/** The rows of one table, each with its cells in the order of the columns above. */
export type Filled = readonly [table: keyof typeof columnsOf, rows: readonly Row[]];

/** Writes past the stores: a country goes in within seconds. */
export const fill = async (database: Database, [table, rows]: Filled): Promise<void> => {
  const columns = columnsOf[table];
  const cells = columns.split(", ").map((_, at) => `v ->> ${at}`);
  await database.client.execute({
    sql: `INSERT INTO ${table} (${columns}) SELECT ${cells.join(", ")}
          FROM (SELECT value AS v FROM json_each(?) LIMIT -1 OFFSET 0)`,
    args: [JSON.stringify(rows)],
  });
};
