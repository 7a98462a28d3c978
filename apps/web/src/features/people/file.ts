import { parse } from "./csv.ts";

/** The columns of a file of invitations, in the order in which a file without a heading has them. */
export const columns = ["email", "name", "role", "urn", "zone", "organisation"] as const;
type Column = (typeof columns)[number];

export type InvitationRow = Readonly<Record<Column, string>> & { readonly line: number };

const isColumn = (text: string): text is Column => columns.some((column) => column === text);

const headingOf = (cells: readonly string[]): readonly string[] | undefined => {
  const names = cells.map((cell) => cell.trim().toLowerCase().replace("e-mail", "email"));
  return names.some(isColumn) ? names : undefined;
};

/** Reads pasted or chosen text, separated by commas or tabs, with or without a heading. */
export const readRows = (text: string): readonly InvitationRow[] => {
  const lines = parse(text);
  const heading = headingOf(lines[0]?.cells ?? []);
  const names = heading ?? columns;
  const body = heading === undefined ? lines : lines.slice(1);
  const cellOf = (cells: readonly string[], column: Column) => {
    const at = names.indexOf(column);
    return at < 0 ? "" : (cells[at] ?? "").trim();
  };
  return body.map(({ line, cells }) => ({
    line,
    email: cellOf(cells, "email"),
    name: cellOf(cells, "name"),
    role: cellOf(cells, "role"),
    urn: cellOf(cells, "urn"),
    zone: cellOf(cells, "zone"),
    organisation: cellOf(cells, "organisation"),
  }));
};
