import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { demonstration } from "../demonstration.ts";
import { toDate } from "../calendar.ts";
import { surnameBeginnings, surnameEndings } from "../words/person-words.ts";

/* The full register is not part of this project: where it lies beside it, nothing invented may be found in it. */
const register = join(
  import.meta.dirname,
  "../../../../../shared/data/gias/edubaseallstatefunded20260602.csv.gz",
);
const isHere = existsSync(register);
if (!isHere) console.warn(`Not compared with the real register: ${register} is not here`);

const area = demonstration(toDate("2026-11-22"));
const lines = isHere
  ? new TextDecoder("windows-1252").decode(gunzipSync(readFileSync(register))).toLowerCase()
  : "";

const cells = new Set([...lines.matchAll(/"([^"\r\n]*)"/g)].map(([, cell]) => cell));

test.skipIf(!isHere)("no school, place or trust bears a name that is in the real register", () => {
  const names = [
    ...area.schools.map(({ name }) => name),
    ...area.trustMemberships.map(({ groupName }) => groupName),
  ];
  expect(cells).toContain("the aldgate school");
  expect(names.filter((name) => cells.has(name.toLowerCase()))).toEqual([]);
  const places = [...area.settlements.map(({ name }) => name), area.name, "Pipitstow"];
  expect(lines.includes("medway")).toBe(true);
  expect(places.filter((name) => lines.includes(name.toLowerCase()))).toEqual([]);
});

test.skipIf(!isHere)("no URN, authority code or postcode area is in the real register", () => {
  const rows = lines.split("\r\n").slice(1);
  const urns = new Set(rows.map((row) => Number(row.slice(0, row.indexOf(",")))));
  expect(urns.has(100_000)).toBe(true);
  expect(area.schools.filter(({ urn }) => urns.has(urn))).toEqual([]);
  const taken = rows.filter((row) => /^\d+,"999"/.test(row) || /"zz\d+ /.test(row));
  expect(taken.map((row) => row.slice(0, 6))).toEqual([]);
  expect(rows.some((row) => /^\d+,"887"/.test(row) && /"me\d+ /.test(row))).toBe(true);
});

test.skipIf(!isHere)("no made-up surname is that of a real head", () => {
  const surnames = surnameBeginnings.flatMap((beginning) =>
    surnameEndings.map((ending) => `${beginning}${ending}`.toLowerCase()),
  );
  expect(cells).toContain("smith");
  expect(surnames.filter((surname) => cells.has(surname))).toEqual([]);
});
