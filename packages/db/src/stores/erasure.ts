import { eq, sql, type SQL } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { Read, Write } from "../connection.ts";
import { people } from "../schema/index.ts";
import { personalTables, type PersonalTable } from "../views/personal.ts";
import { erasureKind } from "./event.ts";

export const erasedName = "Erased person";

/** The address of nobody: it cannot be written to, and nobody else can have it. */
export const erasedAddress = (id: PersonId): string => `erased-${id}@erased.invalid`;

type Person = { readonly id: PersonId; readonly name: string; readonly email: string };

const name = (text: string): SQL => sql.raw(`"${text}"`);

/** Whose row it is: the first column that names a person, or the address. */
const isOf = ({ people: columns, address }: PersonalTable, { id, email }: Person): SQL => {
  const [own] = Object.keys(columns);
  const byId = own === undefined ? [] : [sql`${name(own)} = ${id}`];
  const byAddress = address === undefined ? [] : [sql`${name(address.column)} = ${email}`];
  return sql.join([...byId, ...byAddress], sql` OR `);
};

const eraseRows = async (tx: Write, entry: PersonalTable, person: Person): Promise<void> => {
  const { table, whenErased } = entry;
  if (whenErased === "kept") return;
  if (whenErased === "deleted") {
    await tx.run(sql`DELETE FROM ${name(table)} WHERE ${isOf(entry, person)}`);
    return;
  }
  for (const column of whenErased.emptied) {
    await tx.run(sql`UPDATE ${name(table)} SET ${name(column)} = '' WHERE ${isOf(entry, person)}`);
  }
};

/** Columns where a name was written down as it stood, besides the account. */
const snapshots: readonly (readonly [string, string])[] = [
  ["shortlists", "cards"],
  ["outbox_mails", "content"],
  ["leader_alerts", "words"],
  ["idempotent_replies", "reply"],
];

/** A short name, or one of a single word, may be a word of the language: it is looked for as a whole value alone. */
const inQuotes = ({ name: text }: Person): boolean => text.length < 6 || !text.includes(" ");

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const eraseSnapshots = async (tx: Write, person: Person): Promise<void> => {
  const quote = inQuotes(person) ? '"' : "";
  const from = `${quote}${asJson(person.name)}${quote}`;
  const to = `${quote}${erasedName}${quote}`;
  for (const [table, column] of snapshots) {
    await tx.run(
      sql`UPDATE ${name(table)} SET ${name(column)} = replace(replace(${name(column)}, ${from}, ${to}), ${asJson(person.email)}, ${erasedAddress(person.id)}) WHERE instr(${name(column)}, ${from}) OR instr(${name(column)}, ${asJson(person.email)})`,
    );
  }
};

/** Takes name, address and everything that only the person needed out of the tables; what others account for stays, by id alone. */
export const recordPersonErased = async (tx: Write, person: Person, at: string): Promise<void> => {
  for (const entry of personalTables) await eraseRows(tx, entry, person);
  await eraseSnapshots(tx, person);
  await tx
    .update(people)
    .set({
      name: erasedName,
      email: erasedAddress(person.id),
      passwordHash: null,
      lastSeenAt: null,
      deactivatedAt: sql`coalesce(${people.deactivatedAt}, ${at})`,
      version: sql`${people.version} + 1`,
    })
    .where(eq(people.id, person.id));
};

/** Numbers of the events whose words tell of a person: those about the account, and those with the name or the address in them. */
export const listEventsTelling = async (read: Read, person: Person): Promise<readonly number[]> => {
  const quote = inQuotes(person) ? '"' : "";
  const rows = await read.all<{ readonly seq: number }>(
    sql`SELECT seq FROM events WHERE payload IS NOT NULL AND kind <> ${erasureKind} AND ((entity = 'person' AND entity_id = ${person.id}) OR instr(payload, ${asJson(person.email)}) OR instr(payload, ${`${quote}${asJson(person.name)}${quote}`}))`,
  );
  return rows.map(({ seq }) => seq);
};
