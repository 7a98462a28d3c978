import { openDatabase } from "../../packages/db/src/index.ts";

/** For tests alone: text that would run if a page took it for markup. */
export const hostile =
  '"><img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script><a href="javascript:globalThis.hacked=1">x</a>';

/** Words that somebody wrote have a space in them; codes, dates and ids have none. */
const isWritten = (value: unknown): value is string =>
  typeof value === "string" && / /.test(value) && !value.includes(hostile);

/** How words are made hostile: a mark that goes before or behind them. */
export type Spoil = (words: string) => string;

export const asMarkup: Spoil = (words) => words + hostile;

const inside = (value: unknown, spoil: Spoil): unknown => {
  if (isWritten(value)) return spoil(value);
  if (Array.isArray(value)) return value.map((each) => inside(each, spoil));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each, spoil)]));
};

/** A JSON column keeps its shape: only the words in it are made hostile. */
const madeHostile = (text: string, spoil: Spoil): string => {
  if (!/^[[{]/.test(text)) return isWritten(text) ? spoil(text) : text;
  try {
    return JSON.stringify(inside(JSON.parse(text), spoil));
  } catch {
    return spoil(text);
  }
};

/** What must stay as it is for the product to work at all: what is signed, hashed, frozen or an address. */
const left =
  /^(hash|.*_hash|.*_salt|token.*|sealed.*|problem|plan|reasons|mending|email|recipient|user_agent|fingerprint|website)$/;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type Row = Readonly<Record<string, unknown>>;

const columnsSql = `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m, pragma_table_info(m.name) c
  WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'school_search%'
    AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND lower(c.type) = 'text' AND c.pk = 0`;

/** Makes every word that somebody wrote hostile, in every table, behind the product’s back. Answers how many values. */
export const makeHostile = async (
  { databaseUrl }: { readonly databaseUrl: string },
  spoil: Spoil = asMarkup,
): Promise<number> => {
  const { write, close } = openDatabase({ url: databaseUrl });
  const changed = await write(async (tx) => {
    let count = 0;
    for (const { name } of await tx.all<Row>(
      "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    )) {
      await tx.run(`DROP TRIGGER "${String(name)}"`);
    }
    const columns = await tx.all<Row>(columnsSql);
    for (const { table, column } of columns.filter((each) => !left.test(String(each["column"])))) {
      const name = `"${String(column)}"`;
      const rows = await tx.all<Row>(
        `SELECT rowid AS id, ${name} AS value FROM "${String(table)}" WHERE instr(${name}, ' ')`,
      );
      for (const { id, value } of rows) {
        const words = quoted(madeHostile(String(value), spoil));
        await tx.run(
          `UPDATE "${String(table)}" SET ${name} = ${words} WHERE rowid = ${Number(id)}`,
        );
        count += 1;
      }
    }
    return count;
  });
  close();
  return changed;
};
