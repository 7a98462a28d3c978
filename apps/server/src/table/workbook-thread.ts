import { parentPort } from "node:worker_threads";
import writeWorkbook, { type Cell } from "write-excel-file/node";
import type { Sheet, SheetCell } from "./table.ts";

/** Guarantee: `workbook.ts` is the only one to start this file, and it gives a sheet. */
const toSheet = (value: unknown): Sheet => value as Sheet;

const formats = { pounds: "0.00", day: "dd/mm/yyyy", moment: "dd/mm/yyyy hh:mm" } as const;

const toCell = (cell: SheetCell): Cell => {
  if (cell === null) return null;
  if (cell.kind === "words") return { value: cell.text, type: String };
  return cell.kind === "number"
    ? { value: cell.value, type: Number }
    : { value: cell.value, type: Number, format: formats[cell.kind] };
};

const widest = 60;
const narrowest = 10;

const lengthOf = (cell: SheetCell | undefined): number =>
  cell?.kind === "words" ? cell.text.length : cell?.kind === "moment" ? 16 : narrowest;

const widths = ({ columns, rows }: Sheet) =>
  columns.map((column, place) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[place])), column.length);
    return { width: Math.min(widest, Math.max(narrowest, longest + 2)) };
  });

const make = async (sheet: Sheet): Promise<void> => {
  const heading = sheet.columns.map((value): Cell => ({ value, type: String, fontWeight: "bold" }));
  const data = [heading, ...sheet.rows.map((row) => row.map(toCell))];
  const options = { sheet: "List", columns: widths(sheet), stickyRowsCount: 1 };
  const bytes = new Uint8Array(await writeWorkbook(data, options).toBuffer());
  parentPort?.postMessage(bytes, [bytes.buffer]);
};

// What fails here ends the thread, and its reason reaches whoever asked.
parentPort?.on("message", (sheet: unknown) => void make(toSheet(sheet)));
