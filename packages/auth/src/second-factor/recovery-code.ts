import { randomInt } from "node:crypto";

/** No 0 and o, no 1, i and l: they are read off paper. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const length = 10;
const count = 10;

const newCode = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)] ?? "").join("");

/** Ten codes of 49 bits each, as `abcde-fghjk`, each for one use in place of the authenticator. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: count }, () => newCode().replace(/^(.{5})/, "$1-"));

/** A recovery code however it was typed, or undefined for text that is none. */
export const readRecoveryCode = (text: string): string | undefined => {
  const plain = text.toLowerCase().replace(/[\s-]/g, "");
  const isCode = plain.length === length && [...plain].every((each) => alphabet.includes(each));
  return isCode ? plain : undefined;
};
