export type CsvLine = { readonly line: number; readonly cells: readonly string[] };

/** The cells of one line. Quotes hold separators; a doubled quote is one. */
const cellsOf = (text: string, separator: string): readonly string[] => {
  const cells: string[] = [""];
  let isQuoted = false;
  for (const [at, character] of [...text].entries()) {
    const last = cells.length - 1;
    const isDoubled = isQuoted && character === '"' && text[at + 1] === '"';
    if (isDoubled) cells[last] += '"';
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) cells.push("");
    else cells[last] += character;
  }
  return cells;
};

/** Lines of comma- or tab-separated text, counted from 1; empty ones are left out. A cell is on one line. */
export const parse = (text: string): readonly CsvLine[] => {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const separator = lines[0]?.includes("\t") === true ? "\t" : ",";
  return lines.flatMap((each, index) =>
    each.replaceAll(separator, "").trim() === ""
      ? []
      : [{ line: index + 1, cells: cellsOf(each, separator) }],
  );
};
