import { describe, expect, it } from "vitest";
import { termAmong, toTermWords, type Season, type TermDates } from "../calendar/index.ts";
import { isIsoDate, type IsoDate } from "../school/index.ts";
import { faultsOfTerms, isAcademicYear, proposeTerms } from "./term-dates.ts";

const date = (text: string): IsoDate => {
  if (!isIsoDate(text)) throw new Error(text);
  return text;
};

const term = (season: Season, ...dates: readonly [string, string, string]): TermDates => ({
  academicYear: "2026-27",
  season,
  startsOn: date(dates[0]),
  halfOn: date(dates[1]),
  endsOn: date(dates[2]),
});

const autumn = term("autumn", "2026-09-02", "2026-11-02", "2026-12-18");
const spring = term("spring", "2027-01-05", "2027-02-22", "2027-03-25");

describe("proposed terms", () => {
  it("stand as they are, for forty years, beside those of the year before", () => {
    for (let year = 2020; year < 2060; year += 1) {
      const name = `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
      const before = `${year - 1}-${String(year % 100).padStart(2, "0")}`;
      expect(faultsOfTerms(proposeTerms(name), proposeTerms(before)), name).toEqual([]);
    }
  });

  it("are read by the calendar as the terms of their own days", () => {
    const terms = proposeTerms("2026-27");
    expect(termAmong(date("2026-11-22"), terms)?.season).toBe("autumn");
  });
});

describe("terms of a year", () => {
  it("are called by their season and year", () => {
    expect(toTermWords(autumn)).toBe("Autumn term 2026–27");
  });

  it.each([
    ["2026-27", true],
    ["1999-00", false],
    ["2026-28", false],
    ["2026/27", false],
    ["2099-00", true],
  ])("%s is an academic year: %s", (text, expected) => {
    expect(isAcademicYear(text)).toBe(expected);
  });

  it("stand when they follow one another", () => {
    expect(faultsOfTerms([autumn, spring], [])).toEqual([]);
  });

  it("are refused at the later term's start when they overlap", () => {
    const early = { ...spring, startsOn: date("2026-12-18") };
    expect(faultsOfTerms([autumn, early], [])).toMatchObject([
      { season: "spring", field: "startsOn", fault: { kind: "overlaps", term: autumn } },
    ]);
  });

  it("are refused at their end when they run into the next year's first term", () => {
    const summer = term("summer", "2027-04-12", "2027-06-07", "2027-08-31");
    const next = { ...autumn, academicYear: "2027-28", startsOn: date("2027-08-25") };
    expect(faultsOfTerms([summer], [next])).toMatchObject([
      { season: "summer", field: "endsOn", fault: { kind: "overlaps", term: next } },
    ]);
  });

  it("are not measured against what they replace", () => {
    expect(faultsOfTerms([autumn], [{ ...autumn, endsOn: date("2027-02-01") }])).toEqual([]);
  });

  it.each([
    ["half-term before the start", { halfOn: date("2026-09-01") }, "halfOn", "half-outside-term"],
    ["half-term on the first day", { halfOn: autumn.startsOn }, "halfOn", "half-outside-term"],
    ["half-term after the end", { halfOn: date("2026-12-19") }, "halfOn", "half-outside-term"],
    ["an end before the start", { endsOn: date("2026-09-01") }, "endsOn", "out-of-order"],
    ["a start in another year", { startsOn: date("2025-09-02") }, "startsOn", "outside-year"],
    ["an end in another year", { endsOn: date("2027-12-18") }, "endsOn", "outside-year"],
  ])("are refused for %s", (_, change, field, kind) => {
    expect(faultsOfTerms([{ ...autumn, ...change }], [])).toMatchObject([
      { season: "autumn", field, fault: { kind } },
    ]);
  });
});
