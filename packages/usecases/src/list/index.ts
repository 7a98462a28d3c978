/** What a list can be asked besides its own filters: words in its names, an order, a page. */
export type ListQuestion<Key extends string = string> = {
  readonly words?: string | undefined;
  /** As the list comes where none is named. */
  readonly sort?: Key | undefined;
  readonly isDescending?: boolean | undefined;
  readonly offset?: number | undefined;
  /** All where none is named. */
  readonly limit?: number | undefined;
};

type Value = string | number | null;

/** How the lines of a list are named and put in order. A line that has no value comes last, whichever way the list runs. */
export type ListMeans<Line, Key extends string> = {
  readonly names: (line: Line) => readonly (string | null)[];
  readonly values: Readonly<Record<Key, (line: Line) => Value>>;
};

const fold = (text: string): string => text.trim().toLocaleLowerCase("en-GB");

const isNamed = (names: readonly (string | null)[], words: string): boolean =>
  fold(names.filter((name) => name !== null).join(" ")).includes(fold(words));

const compare = (one: Value, other: Value): number => {
  if (typeof one === "string" && typeof other === "string")
    return one.localeCompare(other, "en-GB");
  return Number(one) - Number(other);
};

const inOrder = <Line>(
  lines: readonly Line[],
  valueOf: (line: Line) => Value,
  isDescending: boolean,
): readonly Line[] =>
  lines.toSorted((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return isDescending ? compare(right, left) : compare(left, right);
  });

/** A page of the lines that the words name, in the order asked for; `total` counts all of them. */
export const pageOfLines = <Line, Key extends string>(
  lines: readonly Line[],
  question: ListQuestion<Key>,
  means: ListMeans<Line, Key>,
): { readonly total: number; readonly lines: readonly Line[] } => {
  const { words = "", sort, isDescending = false, offset = 0, limit = lines.length } = question;
  const named = lines.filter((line) => isNamed(means.names(line), words));
  const sorted = sort === undefined ? named : inOrder(named, means.values[sort], isDescending);
  return { total: named.length, lines: sorted.slice(offset, offset + limit) };
};
