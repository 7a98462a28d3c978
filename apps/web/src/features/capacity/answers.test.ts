import { describe, expect, it } from "vitest";
import { answersFrom, faultsOf, offeringOf, type Answers } from "./answers.ts";
import type { Editor } from "./data.ts";

const offering = {
  halfDays: 12,
  earlyHalfDays: 5,
  lateHalfDays: 12,
  weekdays: [1, 3],
  blackouts: [],
  areas: [{ area: "maths", level: 3, evidence: "Three schools" }],
  phases: ["primary"],
  modes: ["coaching"],
  zones: ["north"],
  mostKm: 20,
  mostSchools: 2,
};

/** An editor as the server answers it; only what the form reads is filled in. */
const editor = (more: object = {}): Editor =>
  ({ offering, answer: null, line: null, ...more }) as unknown as Editor;

const answers = (more: Partial<Answers> = {}): Answers => ({
  ...answersFrom(editor(), ["north", "east"]),
  answer: "yes",
  ...more,
});

const wrong = (more: Partial<Answers>) =>
  Object.entries(faultsOf(answers(more), editor())).flatMap(([field, fault]) =>
    fault === undefined ? [] : [field],
  );

describe("the capacity form", () => {
  it("sends back what it was filled in with", () => {
    expect(offeringOf(answers())).toEqual(offering);
  });

  it("reads days in whole and half days, however they are typed", () => {
    for (const days of ["2.5", "2½", "2,5"]) {
      expect(offeringOf(answers({ days, early: "" }))).toMatchObject({
        halfDays: 5,
        earlyHalfDays: 5,
      });
    }
    for (const days of ["", "0", "1.3", "many", "-1", "101"])
      expect(wrong({ days })).toContain("days");
  });

  it("keeps a half of the term within the whole", () => {
    expect(wrong({ days: "4", early: "5" })).toEqual(["early"]);
    expect(wrong({ days: "4", early: "0", late: "4" })).toEqual([]);
  });

  it("asks for each area once, and for one at least", () => {
    const [maths] = answers().areas;
    if (maths === undefined) throw new Error("no area");
    expect(wrong({ areas: [maths, maths] })).toEqual(["areas"]);
    expect(wrong({ areas: [{ ...maths, area: "" }] })).toEqual(["areas"]);
  });

  it("reads days off as one day or from a first to a last, and lets an empty line be", () => {
    const blackouts = [
      { from: "9 3 2027", to: "" },
      { from: "15 March 2027", to: "19/3/27" },
      { from: "", to: "" },
    ];
    expect(offeringOf(answers({ blackouts })).blackouts).toEqual([
      { from: "2027-03-09", to: "2027-03-09" },
      { from: "2027-03-15", to: "2027-03-19" },
    ]);
    expect(wrong({ blackouts })).toEqual([]);
    expect(wrong({ blackouts: [{ from: "9 3 2027", to: "8 3 2027" }] })).toEqual(["blackouts"]);
    expect(wrong({ blackouts: [{ from: "some day", to: "" }] })).toEqual(["blackouts"]);
  });

  it("asks nothing but a reason of a not now, and that only where days were said before", () => {
    const notNow = answers({ answer: "not-now", days: "" });
    expect(faultsOf(notNow, editor())).toEqual({ reason: undefined });
    expect(faultsOf(notNow, editor({ line: { state: "firm" } })).reason).toBeDefined();
  });

  it("starts with every zone where none was said, and with no answer on a new term", () => {
    const start = answersFrom(editor({ offering: { ...offering, zones: [] } }), ["north", "east"]);
    expect(start).toMatchObject({ zones: ["north", "east"], answer: "" });
  });
});
