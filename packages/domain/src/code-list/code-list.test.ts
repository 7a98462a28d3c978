import { describe, expect, it } from "vitest";
import {
  chargeFor,
  defaultCodeLists,
  defaultRates,
  escalationStages,
  expertiseAreas,
  findEntry,
  groupsOf,
  holdsCode,
  invitationOf,
  isCode,
  measureCatalogue,
  needFocus,
} from "./index.ts";

/** How many entries the product specification names, list by list. */
const named: Readonly<Record<string, number>> = {
  designation: 8,
  expertise: 42,
  "work-mode": 9,
  "review-subject": 3,
  "need-focus-report-card": 9,
  "need-focus-sub-judgements": 4,
  "need-focus-overall-grade": 1,
  "safeguarding-grade": 2,
  "concern-category": 2,
  "support-level-named": 3,
  "support-level-lettered": 4,
  "support-level-core": 3,
  "need-band": 4,
  "review-area": 9,
  "review-judgement": 4,
  "soft-intelligence": 5,
  "leader-decline-reason": 7,
  "school-decline-reason": 6,
  "escalation-stage": 4,
  "escalation-reason": 6,
  "funding-source": 7,
  rate: 4,
  measure: 15,
};

describe("the default code lists", () => {
  it("are complete: as many entries as the specification names, and no list more or fewer", () => {
    expect(
      Object.fromEntries(defaultCodeLists.map(({ id, entries }) => [id, entries.length])),
    ).toEqual(named);
  });

  it.each(defaultCodeLists.map((list) => [list.id, list] as const))(
    "%s has unique kebab-case codes, unique labels and no blank",
    (id, { entries, label }) => {
      const codes = entries.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(new Set(entries.map((entry) => entry.label)).size).toBe(codes.length);
      expect(codes.filter((code) => !isCode(code))).toEqual([]);
      expect(isCode(id)).toBe(true);
      expect(
        [label, ...entries.map((entry) => entry.label)].every((text) => text.trim() !== ""),
      ).toBe(true);
    },
  );

  it("know a code from what is none", () => {
    for (const text of ["Maths", "a--b", "-a", "a-", "a_b", "", "a b"])
      expect(isCode(text)).toBe(false);
  });

  it("hold expertise under five headings", () => {
    const groups = groupsOf(expertiseAreas);
    expect([...groups].map(([group, entries]) => [group, entries.length])).toEqual([
      ["Leadership and governance", 10],
      ["Achievement by subject and phase", 15],
      ["Teaching", 5],
      ["Inclusion", 8],
      ["Behaviour and attendance", 4],
    ]);
  });

  it("find an entry by its code, and none for a code that they lack", () => {
    expect(findEntry(escalationStages, "stage-4")?.label).toBe("Warning notice or referral");
    expect(findEntry(escalationStages, "stage-5")).toBeUndefined();
    expect(holdsCode(expertiseAreas, "oracy")).toBe(true);
    expect(holdsCode(expertiseAreas, "alchemy")).toBe(false);
  });

  it("keep the grades of three frameworks apart", () => {
    expect(needFocus["report-card"].grades).toHaveLength(5);
    expect(needFocus["sub-judgements"].grades).toHaveLength(4);
    expect(needFocus["overall-grade"].grades).toHaveLength(4);
  });

  it("know that less absence and fewer suspensions are better", () => {
    expect(
      measureCatalogue.filter(({ direction }) => direction === "down").map(({ code }) => code),
    ).toEqual(["persistent-absence", "suspensions"]);
    expect(measureCatalogue.every(({ unit, source }) => unit !== "" && source !== "")).toBe(true);
  });
});

describe("the rate card", () => {
  it("charges £350, £450, £550 and £520 a day with 15% for brokering, none on a diagnostic day", () => {
    expect(
      defaultRates.map(({ code, pencePerDay, brokerageShare }) => [
        code,
        pencePerDay,
        brokerageShare,
      ]),
    ).toEqual([
      ["sle", 35_000, 15],
      ["lle", 45_000, 15],
      ["nle", 55_000, 15],
      ["diagnostic-day", 52_000, 0],
    ]);
  });

  it("charges a half-day pro rata, in whole pence", () => {
    expect(chargeFor(3, { pencePerDay: 35_000, brokerageShare: 15 })).toEqual({
      pence: 52_500,
      brokeragePence: 7_875,
    });
    expect(chargeFor(1, { pencePerDay: 45_001, brokerageShare: 15 })).toEqual({
      pence: 22_501,
      brokeragePence: 3_375,
    });
  });
});

describe("a judgement of the termly review", () => {
  it("invites capacity when strong, a need in the lowest two, and nothing when secure", () => {
    expect(["causing-concern", "attention-needed", "secure", "strong"].map(invitationOf)).toEqual([
      "need",
      "need",
      "nothing",
      "capacity",
    ]);
  });
});
