import type { Letter } from "./letter.ts";
import type { LetterMeans } from "./words.ts";

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/**
 * The letter about a concern as its officer wrote it: its words are opened only as the mail is written out. Undefined where they cannot be
 * opened, for an empty letter is worse than none.
 */
export const concernLetter = (
  { area = "", sealedLetter = "", due = "" }: Readonly<Record<string, string>>,
  means: LetterMeans,
): Letter | undefined => {
  const words = means.open(sealedLetter).trim();
  if (words === "") return undefined;
  return {
    subject: `A letter from ${area} about your school`,
    paragraphs: [
      ...words.split(/\n+/).map((line) => line.trim()),
      `A reply is awaited by ${dayFormat.format(Date.parse(due))}. Please send it to whoever signed this letter: nobody reads mail to this address.`,
    ],
  };
};
