import { commonPasswords } from "./common-password.ts";

/** Characters, not bytes (NCSC: length and a deny list, no rules of composition). */
export const shortestPassword = 12;
export const longestPassword = 256;

export const passwordFaults = ["too-short", "too-long", "easy-to-guess"] as const;
export type PasswordFault = (typeof passwordFaults)[number];

/** Fewer different characters than this, beside the words that anyone would try, do not make a password. */
const fewestOfItsOwn = 5;
const shortestWord = 4;

/** One form for all ways to type the same characters: passwords are compared and hashed in it. */
export const normalPassword = (password: string): string => password.normalize("NFKC");

const lookAlikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const plain = (text: string): string =>
  [...text.toLowerCase()].map((character) => lookAlikes[character] ?? character).join("");

const withoutWords = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, " "), text);

const longestFirst = (words: readonly string[]): readonly string[] =>
  words.toSorted((a, b) => b.length - a.length);

const ownCharacters = (text: string): number => new Set(text.replace(/[^\p{L}\p{N}]/gu, "")).size;

const isEasy = (password: string, words: readonly string[]): boolean => {
  const known = longestFirst([
    ...commonPasswords,
    ...words.filter((w) => w.length >= shortestWord),
  ]);
  const asTyped = withoutWords(password.toLowerCase(), known);
  const disguised = withoutWords(plain(password), known.map(plain));
  return Math.min(ownCharacters(asTyped), ownCharacters(disguised)) < fewestOfItsOwn;
};

/**
 * What is wrong with a password, if anything. `about` are texts that anyone would try for this person: name, e-mail address,
 * school, area. A password is easy to guess when little is left of it once those words, and the commonest passwords, are out.
 */
export const faultOfPassword = (
  password: string,
  about: readonly string[],
): PasswordFault | undefined => {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length < shortestPassword) return "too-short";
  if (length > longestPassword) return "too-long";
  const words = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return isEasy(normal, [...words, "alongside"]) ? "easy-to-guess" : undefined;
};
