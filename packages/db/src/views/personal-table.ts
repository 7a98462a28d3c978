/**
 * The register of personal values: every table that names a person, why it is kept, how long, and who sees it. The page on data protection,
 * the answer to a person who asks what is kept of them, and the erasure of a person are all made from it.
 */
export type PersonalTable = {
  readonly table: string;
  /** What it holds of a person, in words. */
  readonly holds: string;
  readonly why: string;
  readonly kept: string;
  readonly seenBy: string;
  /** Columns that name a person, each with the columns that are told to that person. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  /** A column with the person's e-mail address, told in the same way. */
  readonly address?: { readonly column: string; readonly given: readonly string[] };
  /** Words that the person wrote inside a JSON column, by the column that names the writer. */
  readonly words?: {
    readonly writer: string;
    readonly column: string;
    readonly paths: readonly string[];
  };
  /** What becomes of the rows of a person who is erased. */
  readonly whenErased: "deleted" | "kept" | { readonly emptied: readonly string[] };
};

export const staff = "the person, and the partnership’s staff";
export const law =
  "Public task: schools are supported by agreement, and public money is accounted for";

/** Each line: table, what it holds, why, how long, who sees it. */
export const of = (
  table: string,
  holds: string,
  more: Omit<PersonalTable, "table" | "holds">,
): PersonalTable => ({ table, holds, ...more });
