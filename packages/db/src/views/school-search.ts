import { sql } from "drizzle-orm";
import {
  editDistance,
  toPostcodeWord,
  toSearchWords,
  type LaCode,
  type Urn,
} from "@alongside/domain/school";
import type { Read } from "../connection.ts";

export type SchoolHit = {
  readonly urn: Urn;
  readonly name: string;
  readonly status: string;
  readonly town: string | null;
  readonly postcode: string | null;
};

/** Long words may hold two slips, short ones one, very short ones none. */
const slipsAllowed = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

const knownWords = async (read: Read, word: string): Promise<readonly string[]> => {
  const rows = await read.all<{ term: string }>(
    sql`SELECT term FROM school_search_words WHERE term LIKE ${`${word}%`} LIMIT 1`,
  );
  return rows.map((row) => row.term);
};

const nearWords = async (read: Read, word: string): Promise<readonly string[]> => {
  const slips = slipsAllowed(word);
  if (slips === 0) return [];
  const rows = await read.all<{ term: string }>(
    sql`SELECT term FROM school_search_words WHERE length(term) BETWEEN ${word.length - slips} AND ${word.length + slips}`,
  );
  const near = rows
    .map(({ term }) => ({ term, distance: editDistance(word, term, slips) }))
    .filter(({ distance }) => distance <= slips)
    .toSorted((a, b) => a.distance - b.distance);
  return near.slice(0, 8).map(({ term }) => term);
};

/** A word as the search asks for it: by its beginning when the register knows it, by its neighbours when not. */
const termFor = async (read: Read, word: string): Promise<string | undefined> => {
  if ((await knownWords(read, word)).length > 0) return `"${word}"*`;
  const near = await nearWords(read, word);
  return near.length === 0 ? undefined : `(${near.map((term) => `"${term}"`).join(" OR ")})`;
};

/** The full-text question for what a person typed; undefined when no word of it is near any known one. */
export const matchFor = async (read: Read, question: string): Promise<string | undefined> => {
  const words = toSearchWords(question).split(" ").filter(Boolean).slice(0, 8);
  const asPostcode = toPostcodeWord(question);
  const isPostcode =
    /^[a-z]{1,2}\d[a-z\d]?\d?[a-z]{0,2}$/.test(asPostcode) && asPostcode.length >= 3;
  if (isPostcode && words.length <= 2) return `"${asPostcode}"*`;
  const terms = await Promise.all(words.map((word) => termFor(read, word)));
  const usable = terms.filter((term) => term !== undefined);
  return usable.length === 0 || usable.length < words.length / 2 ? undefined : usable.join(" AND ");
};

/**
 * Schools of these authorities by name, town, URN or postcode, open ones first, slips of spelling forgiven.
 * At most `limit` hits, the best first.
 */
export const searchSchools = async (
  read: Read,
  scope: { readonly laCodes: readonly LaCode[]; readonly limit: number },
  question: string,
): Promise<readonly SchoolHit[]> => {
  const match = await matchFor(read, question);
  if (match === undefined) return [];
  return read.all<SchoolHit>(sql`
    SELECT s.urn, s.name, s.status, s.town, s.postcode
    FROM school_search f JOIN schools s ON s.urn = f.rowid
    WHERE school_search MATCH ${match}
      AND s.la_code IN (SELECT value FROM json_each(${JSON.stringify(scope.laCodes)}))
    ORDER BY s.status = 'closed', f.rank, s.name, s.urn
    LIMIT ${scope.limit}`);
};
