import { sql, type SQL } from "drizzle-orm";
import {
  editDistance,
  toPostcodeWord,
  toSearchWords,
  type LaCode,
  type Urn,
} from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { termFor } from "../search-index.ts";

export type SchoolHit = {
  readonly urn: Urn;
  readonly name: string;
  readonly status: string;
  readonly town: string | null;
  readonly postcode: string | null;
};

const mostWords = 8;
const nearest = 8;
/** So many hits, those with the fewest words besides what was typed, are put in order, of which the best are shown. */
const ranked = 200;

const wordsOf = (question: string): readonly string[] =>
  toSearchWords(question).split(" ").filter(Boolean).slice(0, mostWords);

const ofAuthorities = (laCodes: readonly LaCode[]): SQL =>
  sql`s.la_code IN (SELECT value FROM json_each(${JSON.stringify(laCodes)}))`;

/** Long words may hold two slips, short ones one; very short ones and numbers none. */
const slipsAllowed = (word: string): number => {
  if (/\d/.test(word) || word.length < 4) return 0;
  return word.length >= 8 ? 2 : 1;
};

/** The words of these authorities' schools: slips are forgiven towards a school of the area, not one elsewhere. */
const vocabularyOf = async (read: Read, laCodes: readonly LaCode[]): Promise<readonly string[]> => {
  const rows = await read.all<{ words: string }>(sql`
    SELECT s.name || ' ' || coalesce(s.town, '') AS words FROM schools s
    WHERE ${ofAuthorities(laCodes)}`);
  return [...new Set(rows.flatMap(({ words }) => toSearchWords(words).split(" ")))];
};

const nearWords = (vocabulary: readonly string[], word: string): readonly string[] => {
  const slips = slipsAllowed(word);
  if (slips === 0) return [];
  return vocabulary
    .map((term) => ({ term, distance: editDistance(word, term, slips) }))
    .filter(({ distance }) => distance <= slips)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, nearest)
    .map(({ term }) => term);
};

/** The word itself by its beginning, or any word near it. */
const looseTerm = (
  laCodes: readonly LaCode[],
  vocabulary: readonly string[],
  word: string,
): string => {
  const near = nearWords(vocabulary, word).map((term) => termFor(laCodes, term, false));
  return `(${[termFor(laCodes, word, true), ...near].join(" OR ")})`;
};

const hasHits = async (read: Read, match: string): Promise<boolean> => {
  const [hit] = await read.all(sql`
    SELECT 1 FROM school_search WHERE school_search MATCH ${match} LIMIT 1`);
  return hit !== undefined;
};

const postcodeTerm = (laCodes: readonly LaCode[], question: string): string | undefined => {
  const postcode = toPostcodeWord(question);
  const isPart = /^[a-z]{1,2}\d[a-z\d]?(\d([a-z]{1,2})?)?$/.test(postcode);
  return isPart && postcode.length >= 3 ? termFor(laCodes, postcode, true) : undefined;
};

/** Leaves one word out; of two, the shorter, so that 'st' alone finds nothing. */
const withOneLeftOut = (words: readonly string[], terms: readonly string[]): readonly string[] => {
  if (words.length < 2) return [];
  const [one = "", other = ""] = words;
  const mayGo =
    words.length === 2 ? [one.length < other.length ? 0 : 1] : words.map((_, index) => index);
  return mayGo.map((left) => `(${terms.filter((_, index) => index !== left).join(" AND ")})`);
};

/** The readings of a question, from the strictest: as typed; with slips; with a word that fits nothing left out. */
const readingsOf = async function* (read: Read, laCodes: readonly LaCode[], question: string) {
  const words = wordsOf(question);
  if (words.length === 0 || laCodes.length === 0) return;
  const postcode = postcodeTerm(laCodes, question);
  if (postcode !== undefined) yield postcode;
  yield words.map((word) => termFor(laCodes, word, true)).join(" AND ");
  const vocabulary = await vocabularyOf(read, laCodes);
  const terms = words.map((word) => looseTerm(laCodes, vocabulary, word));
  yield terms.join(" AND ");
  const fewer = withOneLeftOut(words, terms);
  if (fewer.length > 0) yield fewer.join(" OR ");
};

/**
 * The full-text question for what a person typed: the strictest reading of it that any school of these authorities
 * fits. Undefined when none fits even the loosest.
 */
export const matchFor = async (
  read: Read,
  laCodes: readonly LaCode[],
  question: string,
): Promise<string | undefined> => {
  for await (const match of readingsOf(read, laCodes, question))
    if (await hasHits(read, match)) return match;
  return undefined;
};

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)));

/** How much two texts share, from 0 to 1, by their pairs of letters (Dice). */
const likeness = (one: string, other: string): number => {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  return (2 * left.intersection(right).size) / Math.max(left.size + right.size, 1);
};

/**
 * Lower is better: an open school before a closed one; then the very name, one that begins with what was typed, and
 * then the likest.
 */
const placeOf = (hit: SchoolHit, typed: string): number => {
  const name = toSearchWords(hit.name);
  const isClosed = hit.status === "closed" ? 4 : 0;
  if (name === typed) return isClosed;
  return isClosed + (name.startsWith(typed) ? 1 : 2) + (1 - likeness(name, typed));
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
  const match = await matchFor(read, scope.laCodes, question);
  if (match === undefined) return [];
  const hits = await read.all<SchoolHit>(sql`
    SELECT s.urn, s.name, s.status, s.town, s.postcode
    FROM school_search f JOIN schools s ON s.urn = f.rowid
    WHERE school_search MATCH ${match}
    ORDER BY s.status = 'closed', length(s.name), s.name, s.urn
    LIMIT ${ranked}`);
  const typed = toSearchWords(question);
  return hits
    .map((hit) => ({ hit, place: placeOf(hit, typed) }))
    .toSorted((one, other) => one.place - other.place)
    .slice(0, scope.limit)
    .map(({ hit }) => hit);
};
