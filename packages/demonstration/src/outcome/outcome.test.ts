import { describe, expect, test } from "vitest";
import { demonstration } from "../demonstration.ts";
import { toDate } from "../calendar.ts";
import type { MeasureCode } from "./england.ts";

const area = demonstration(toDate("2026-11-22"));
const schoolsByUrn = new Map(area.schools.map((school) => [school.urn, school]));

const pairs = (measure: MeasureCode, year: number): readonly (readonly [number, number])[] =>
  area.outcomes.flatMap((outcome) =>
    outcome.measure === measure && outcome.year === year && outcome.figure.kind === "stated"
      ? [[schoolsByUrn.get(outcome.urn)?.percentageFsm ?? 0, outcome.figure.value] as const]
      : [],
  );

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const correlation = (points: readonly (readonly [number, number])[]): number => {
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const product = mean(points.map(([x, y]) => (x - mx) * (y - my)));
  const spread = (side: 0 | 1, middle: number): number =>
    Math.sqrt(mean(points.map((point) => (point[side] - middle) ** 2)));
  return product / (spread(0, mx) * spread(1, my));
};

describe("outcomes", () => {
  test("fall as the share of free meals rises, and absence rises with it", () => {
    expect(correlation(pairs("ks2-rwm-expected", 2025))).toBeLessThan(-0.3);
    expect(correlation(pairs("ks4-attainment-8", 2025))).toBeLessThan(-0.3);
    expect(correlation(pairs("persistent-absence", 2025))).toBeGreaterThan(0.4);
  });

  test("cover the test years on either side of the gap", () => {
    const years = new Set(area.ks2Outcomes.map(({ year }) => year));
    expect([...years]).toEqual([2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025, 2026]);
  });

  test("of fewer than six pupils are suppressed, and there are some", () => {
    const few = area.outcomes.filter(({ pupils }) => pupils.kind === "stated" && pupils.value < 6);
    expect(few.length).toBeGreaterThan(3);
    for (const { figure } of few) expect(figure).toEqual({ kind: "absent", reason: "suppressed" });
  });

  test("are shares that so many pupils can make", () => {
    for (const { percentage, pupils } of area.ks2Outcomes) {
      if (percentage.kind === "absent" || pupils.kind === "absent") continue;
      const count = Math.round((percentage.value / 100) * pupils.value);
      expect(Math.round((count / pupils.value) * 100)).toBe(percentage.value);
    }
  });

  test("carry the URN of the predecessor for the years before the change, and only those", () => {
    const carried = area.ks2Outcomes.filter(({ urn, fromUrn }) => urn !== fromUrn);
    expect(new Set(carried.map(({ fromUrn }) => fromUrn)).size).toBeGreaterThan(5);
    for (const { urn, year, fromUrn } of carried) {
      expect(String(schoolsByUrn.get(urn)?.openDate) > `${year}-05-01`).toBe(true);
      expect(schoolsByUrn.get(fromUrn)?.status).toBe("closed");
    }
    const juniors = carried.filter(({ fromUrn }) => fromUrn === 900_222);
    expect(juniors.map(({ year }) => year)).toEqual([2016, 2017, 2018, 2019]);
  });

  test("stand beside figures for the area and for England that say they are invented", () => {
    expect(new Set(area.areaIndicators.map(({ areaCode }) => areaCode))).toEqual(
      new Set(["999", "970"]),
    );
    for (const { title } of area.areaIndicators) expect(title).toContain("invented");
  });
});

describe("inspections", () => {
  test("belong to the framework of their day", () => {
    for (const { latestDate, overall, judgements, reportCard } of area.inspections) {
      const date = String(latestDate);
      expect(overall !== null).toBe(date < "2024-09-01");
      expect(reportCard !== null).toBe(date >= "2025-11-01");
      expect(reportCard !== null && judgements !== null).toBe(false);
    }
  });

  test("are of a school that was there on the day", () => {
    for (const { urn, latestDate } of area.inspections) {
      const school = schoolsByUrn.get(urn);
      expect(school).toBeDefined();
      if (school?.status === "closed")
        expect(String(latestDate) <= String(school.closeDate)).toBe(true);
      else if (typeof school?.openDate === "string") {
        expect(String(latestDate) >= school.openDate, `${urn} ${latestDate}`).toBe(true);
      }
    }
  });

  test("of all three frameworks can be seen, and never one from the future", () => {
    expect(area.inspections.filter(({ overall }) => overall !== null).length).toBeGreaterThan(100);
    expect(area.inspections.filter(({ reportCard }) => reportCard !== null).length).toBeGreaterThan(
      10,
    );
    const early = demonstration(toDate("2025-12-15"));
    expect(early.inspections.every(({ latestDate }) => String(latestDate) <= "2025-12-15")).toBe(
      true,
    );
  });
});
