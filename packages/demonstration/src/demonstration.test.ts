import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { toDate } from "./calendar.ts";
import { demonstration } from "./demonstration.ts";

const today = toDate("2026-11-22");

const bytesOf = (value: unknown): string => JSON.stringify(value);

test("a fresh start gives the same bytes for the same date", async () => {
  const first = bytesOf(demonstration(today));
  vi.resetModules();
  const fresh = await import("./demonstration.ts");
  expect(fresh.demonstration).not.toBe(demonstration);
  expect(bytesOf(fresh.demonstration(today))).toBe(first);
});

test("another date leaves places, schools and outcomes as they are and moves the rest", () => {
  const now = demonstration(today);
  const then = demonstration(toDate("2026-03-02"));
  expect(bytesOf(then.schools)).toBe(bytesOf(now.schools));
  expect(bytesOf(then.outcomes)).toBe(bytesOf(now.outcomes));
  expect(bytesOf(then.leaders)).not.toBe(bytesOf(now.leaders));
  expect(then.inspections.length).toBeLessThan(now.inspections.length);
});

test("no source file asks a clock, the machine or chance", () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  expect(files.length).toBeGreaterThan(30);
  for (const name of files) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text.match(/Math\.random|Date\.now|new Date\(\)|process\./), name).toBeNull();
  }
});
