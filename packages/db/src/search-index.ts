import type { Client } from "@libsql/client";
import { toPostcodeWord, toSearchWords } from "@alongside/domain/school";

type Sought = {
  readonly urn: number | string;
  readonly laCode: string;
  readonly name: string;
  readonly postcode?: string | null;
  readonly town?: string | null;
};

/** Words stand under their school's authority, so that a search in one area walks through the words of no other. */
const wordUnder = (laCode: string, word: string): string => `${laCode}x${word}`;

/** The part of a full-text question that asks these authorities for a word, whole or by its beginning. */
export const termFor = (laCodes: readonly string[], word: string, isBeginning: boolean): string =>
  `(${laCodes.map((code) => `"${wordUnder(code, word)}"${isBeginning ? "*" : ""}`).join(" OR ")})`;

/** What a school is found by. Towns come again and again: `townWords` may remember them. */
export const searchWordsOf = (
  { urn, laCode, name, postcode, town }: Sought,
  townWords: (town: string) => string = toSearchWords,
): string => {
  const words = [toSearchWords(name), toPostcodeWord(postcode ?? ""), urn, townWords(town ?? "")];
  return wordUnder(
    laCode,
    words
      .filter(Boolean)
      .join(" ")
      .replaceAll(" ", ` ${wordUnder(laCode, "")}`),
  );
};

const chunk = 1_500;

/** Makes the index of a database anew in which words do not stand under authorities; of any other it asks one question. */
export const refreshSearch = async (client: Client): Promise<void> => {
  const [first] = (await client.execute("SELECT urn, la_code FROM schools LIMIT 1")).rows;
  if (first === undefined) return;
  const { rows: known } = await client.execute({
    sql: "SELECT 1 FROM school_search WHERE school_search MATCH ? LIMIT 1",
    args: [termFor([String(first["la_code"])], String(first["urn"]), false)],
  });
  if (known.length > 0) return;
  const { rows } = await client.execute("SELECT urn, la_code, name, postcode, town FROM schools");
  const words = rows.map((row) => {
    const text = (name: string) => (row[name] === null ? null : String(row[name]));
    const [urn, name] = [Number(row["urn"]), String(row["name"])];
    const sought = { urn, name, laCode: String(row["la_code"]), postcode: text("postcode") };
    return [urn, searchWordsOf({ ...sought, town: text("town") })];
  });
  for (let start = 0; start < words.length; start += chunk)
    await client.execute({
      sql: "INSERT OR REPLACE INTO school_search (rowid, words) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
      args: [JSON.stringify(words.slice(start, start + chunk))],
    });
};
