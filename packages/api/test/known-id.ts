import { grantsOf, type Actor } from "@alongside/domain/identity";
import type { TestDatabase } from "../../testkit/src/index.ts";

type Table = { readonly name: string; readonly columns: readonly string[] };

/** For tests alone: ids that are there, for whatever an input calls them. */
export type KnownIds = {
  /** Ids for a key such as `needId`, in a procedure of this router, those that have to do with the actor first. */
  readonly of: (key: string, router: string, actor: Actor) => Promise<readonly (string | number)[]>;
};

const mostOwn = 6;
const mostOfState = 2;

const readTables = async ({ client }: TestDatabase): Promise<readonly Table[]> => {
  const { rows } = await client.execute(
    "SELECT m.name, group_concat(c.name) AS columns FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY m.name ORDER BY m.name",
  );
  return rows.map((row) => ({
    name: String(row["name"]),
    columns: String(row["columns"]).split(","),
  }));
};

const snake = (text: string): string =>
  text.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the ids of a router are ids of, where it is named after something else. */
const aboutOf: Readonly<Record<string, string>> = {
  impact: "deployment",
  menu: "package",
  queue: "need",
};

/** The words under which an id of that name may be kept: `needId` → `need`, `id` in `offer.get` → `offer`. */
const nounOf = (key: string, router: string): string =>
  snake(
    key.replace(/Ids?$|s$/, "") === "id"
      ? (aboutOf[router] ?? router)
      : key.replace(/Ids?$|s$/, ""),
  );

/** The table that a noun names best: `zones`, before `round_zones`, before `zone_memberships`. */
const tableOf = (tables: readonly Table[], noun: string): Table | undefined =>
  tables.find(({ name }) => name === `${noun}s`) ??
  tables.find(({ name }) => name.endsWith(`_${noun}s`)) ??
  tables.find(({ name }) => name.startsWith(`${noun}_`));

const idColumns = ["id", "code"];

const valuesOf = (actor: Actor): readonly (string | number)[] =>
  actor.kind === "person"
    ? [
        actor.personId,
        ...grantsOf(actor).flatMap(({ urn, zoneId, organisationId }) =>
          [urn, zoneId, organisationId].filter((value) => value !== undefined),
        ),
      ]
    : [];

const quoted = (values: readonly (string | number)[]): string =>
  values.map((value) => `'${String(value).replaceAll("'", "''")}'`).join(", ");

/** Rows of a table that name the actor, or the actor's school, zone or organisation, directly or through their need. */
const ownCondition = ({ columns }: Table, actor: Actor): string => {
  const values = quoted(valuesOf(actor));
  const through = columns.includes("need_id")
    ? [`need_id IN (SELECT id FROM needs WHERE CAST(urn AS TEXT) IN (${values}))`]
    : [];
  const direct = columns.map((column) => `CAST("${column}" AS TEXT) IN (${values})`);
  return [...direct, ...through].join(" OR ");
};

const own = async (database: TestDatabase, table: Table, given: { id: string; actor: Actor }) => {
  const { id, actor } = given;
  const { rows } = await database.client.execute(
    `SELECT "${id}" AS id FROM "${table.name}" WHERE ${ownCondition(table, actor)} ORDER BY 1 LIMIT ${mostOwn}`,
  );
  return rows.map((row) => row["id"]);
};

const ofStates = async (database: TestDatabase, table: Table, id: string) => {
  const state = ["state", "status", "kind"].find((column) => table.columns.includes(column));
  const { rows } = await database.client.execute(
    `SELECT id FROM (SELECT "${id}" AS id, row_number() OVER (PARTITION BY ${state ?? "1"} ORDER BY "${id}") AS place FROM "${table.name}") WHERE place <= ${mostOfState} ORDER BY 1`,
  );
  return rows.map((row) => row["id"]);
};

const isId = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

const places: Readonly<Record<string, { readonly table: string; readonly id: string }>> = {
  urn: { table: "schools", id: "urn" },
  home_urn: { table: "schools", id: "urn" },
  person: { table: "leaders", id: "person_id" },
  leader: { table: "leaders", id: "person_id" },
  line: { table: "capacity_lines", id: "id" },
  trust: { table: "trust_memberships", id: "group_uid" },
};

export const knownIdsIn = async (database: TestDatabase): Promise<KnownIds> => {
  const tables = await readTables(database);
  const kept = new Map<string, readonly (string | number)[]>();
  const find = (noun: string) => {
    const place = places[noun];
    const table =
      place === undefined ? tableOf(tables, noun) : tables.find(({ name }) => name === place.table);
    const id = place?.id ?? idColumns.find((column) => table?.columns.includes(column));
    return table === undefined || id === undefined ? undefined : { table, id };
  };
  const look = async (noun: string, actor: Actor): Promise<readonly (string | number)[]> => {
    const found = find(noun);
    if (found === undefined) return [];
    const { table, id } = found;
    const first = await own(database, table, { id, actor });
    const self = noun === "person" && actor.kind === "person" ? [actor.personId] : [];
    const all = [...self, ...first, ...(await ofStates(database, table, id))];
    return [...new Set(all.filter(isId))];
  };
  return {
    of: async (key, router, actor) => {
      const noun = nounOf(key, router);
      const name = `${noun} ${actor.kind === "person" ? actor.personId : actor.kind}`;
      const ids = kept.get(name) ?? (await look(noun, actor));
      kept.set(name, ids);
      return ids;
    },
  };
};
