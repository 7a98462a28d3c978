/** Somebody else, by everything that tells who they are. */
export type OtherPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
};

export const anotherPerson = "[another person]";

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** A name inside words, not a part of a longer one. */
const asWord = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, "gu");

const firstWordOf = (text: string): string => /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? "";

/** An id shorter than this may be a word of the language. */
const shortestId = 10;

/**
 * Takes everybody else out of what is told to one person: their names, addresses and ids (UK GDPR, article 15(4): the answer must not
 * adversely affect the rights of others). `own` is the name of the person who is told.
 */
export const redactorOf = (
  own: string,
  others: readonly OtherPerson[],
): ((value: unknown) => unknown) => {
  const ids = new Set(others.map(({ id }) => id));
  const byFirstWord = new Map<string, Set<string>>();
  for (const { name, email, id } of others) {
    const marks = [name, email, ...(id.length < shortestId ? [] : [id])];
    for (const mark of marks.filter((each) => each !== "" && each !== own)) {
      const first = firstWordOf(mark);
      byFirstWord.set(first, (byFirstWord.get(first) ?? new Set()).add(mark));
    }
  }
  const inText = (text: string): string => {
    if (ids.has(text)) return anotherPerson;
    const words = new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
    const marks = [...words].flatMap((word) => [...(byFirstWord.get(word) ?? [])]);
    return marks
      .toSorted((one, other) => other.length - one.length)
      .reduce((left, mark) => left.replaceAll(asWord(mark), anotherPerson), text);
  };
  const redact = (value: unknown): unknown => {
    if (typeof value === "string") return inText(value);
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [inText(key), redact(each)]),
    );
  };
  return redact;
};
