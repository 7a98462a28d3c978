import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accepted } from "../../test/fixture.ts";
import { toCount, toDate, toPercentage, unreadable } from "./cell.ts";
import { openTable } from "./table.ts";

const columns = {
  one: { names: ["one"], required: true },
  two: { names: ["two"], required: true },
} as const;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const cells = fc.string({
  unit: fc.constantFrom("a", '"', ",", "\n", " ", "é", "’", "1"),
  maxLength: 8,
});

describe("a table", () => {
  it("gives back any cells that were written by the rules, each on its own line", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cells, cells), { minLength: 1 }), async (rows) => {
        const text = ["one,two", ...rows.map((row) => row.map(quoted).join(","))].join("\r\n");
        const table = accepted(await openTable(Buffer.from(text), columns));
        const lines = [...table.runs()].flat();
        expect(lines.map((line) => line.cells)).toEqual(rows);
        expect(table.lines).toBe(rows.length);
        const starts = rows.map((_, at) => rows.slice(0, at).join().split("\n").length + 1 + at);
        expect(lines.map(({ number }) => number)).toEqual(starts);
      }),
    );
  });

  it("reads what it accepts as csv-parse does, whatever the marks in it", async () => {
    const marks = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n"), maxLength: 24 });
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(marks, async (text) => {
        const body = Buffer.from(`one,two\n${text}`);
        const table = await openTable(body, columns);
        if (!table.ok) return;
        accepted += 1;
        const theirs = parse(body, {
          relax_column_count: true,
          record_delimiter: ["\r\n", "\n"],
        });
        const filled = theirs.slice(1).filter((cells) => cells.join("") !== "" || cells.length > 1);
        expect([...table.runs()].flat().map(({ cells }) => cells)).toEqual(filled);
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(300);
  });

  it("is accepted or refused, and never fails, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const withHeader = Buffer.concat([Buffer.from("one,two\n"), bytes]);
        for (const source of [bytes, withHeader]) {
          const table = await openTable(source, columns);
          if (table.ok) for (const run of table.runs()) expect(run).toBeDefined();
          else expect(table.refusal.sentence).toMatch(/\.$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("does not mind two columns of one name that nobody reads", async () => {
    expect((await openTable(Buffer.from("one,two,x,x\n1,2,3,4"), columns)).ok).toBe(true);
  });

  it("is refused when a stream breaks the limit, before the rest arrives", async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1000, "a");
      }
    }
    const read = await openTable(endless(), columns, { limitBytes: 10_000 });
    expect(read).toMatchObject({ ok: false, refusal: { kind: "too-large" } });
    expect(sent).toBeLessThan(15);
  });
});

describe("cells", () => {
  it.each([
    ["01-09-2012", "2012-09-01"],
    ["1/9/2012", "2012-09-01"],
    ["2012-09-01", "2012-09-01"],
    ["20120901", "2012-09-01"],
    ["29/02/2024", "2024-02-29"],
    ["01-01-1900", null],
    ["", null],
  ])("%j is the day %s", (cell, date) => {
    expect(toDate(cell)).toBe(date);
  });

  it.each(["29-02-2023", "31-04-2020", "13-13-2020", "00-01-2020", "2012", "09/01/12", "soon"])(
    "%s is no day",
    (cell) => {
      expect(toDate(cell)).toBe(unreadable);
    },
  );

  it.each([
    ["1,104", 1104],
    ["210.0", 210],
    ["007", 7],
    ["", null],
  ])("%j counts %s", (cell, count) => {
    expect(toCount(cell)).toBe(count);
  });

  it.each(["1.5", "-1", "1e3", "ten", "1,1"])("%s counts nothing", (cell) => {
    expect(toCount(cell)).toBe(unreadable);
  });

  it("reads a share with and without its sign", () => {
    expect([toPercentage("49.5"), toPercentage("44.98%"), toPercentage("101")]).toEqual([
      49.5,
      44.98,
      unreadable,
    ]);
  });
});
