import { asc } from "drizzle-orm";
import { emptyPreview } from "@alongside/domain/register-import";
import { isIsoDate, isLaCode, isUrn, type SchoolRecord } from "@alongside/domain/school";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { afterEach, beforeEach, expect, it } from "vitest";
import { schools } from "../schema/index.ts";
import { searchSchools } from "../views/school-search.ts";
import { recordImport } from "./register-import.ts";
import { gatherSchools, recordSchools, statedRecords, stateSchools } from "./school.ts";

/** More than the words of one statement, so that every limit of pages is passed. */
const count = 15_100;
const laCode = "999";
const asOf = "2026-06-02";
const none = { changed: 0, unchanged: 0, closed: 0, notTaken: [], missingColumns: [] };
if (!isLaCode(laCode) || !isIsoDate(asOf)) throw new Error("no authority, or no day");

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const schoolAt = (at: number): SchoolRecord => {
  const urn = 100_000 + at;
  if (!isUrn(urn)) throw new Error("no URN");
  const name = at === 700 ? `St Ŵyn’s “Old” \\ School 𝒜` : `Invented School ${at}`;
  return {
    urn,
    laCode,
    laName: "Nowhere",
    name,
    status: "open",
    phase: "primary",
    setting: "mainstream",
    town: at % 2 === 0 ? "Ashcombe" : null,
    capacity: at,
  };
};

const stated = new Set(Object.keys(schoolAt(0)));
const given = Array.from({ length: count }, (_, at) => schoolAt(at));

const gatherAll = () => {
  const gathering = gatherSchools();
  for (const school of given.map(stateSchools(stated))) gathering.add(school);
  return gathering.gathered();
};

const record = () =>
  database.write(async (tx) => {
    const importId = await recordImport(tx, {
      areaId: null,
      kind: "gias",
      state: "confirmed",
      fileName: "invented",
      fileHash: "",
      asOf,
      source: "invented",
      summary: { lines: count, taken: count, added: count, ...none },
      preview: emptyPreview,
      startedAt: "",
      finishedAt: "",
    });
    await recordSchools(tx, { stated, importId }, gatherAll());
  });

it("keeps every value of every school, on whatever page it stands", async () => {
  await record();
  const { name, capacity, fingerprint } = schools;
  const rows = await database.read
    .select({ name, capacity, fingerprint })
    .from(schools)
    .orderBy(asc(schools.urn));
  expect(rows.map((row) => [row.name, row.capacity])).toEqual(
    given.map((school) => [school.name, school.capacity]),
  );
  expect(new Set(rows.map((row) => row.fingerprint)).size).toBe(count);
});

it("lets every school be found, on whatever page it stands", async () => {
  await record();
  const find = async (words: string) =>
    (await searchSchools(database.read, { laCodes: [laCode], limit: 1 }, words))[0]?.urn;
  for (const at of [0, 299, 300, 700, 14_999, 15_000, count - 1])
    expect(await find(String(100_000 + at))).toBe(100_000 + at);
  expect(await find("st wyns old")).toBe(100_700);
});

it("says again what was stated", () => {
  expect(statedRecords(stated, gatherAll())).toEqual(given);
});
