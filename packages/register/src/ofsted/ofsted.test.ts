import { isIsoDate, type IsoDate } from "@alongside/domain/school";
import { describe, expect, it } from "vitest";
import { accepted, fixture, only } from "../../test/fixture.ts";
import { isCarriedGrade, readOfsted } from "./index.ts";

const header =
  "URN,latest_date,overall,oeif_education,rc_date,rc_safeguarding,rc_concern,rc_inclusion";
const readText = async (...lines: readonly string[]) =>
  accepted(await readOfsted(Buffer.from([header, ...lines].join("\n"))));

const day = (date: string): IsoDate => {
  if (!isIsoDate(date)) throw new Error(`${date} is no day`);
  return date;
};

describe("the three frameworks", () => {
  it("stay apart in the published file", async () => {
    const { records, lines } = accepted(await readOfsted(fixture("ofsted.csv")));
    expect(records).toHaveLength(lines);
    const cards = records.filter(({ reportCard }) => reportCard !== null);
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.every(({ overall, judgements }) => overall === null && judgements === null)).toBe(
      true,
    );
    const graded = records.filter(
      ({ overall, judgements }) => overall === null && judgements !== null,
    );
    expect(graded.length).toBeGreaterThan(0);
  });

  it("read as overall grade, judgements and report card", async () => {
    const { records } = await readText(
      "990001,2023-05-10,Requires improvement,,,,,",
      "990002,2025-01-14,,Good,,,,",
      "990003,2026-02-24,,,2026-02-24,not met,RSI,needs-attention",
    );
    expect(records).toMatchObject([
      { overall: "requires-improvement", judgements: null, reportCard: null },
      { overall: null, judgements: { education: "good", sixthForm: null }, reportCard: null },
      {
        overall: null,
        judgements: null,
        reportCard: {
          date: "2026-02-24",
          safeguarding: "not-met",
          concern: "requires-significant-improvement",
          areas: { inclusion: "needs-attention", postSixteen: null },
        },
      },
    ]);
  });

  it("do not make a report card of marks that have no date", async () => {
    const { records } = await readText("990003,2023-05-10,Good,,,met,,");
    expect(only(records).reportCard).toBe(null);
  });
});

describe("lines", () => {
  it("of one school give its latest inspection, wherever it stands", async () => {
    const { records, notTaken } = await readText(
      "990001,2019-05-10,Good,,,,,",
      "990001,2024-06-12,Outstanding,,,,,",
      "990001,,Inadequate,,,,,",
    );
    expect(only(records)).toMatchObject({ latestDate: "2024-06-12", overall: "outstanding" });
    expect(notTaken.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "line 3 has the school's latest inspection"],
      [4, "line 3 has the school's latest inspection"],
    ]);
  });

  it.each([
    ["12,2024-06-12,Good,,,,,", "URN is not six digits"],
    ["990001,June,Good,,,,,", "latest_date cannot be read"],
    ["990001,2024-06-12,Excellent,,,,,", "overall ‘Excellent’ is not known"],
    ["990001,2024-06-12,,Fine,,,,", "a graded judgement is not known"],
    ["990001,2026-02-24,,,2026-02-24,met,,Fine", "a grade of the report card is not known"],
    ["990001,2026-02-24,,,2026-02-24,perhaps,,", "a grade of the report card is not known"],
  ])("%s is left out", async (line, reason) => {
    const { notTaken } = await readText(line, "990099,2024-06-12,Good,,,,,");
    expect(only(notTaken)).toMatchObject({ line: 2, reason });
  });
});

describe("a carried grade", () => {
  const inspection = { latestDate: day("2019-05-10") };

  it("is one from before the school opened", () => {
    expect(isCarriedGrade(inspection, day("2020-09-01"))).toBe(true);
    expect(isCarriedGrade(inspection, day("2019-05-10"))).toBe(false);
    expect(isCarriedGrade(inspection, day("2018-09-01"))).toBe(false);
  });

  it("cannot be told without both days", () => {
    expect(isCarriedGrade(inspection, null)).toBe(false);
    expect(isCarriedGrade({ latestDate: null }, day("2020-09-01"))).toBe(false);
  });
});
