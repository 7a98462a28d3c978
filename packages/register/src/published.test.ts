import { describe, expect, it } from "vitest";
import { accepted, publishedFiles } from "../test/fixture.ts";
import {
  diff,
  isCarriedGrade,
  readGias,
  readKs2,
  readLait,
  readLinks,
  readOfsted,
  readTrusts,
  successionOf,
  toWgs84,
} from "./index.ts";

if (!publishedFiles.found)
  console.info("The whole published files are not beside this checkout: their tests are left out.");

const { read } = publishedFiles;
const england = "gias/edubaseallstatefunded20260602.csv.gz";
const enriched = "gias/england_open_statefunded_enriched_20260602.csv.gz";

describe.skipIf(!publishedFiles.found)("the whole published files", { timeout: 60_000 }, () => {
  it("hold 21,983 schools, 1,403 of them without a phase", async () => {
    const { lines, records, notTaken } = accepted(await readGias(read(england)));
    expect({ lines, taken: records.length, notTaken }).toEqual({
      lines: 21_983,
      taken: 21_983,
      notTaken: [],
    });
    const settings = Map.groupBy(records, ({ setting }) => setting);
    const sizes = Object.fromEntries([...settings].map(([key, found]) => [key, found.length]));
    expect(sizes).toEqual({
      mainstream: 20_580,
      special: 1072,
      pru: 146,
      "alternative-provision": 185,
    });
  });

  it("agree between two layouts in every column that both have", async () => {
    const previous = accepted(await readGias(read(england))).records;
    const next = accepted(await readGias(read(enriched))).records;
    const { changed, added, absent, movedTrust } = diff({ previous, next });
    const differing = changed
      .flatMap(({ fields }) => fields)
      .filter(({ before }) => before !== undefined);
    expect({ differing, added, absent, movedTrust }).toEqual({
      differing: [],
      added: [],
      absent: [],
      movedTrust: [],
    });
  });

  it("place every school with a grid reference in England", async () => {
    const { records } = accepted(await readGias(read(enriched)));
    const places = records.flatMap(({ easting, northing }) =>
      typeof easting === "number" && typeof northing === "number"
        ? [toWgs84({ easting, northing })]
        : [],
    );
    expect(places).toHaveLength(21_982);
    expect(
      places.every(
        (place) =>
          place !== null &&
          place.latitude > 49.8 &&
          place.latitude < 55.9 &&
          place.longitude > -6.5 &&
          place.longitude < 1.8,
      ),
    ).toBe(true);
  });

  it("hold links whose lines all come to an end", async () => {
    const { records, notTaken } = accepted(
      await readLinks(read("gias/links_edubasealldata20250109.csv.gz")),
    );
    expect({ taken: records.length, notTaken }).toEqual({ taken: 33_472, notTaken: [] });
    const succession = successionOf(records);
    for (const { urn } of records) expect(succession.currentOf(urn).length).toBeGreaterThan(0);
  });

  it("hold 11,759 memberships, 16 of them in closed trusts", async () => {
    const { records } = accepted(await readTrusts(read("gias/academy_group_links_2025-09.csv.gz")));
    expect(records).toHaveLength(11_759);
    expect(records.filter(({ current }) => !current)).toHaveLength(16);
  });

  it("hold 22,529 inspections: 1,329 report cards, 4,614 without an overall grade", async () => {
    const { records } = accepted(await readOfsted(read("ofsted/ofsted_flat_20260531.csv.gz")));
    expect(records).toHaveLength(22_529);
    expect(records.filter(({ reportCard }) => reportCard !== null)).toHaveLength(1329);
    expect(records.filter(({ overall }) => overall === null)).toHaveLength(4614);
  });

  it("carry the grades of predecessors to academies", async () => {
    const schools = accepted(await readGias(read(england))).records;
    const opened = new Map(schools.map(({ urn, openDate }) => [urn, openDate ?? null]));
    const { records } = accepted(await readOfsted(read("ofsted/ofsted_flat_20260531.csv.gz")));
    const carried = records.filter((each) => isCarriedGrade(each, opened.get(each.urn) ?? null));
    expect(carried).toHaveLength(2809);
  });

  it("hold outcomes of schools and of areas", async () => {
    const ks2 = accepted(
      await readKs2(read("performance/ks2_rwm_expected_panel_by_current_urn.csv.gz")),
    );
    expect({ taken: ks2.records.length, notTaken: ks2.notTaken }).toEqual({
      taken: 61_676,
      notTaken: [],
    });
    const lait = accepted(
      await readLait(read("performance/lait_school_improvement_subset.csv.gz")),
    );
    expect({ taken: lait.records.length, notTaken: lait.notTaken }).toEqual({
      taken: 29_920,
      notTaken: [],
    });
    expect(lait.records.every(({ title }) => title !== null)).toBe(true);
  });
});
