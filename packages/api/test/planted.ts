import type { World } from "../../usecases/src/identity/world.ts";

/** For tests alone: what must never reach anybody of the other area. */
export const secretWord = "SecretOfTheSouth";

type Column = { readonly name: string; readonly isText: boolean };

const toColumn = (row: Readonly<Record<string, unknown>>): Column => ({
  name: String(row["name"]),
  isText: /text/i.test(String(row["type"])),
});

const tablesOf = async ({ database }: World): Promise<readonly string[]> => {
  const { rows } = await database.client.execute(
    "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND m.name <> 'areas' AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'area_id') AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'id')",
  );
  return rows.map((row) => String(row["name"]));
};

let planted = 0;

/** What a table checks; every other number is one of its own. */
const checked = new Set([
  "level",
  "half_days",
  "is_urgent",
  "is_begun_on_behalf",
  "is_amending",
  "quorum",
]);

const numberFor = (name: string): number =>
  checked.has(name) || name.startsWith("is_") ? 1 : planted;

/** Every value is whole as text and as JSON, and tells of the area that it belongs to. */
const valueOf = ({ name, isText }: Column, given: { table: string; areaId: string }) => {
  planted += 1;
  if (name === "area_id") return given.areaId;
  if (name === "id")
    return isText ? `${given.table}-of-${given.areaId}-${planted}` : 990_000 + planted;
  if (name.endsWith("urn")) return 900_003;
  return isText ? `"${secretWord}${planted}"` : numberFor(name);
};

const plantRow = async ({ database }: World, table: string, areaId: string): Promise<void> => {
  const { rows } = await database.client.execute(
    `SELECT name, type FROM pragma_table_info('${table}')`,
  );
  const cells = rows.map(toColumn).map((column) => ({
    name: column.name,
    value: valueOf(column, { table, areaId }),
  }));
  const statement = {
    sql: `INSERT INTO "${table}" (${cells.map(({ name }) => `"${name}"`).join(", ")}) VALUES (${cells.map(() => "?").join(", ")})`,
    args: cells.map(({ value }) => value),
  };
  // A server forgets a setting from one request to the next: what looks away from references goes there together.
  await (database.isRemote
    ? database.client.migrate([statement])
    : database.client.execute(statement));
};

/** Rows of an area in every table that has an id: whoever reads one reads a secret, or fails over it. */
export const plantIn = async (world: World, areaId: string, each: number): Promise<void> => {
  const { client } = world.database;
  const triggers = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name NOT LIKE 'event%'",
  );
  for (const { name } of triggers.rows) await client.execute(`DROP TRIGGER "${String(name)}"`);
  await client.execute("PRAGMA foreign_keys = OFF");
  for (const table of await tablesOf(world)) {
    for (let row = 0; row < each; row += 1) await plantRow(world, table, areaId);
  }
  await client.execute("PRAGMA foreign_keys = ON");
};
