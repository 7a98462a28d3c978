import {
  all,
  cellOf,
  drawnColumnOf,
  partWord,
  type Named,
  type ShownFigure,
} from "@alongside/domain/board";
import { markup, type Html } from "./html.ts";

/** Figures that say more as a table alone. */
const tablesOnly = ["load-spread", "neediest-first", "time-to-match", "cost", "days-by-stage"];

const width = 640;
const line = 22;
const labelWidth = 230;
const room = width - labelWidth - 60;

const barOf = (
  cell: ReturnType<typeof cellOf>,
  given: { label: string; at: number; most: number },
): Html => {
  const y = given.at * line;
  const length = given.most === 0 ? 0 : Math.round(((cell.value ?? 0) / given.most) * room);
  return markup`<text x="${labelWidth - 8}" y="${y + 15}" text-anchor="end">${given.label}</text>
    <rect x="${labelWidth}" y="${y + 4}" width="${length}" height="${line - 8}" fill="#1d6f78"></rect>
    <text x="${labelWidth + length + 6}" y="${y + 15}">${cell.text}</text>`;
};

/** The figure drawn as bars, with its words for those who cannot see it; nothing where a table says more. */
export const packChart = (figure: ShownFigure, named: Named, says: string): Html => {
  const column = drawnColumnOf(figure);
  const cells = figure.rows
    .filter((row) => row !== all)
    .map((row) => cellOf(figure, row, column))
    .filter(({ value, isHidden }) => isHidden || (value ?? 0) > 0);
  const most = Math.max(...cells.map(({ value }) => value ?? 0));
  // A drawing of numbers that are all hidden says nothing.
  if (tablesOnly.includes(figure.id) || cells.length < 2 || most <= 0) return markup``;
  const shown = cells.slice(0, 16);
  const height = shown.length * line + 4;
  return markup`<svg
    class="chart"
    role="img"
    aria-label="${`${says}. Bars of ${partWord(column, named).toLowerCase()}; the table below has the numbers.`}"
    viewBox="0 0 ${width} ${height}"
  >
    ${shown.map((cell, at) => barOf(cell, { label: partWord(cell.row, named), at, most }))}
  </svg>`;
};
