const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bsaint\b/g, "st"],
  [/\bchurch of england\b/g, "cofe"],
  [/\bc of e\b/g, "cofe"],
  [/\bce\b/g, "cofe"],
  [/\broman catholic\b/g, "rc"],
  [/\broad\b/g, "rd"],
  [/\band\b/g, " "],
];

/** What every word that has a short form begins with: one look spares seven. */
const mayShorten = /\b(?:saint|church|c|ce|roman|road|and)\b/;

const beyondAscii = /[^\0-\x7f]/;

const withoutAccents = (text: string): string =>
  beyondAscii.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text;

/**
 * What people may type to find a school, in one form: lower case, no accents, no apostrophes, the common
 * short forms made alike. Both the register and the question go through it.
 */
export const toSearchWords = (text: string): string => {
  const plain = withoutAccents(text)
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (!mayShorten.test(plain)) return plain;
  return shortForms
    .reduce((words, [pattern, form]) => words.replace(pattern, form), plain)
    .replace(/ +/g, " ");
};

/** A postcode as one word, so that `me7 1ab` and `ME71AB` find the same. */
export const toPostcodeWord = (postcode: string): string =>
  postcode.toLowerCase().replace(/[^a-z0-9]/g, "");

/** How many single-letter edits, swaps of neighbours included, lie between two words; stops counting above `most`. */
export const editDistance = (left: string, right: string, most: number): number => {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
};
