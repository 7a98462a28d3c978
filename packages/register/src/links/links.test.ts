import { isUrn, type SchoolLink, type Urn } from "@alongside/domain/school";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accepted, fixture } from "../../test/fixture.ts";
import { readLinks, readLinkType, successionOf } from "./index.ts";

const urn = (number: number): Urn => {
  if (!isUrn(number)) throw new Error(`${number} is no URN`);
  return number;
};

const link = (from: number, type: string, to: number, date: string | null = null): SchoolLink => ({
  urn: urn(from),
  linkUrn: urn(to),
  linkName: null,
  statedType: type,
  ...readLinkType(type),
  establishedDate: date as SchoolLink["establishedDate"],
});

const readText = async (...lines: readonly string[]) =>
  accepted(
    await readLinks(
      Buffer.from(["URN,LinkURN,LinkName,LinkType,LinkEstablishedDate", ...lines].join("\n")),
    ),
  );

describe("the links file", () => {
  it("is read with every type, blank dates included", async () => {
    const { lines, records, notTaken } = accepted(await readLinks(fixture("links.csv")));
    expect(notTaken).toEqual([]);
    expect(records).toHaveLength(lines);
    expect(records.some(({ establishedDate }) => establishedDate === null)).toBe(true);
    expect(new Set(records.map(({ statedType }) => statedType)).size).toBe(17);
  });

  it.each([
    ["Predecessor", "predecessor", "plain"],
    ["Successor", "successor", "plain"],
    ["Predecessor - merged", "predecessor", "merged"],
    ["Successor - amalgamated", "successor", "amalgamated"],
    ["Successor - Split School", "successor", "split"],
    ["Result of Amalgamation", "related", "amalgamated"],
    ["Merged - change in age range", "related", "merged"],
    ["Sixth Form Centre Link", "related", "other"],
    ["Closure", "related", "other"],
  ])("%s is %s, %s", (type, direction, manner) => {
    expect(readLinkType(type)).toEqual({ direction, manner });
  });

  it("leaves broken lines out, each with its reason", async () => {
    const { records, notTaken } = await readText(
      "100001,100002,A,Successor,",
      "x,100002,A,Successor,",
      "100001,,A,Successor,",
      "100001,100001,A,Successor,",
      "100001,100003,A,,",
      "100001,100003,A,Successor,31-02-2020",
      "100001,100002,A,Successor,01-01-2020",
    );
    expect(records).toHaveLength(1);
    expect(notTaken.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "URN is not six digits"],
      [4, "LinkURN is not six digits"],
      [5, "the school is linked to itself"],
      [6, "LinkType is blank"],
      [7, "LinkEstablishedDate cannot be read"],
      [8, "the same link is already on an earlier line"],
    ]);
  });
});

describe("succession", () => {
  it("follows a chain from either side's word alone", () => {
    const line = successionOf([
      link(100001, "Successor", 100002),
      link(100003, "Predecessor", 100002),
    ]);
    expect(line.currentOf(urn(100001))).toEqual([100003]);
    expect(line.predecessorsOf(urn(100003))).toEqual([100002, 100001]);
    expect(line.successorsOf(urn(100001))).toEqual([100002, 100003]);
  });

  it("takes both sides of a pair for one step, dated by the later day", () => {
    const line = successionOf([
      link(100001, "Successor", 100002, "2019-08-31"),
      link(100002, "Predecessor - merged", 100001, "2019-09-01"),
    ]);
    expect(line.historyOf(urn(100002))).toEqual([
      { from: 100001, to: 100002, manner: "merged", date: "2019-09-01" },
    ]);
  });

  it("brings all that merged to one place and a split to several", () => {
    const line = successionOf([
      link(100001, "Successor - merged", 100003),
      link(100002, "Successor - merged", 100003),
      link(100003, "Successor - Split School", 100004),
      link(100003, "Successor - Split School", 100005),
    ]);
    expect(line.currentOf(urn(100001))).toEqual([100004, 100005]);
    expect(line.predecessorsOf(urn(100004))).toEqual([100003, 100001, 100002]);
  });

  it("does not draw a sibling's line into a place's history", () => {
    const line = successionOf([
      link(100001, "Successor", 100003),
      link(100002, "Successor", 100003),
      link(100002, "Successor", 100009),
    ]);
    expect(line.historyOf(urn(100001)).map(({ from }) => from)).toEqual([100001]);
  });

  it("does not follow links that tell no direction", () => {
    const line = successionOf([link(100001, "Result of Amalgamation", 100002)]);
    expect(line.currentOf(urn(100001))).toEqual([100001]);
  });

  it("comes to an end in a ring, where a place is its own", () => {
    const line = successionOf([
      link(100001, "Successor", 100002),
      link(100002, "Successor", 100001),
    ]);
    expect(line.successorsOf(urn(100001))).toEqual([100002]);
    expect(line.currentOf(urn(100001))).toEqual([100001]);
  });

  it("ends, names no place twice and agrees in both directions whatever the links", () => {
    const number = fc.integer({ min: 100000, max: 100012 });
    const pairs = fc.array(fc.tuple(number, number).filter(([from, to]) => from !== to));
    fc.assert(
      fc.property(pairs, number, (drawn, start) => {
        const line = successionOf(drawn.map(([from, to]) => link(from, "Successor", to)));
        const after = line.successorsOf(urn(start));
        expect(new Set(after).size).toBe(after.length);
        expect(after).not.toContain(start);
        expect(line.currentOf(urn(start)).length).toBeGreaterThan(0);
        for (const each of after) expect(line.predecessorsOf(each)).toContain(start);
      }),
    );
  });
});
