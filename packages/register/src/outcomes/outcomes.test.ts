import { describe, expect, it } from "vitest";
import { accepted, fixture, only } from "../../test/fixture.ts";
import { unreadable } from "../reading/cell.ts";
import { toFigure } from "./figure.ts";
import { readKs2, readLait } from "./index.ts";
import { toEndYear } from "./period.ts";

describe("key stage 2", () => {
  it("is read for each school and year, blank figures kept as blank", async () => {
    const { records, lines } = accepted(await readKs2(fixture("ks2.csv")));
    expect(records).toHaveLength(lines);
    expect(records.some(({ urn, fromUrn }) => urn !== fromUrn)).toBe(true);
    expect(records.filter(({ year }) => year === 2023).map(({ pupils }) => pupils)).toContainEqual({
      kind: "absent",
      reason: "blank",
    });
  });

  it("keeps every word for a missing figure as its reason", async () => {
    const { records } = accepted(await readKs2(fixture("ks2-words.csv")));
    const first = records.filter(({ urn }) => urn === 990001);
    expect(first.map(({ percentage }) => percentage)).toEqual([
      { kind: "stated", value: 49.5 },
      { kind: "stated", value: 44.98 },
      { kind: "absent", reason: "suppressed" },
      { kind: "absent", reason: "no-entries" },
      { kind: "absent", reason: "not-published" },
      { kind: "absent", reason: "low-coverage" },
      { kind: "absent", reason: "not-applicable" },
    ]);
  });

  it("keeps a stated nought apart from a blank", async () => {
    const { records } = accepted(await readKs2(fixture("ks2-words.csv")));
    const second = records.filter(({ urn }) => urn === 990002);
    expect(second.map(({ percentage }) => percentage)).toEqual([
      { kind: "absent", reason: "blank" },
      { kind: "stated", value: 0 },
    ]);
  });

  it("leaves out what is no percentage, no headcount or there already", async () => {
    const { notTaken } = accepted(await readKs2(fixture("ks2-words.csv")));
    expect(notTaken.map(({ line, reason }) => [line, reason])).toEqual([
      [11, "the school's 2017 result is already on an earlier line"],
      [12, "PTRWM_EXP ‘149’ is not a percentage"],
      [13, "PTRWM_EXP ‘abc’ is not a percentage"],
      [14, "pupils ‘2.5’ is not a number"],
    ]);
  });

  it.each([
    ["1,998,2016,50,20,990001", "URN is not six digits"],
    ["990001,998,2016,50,20,x", "from_URN is not six digits"],
    ["990001,998,last,50,20,990001", "year ‘last’ cannot be read"],
  ])("leaves out %s", async (line, reason) => {
    const text = `URN,LA (code),year,PTRWM_EXP,pupils,from_URN\n${line}\n990009,998,2016,50,20,990009`;
    expect(only(accepted(await readKs2(Buffer.from(text))).notTaken).reason).toBe(reason);
  });
});

describe("the local authority interactive tool", () => {
  it("tells authorities, regions and England apart", async () => {
    const { records, notTaken } = accepted(await readLait(fixture("lait.csv")));
    expect(notTaken).toEqual([]);
    const kinds = new Map(records.map(({ areaCode, areaKind }) => [areaCode, areaKind]));
    expect(Object.fromEntries(kinds)).toEqual({
      "886": "authority",
      "887": "authority",
      "970": "england",
      "989": "region",
    });
    expect(records.find(({ areaCode }) => areaCode === "970")?.region).toBe(null);
    expect(records.find(({ areaCode }) => areaCode === "887")?.region).toBe("South East");
  });

  it("carries an indicator's name down from its first lines", async () => {
    const { records } = accepted(await readLait(fixture("lait.csv")));
    expect(new Set(records.map(({ title }) => title)).size).toBe(3);
    expect(records.every(({ title }) => title !== null)).toBe(true);
  });

  it("reads both ways of writing a year, negative figures and the dash", async () => {
    const { records } = accepted(await readLait(fixture("lait.csv")));
    expect(records.some(({ period, endYear }) => period === "2020/21" && endYear === 2021)).toBe(
      true,
    );
    expect(records.some(({ figure }) => figure.kind === "stated" && figure.value < 0)).toBe(true);
    expect(records.some(({ figure }) => figure.kind === "absent")).toBe(true);
  });

  it.each([
    [",T,2016,887,Medway,South East,4", "Short Desc is blank"],
    ["A,T,2016,NA,Medway,South East,4", "LA Number is not three digits"],
    ["A,T,2016,887,,South East,4", "LA and Regions is blank"],
    ["A,T,2016/19,887,Medway,South East,4", "Years ‘2016/19’ cannot be read"],
    ["A,T,2016,887,Medway,South East,four", "Values ‘four’ is not a number"],
  ])("leaves out %s", async (line, reason) => {
    const text = `Short Desc,Data item,Years,LA Number,LA and Regions,Region,Values\n${line}\nB,T,2016,887,Medway,South East,4`;
    expect(only(accepted(await readLait(Buffer.from(text))).notTaken).reason).toBe(reason);
  });
});

describe("figures", () => {
  it.each([
    ["49.5", 49.5],
    ["44.98%", 44.98],
    ["-0.27", -0.27],
    ["4.0599999999999996", 4.06],
    ["6.3820000000000002E-2", 0.06382],
    ["0", 0],
  ])("%s is %d", (cell, value) => {
    expect(toFigure(cell)).toEqual({ kind: "stated", value });
  });

  it.each(["1,2", "4 5", "--", "1e", "Infinity", "=1+1"])("%s cannot be read", (cell) => {
    expect(toFigure(cell)).toBe(unreadable);
  });

  it.each([
    ["2021", 2021],
    ["2020/21", 2021],
    ["2020-2021", 2021],
    ["1999/00", 2000],
    ["201819", 2019],
  ])("%s ended in %d", (period, endYear) => {
    expect(toEndYear(period)).toBe(endYear);
  });
});
