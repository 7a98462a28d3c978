import { at } from "../random.ts";
import {
  givenNames,
  surnameBeginnings,
  surnameEndings,
  unusualNames,
} from "../words/person-words.ts";

/** The name of the person at a position: no two alike, and no surname that a real head bears. */
export const personNameAt = (position: number): string => {
  const beginning = at(surnameBeginnings, (position * 7) % surnameBeginnings.length);
  const block = Math.floor(position / surnameBeginnings.length);
  const ending = at(surnameEndings, (position * 3 + block) % surnameEndings.length);
  const given = at(givenNames, (position * 11) % givenNames.length);
  return unusualNames[position] ?? `${given} ${beginning}${ending}`;
};

/** The part of an e-mail address before the sign, in plain letters. */
export const mailboxOf = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z -]/gu, "")
    .replaceAll(/ +/gu, ".");
