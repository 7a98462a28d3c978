/** Letters alone, without case and accents. */
const lettersOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();

/**
 * Whether what was typed under an agreement is the person's name: case, accents, spaces, hyphens and apostrophes do not matter. A name
 * that is another's leaves open who meant to sign, so it does not count (Product rules, §2: deployment).
 */
export const isOwnName = (typed: string, name: string): boolean =>
  lettersOf(typed) !== "" && lettersOf(typed) === lettersOf(name);
