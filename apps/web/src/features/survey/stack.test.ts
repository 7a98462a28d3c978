import { toSurveyId } from "@alongside/domain/survey";
import { describe, expect, it } from "vitest";
import type { ShownSurvey } from "./data.ts";
import { stackOf, wholeGroup } from "./stack.ts";

const statement = { key: "help", text: "We know whom to ask for help" };

const surveyWith = (
  heads: number | null,
  counts: ShownSurvey["cells"][number]["counts"],
): ShownSurvey => ({
  id: toSurveyId("survey"),
  academicYear: "2026-27",
  title: "How we keep our word",
  statements: [statement],
  closedOn: null,
  groups: [{ ...wholeGroup, label: null, heads }],
  cells: [{ statement: "help", group: wholeGroup, counts, agreeing: null }],
  before: null,
});

describe("the bar of a statement", () => {
  it("ends with how many answered where all of it is told", () => {
    const whole = surveyWith(30, { agree: 17, neither: 7, disagree: 6 });
    expect(stackOf(whole, statement)).toMatchObject({ values: [17, 7, 6, 0], text: undefined });
  });

  it("draws what is hidden as one part where it is known how many answered", () => {
    const told = surveyWith(30, { agree: 22, neither: null, disagree: null });
    expect(stackOf(told, statement)).toMatchObject({ values: [22, 0, 0, 8], text: undefined });
  });

  it("says that parts are hidden, and gives no sum of the others for the whole, where that is hidden too", () => {
    const told = surveyWith(null, { agree: 22, neither: null, disagree: null });
    expect(stackOf(told, statement)).toMatchObject({ values: [22, 0, 0, 0], text: "parts hidden" });
  });
});
