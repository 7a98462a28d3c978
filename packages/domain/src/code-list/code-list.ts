/**
 * One entry of a list. `code` is stable kebab-case and never changes its meaning; `label` is what people read;
 * `group` is the label of the heading that it stands under.
 */
export type CodeEntry = {
  readonly code: string;
  readonly label: string;
  readonly group?: string;
  readonly help?: string;
};

/** A default list of a new partnership: content that an administrator extends, never an enum (Product rules, code lists). */
export type CodeList = {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly entries: readonly CodeEntry[];
};

export const isCode = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Whether a list, default or extended, holds a code. */
export const holdsCode = ({ entries }: Pick<CodeList, "entries">, code: string): boolean =>
  entries.some((entry) => entry.code === code);

export const findEntry = (
  { entries }: Pick<CodeList, "entries">,
  code: string,
): CodeEntry | undefined => entries.find((entry) => entry.code === code);

/** The entries under each heading, headings in the order of the list. */
export const groupsOf = ({
  entries,
}: Pick<CodeList, "entries">): ReadonlyMap<string, readonly CodeEntry[]> =>
  Map.groupBy(entries, ({ group }) => group ?? "");
