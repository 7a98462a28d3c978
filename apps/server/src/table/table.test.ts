import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { expect, it } from "vitest";
import { toCsv, toSheet, type Rows } from "./table.ts";
import { createWorkbooks } from "./workbook.ts";

const makeWorkbook = createWorkbooks();
/** The cells of a workbook, as another library reads them. */
const opened = async (rows: Rows) => readSheet(Buffer.from(await makeWorkbook(toSheet(rows))));
const readCsv = (rows: Rows): readonly Readonly<Record<string, string>>[] =>
  parse(toCsv(rows), { columns: true, bom: true });

const row = {
  school: "O’Brien & Zoë’s <School>",
  urn: 900_001,
  change: -2.5,
  on: "2026-03-02",
  at: "2026-07-01T08:30:00.000Z",
  pounds: { pence: 45_050 },
  note: null,
};

it("writes numbers as numbers, days as days, times as a clock in London shows them, and pounds", async () => {
  const [heading, cells] = await opened([row]);
  expect(heading).toEqual(Object.keys(row));
  expect(cells).toEqual([
    row.school,
    900_001,
    -2.5,
    new Date("2026-03-02T00:00:00Z"),
    new Date("2026-07-01T09:30:00Z"),
    450.5,
    null,
  ]);
});

it("has the columns and the values of its CSV", async () => {
  const [line] = readCsv([row]);
  const [heading] = await opened([row]);
  expect(Object.keys(line ?? {})).toEqual(heading);
  expect(line).toMatchObject({ change: "-2.5", pounds: "450.50", on: "2026-03-02", note: "" });
});

it("lets no cell start a formula, in either file, and leaves negative numbers alone", async () => {
  const starts = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"];
  const hostile = starts.map((start) => ({
    note: `${start}HYPERLINK("http://elsewhere")`,
    change: -3,
  }));
  const [, ...lines] = await opened(hostile);
  expect(lines).toHaveLength(starts.length);
  for (const [note, change] of lines) {
    expect(String(note)).toMatch(/^'/);
    expect(change).toBe(-3);
  }
  for (const { note, change } of readCsv(hostile)) {
    expect(note).toMatch(/^'/);
    expect(change).toBe("-3");
  }
});

it("holds what XML cannot, and more than a cell can, without breaking the file", async () => {
  const strange = `a\u0000b\u0008c\uD800d`;
  const [, cells] = await opened([{ strange, long: "x".repeat(40_000) }]);
  expect([cells?.[0], String(cells?.[1]).length]).toEqual(["abcd", 32_767]);
});

it("makes a file of an empty list, and many at once", async () => {
  expect(await opened([])).toEqual([]);
  const files = await Promise.all([0, 1, 2].map((urn) => opened([{ urn }])));
  expect(files.map((cells) => cells[1]?.[0])).toEqual([0, 1, 2]);
});

it("says so when its thread fails, and makes the next file all the same", async () => {
  const nothing = createWorkbooks(new URL("./no-such-thread.ts", import.meta.url));
  await expect(nothing(toSheet([row]))).rejects.toThrow();
  const twice = [1, 2, 3].map(() => nothing(toSheet([row])));
  expect((await Promise.allSettled(twice)).every(({ status }) => status === "rejected")).toBe(true);
});
