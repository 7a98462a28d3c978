import { describe, expect, it } from "vitest";
import { dateOf } from "../calendar/index.ts";
import { defaultCodeLists, needFocus, reviewAreas, reviewJudgements } from "../code-list/index.ts";
import {
  agreeReview,
  countJudgements,
  faultsOfJudgements,
  invitationsOf,
  mayOpenFor,
  moveReview,
  passesReviewFilter,
  reviewCommands,
  reviewStates,
  reviewTransitions,
  suggestedAsk,
  suggestedBand,
  type Judgements,
} from "./index.ts";

const today = dateOf(2026, 11, 20);
const codesIn = (list: { readonly entries: readonly { readonly code: string }[] }) =>
  list.entries.map(({ code }) => code);
const lists = { areas: codesIn(reviewAreas), judgements: codesIn(reviewJudgements) };
const expertise = codesIn(defaultCodeLists.find(({ id }) => id === "expertise") ?? { entries: [] });
const judged = (given: Readonly<Record<string, string>>, reason = "Seen in October"): Judgements =>
  Object.fromEntries(
    Object.entries(given).map(([area, judgement]) => [area, { judgement, reason }]),
  );

describe("a termly review", () => {
  it("goes from state to state as the table says, and refuses the rest", () => {
    for (const state of reviewStates) {
      for (const command of reviewCommands) {
        const result = moveReview(state, command);
        const [next] = reviewTransitions[state][command];
        expect(result.ok ? result.value : result.refusal).toEqual(
          next ?? { kind: "wrong-state", machine: "review", state, command },
        );
      }
    }
  });

  const agreement = { today, panelOn: today, left: 0, leavesOut: false };

  it("is agreed on a day that has been, by a panel that left no school out by mistake", () => {
    expect(agreeReview("open", agreement)).toEqual({ ok: true, value: "agreed" });
    expect(agreeReview("open", { ...agreement, panelOn: dateOf(2026, 11, 21) })).toMatchObject({
      refusal: { kind: "panel-day-ahead", on: "2026-11-21" },
    });
    expect(agreeReview("open", { ...agreement, left: 2 })).toMatchObject({
      refusal: { kind: "schools-left", left: 2 },
    });
    expect(agreeReview("open", { ...agreement, left: 2, leavesOut: true }).ok).toBe(true);
    expect(agreeReview("agreed", agreement)).toMatchObject({ refusal: { kind: "wrong-state" } });
  });

  it("looks at a term from its first day on", () => {
    expect(mayOpenFor(today, today).ok).toBe(true);
    expect(mayOpenFor(today, dateOf(2027, 1, 4))).toMatchObject({
      refusal: { kind: "term-to-come", startsOn: "2027-01-04" },
    });
  });
});

describe("what is judged", () => {
  it("is of the lists, with a reason where it invites a need", () => {
    const given = {
      leadership: { judgement: "strong", reason: "" },
      governance: { judgement: "attention-needed", reason: " " },
      juggling: { judgement: "secure", reason: "" },
      teaching: { judgement: "splendid", reason: "" },
    };
    expect(faultsOfJudgements(given, lists)).toEqual({
      "reason-governance": "Say why, and where you know it from",
      "judgement-juggling": "Choose from the list",
      "judgement-teaching": "Choose from the list",
    });
    expect(faultsOfJudgements(judged({ governance: "causing-concern" }), lists)).toEqual({});
  });

  it("invites days where a school is strong, and a need where it is not secure", () => {
    const given = judged({
      leadership: "strong",
      governance: "secure",
      teaching: "attention-needed",
      achievement: "causing-concern",
    });
    expect(invitationsOf(given)).toEqual({
      capacity: ["leadership"],
      need: ["teaching", "achievement"],
    });
    expect(invitationsOf({})).toEqual({ capacity: [], need: [] });
  });

  it("filters a list by what is left and what it invites", () => {
    const invites = { capacity: ["leadership"], need: [] };
    const line = { isJudged: true, now: { invites } };
    expect(
      ["left", "need", "capacity", "juggling", null].map((filter) =>
        passesReviewFilter(line, filter),
      ),
    ).toEqual([false, false, true, true, true]);
    expect(passesReviewFilter({ isJudged: false, now: null }, "left")).toBe(true);
  });

  it.each([
    [{ teaching: "causing-concern", governance: "causing-concern" }, 1],
    [{ teaching: "causing-concern", governance: "attention-needed" }, 2],
    [{ teaching: "attention-needed", governance: "strong" }, 3],
    [{ teaching: "secure", governance: "strong" }, 4],
    [{}, 4],
  ] as const)("%j suggests band %i", (given, band) => {
    expect(suggestedBand(judged(given))).toBe(band);
  });
});

describe("the need that a review suggests", () => {
  it("is about what causes concern first, in the words of the report card and of the list of expertise, without a word of the review", () => {
    const given = judged({
      leadership: "attention-needed",
      governance: "attention-needed",
      "early-reading": "causing-concern",
      curriculum: "attention-needed",
      teaching: "attention-needed",
      "send-and-inclusion": "secure",
    });
    expect(suggestedAsk(given, expertise)).toEqual({
      framework: "report-card",
      focus: ["achievement", "leadership-and-governance", "curriculum-and-teaching"],
      primaryArea: "phonics-and-early-reading",
      otherAreas: ["whole-school-leadership", "governance", "curriculum-sequencing"],
    });
  });

  it("names only what the partnership uses, and nothing where nothing is wanted", () => {
    const given = judged({ governance: "causing-concern", capacity: "causing-concern" });
    expect(suggestedAsk(given, [])).toEqual({
      framework: "report-card",
      focus: ["leadership-and-governance"],
    });
    expect(suggestedAsk(judged({ governance: "strong" }), expertise)).toEqual({});
  });

  it("has a meaning for every area that ships, in codes that there are", () => {
    const focus = codesIn(needFocus["report-card"]);
    for (const area of lists.areas) {
      const ask = suggestedAsk(judged({ [area]: "causing-concern" }), expertise);
      expect(
        ask.focus?.every((code) => focus.includes(code)),
        area,
      ).toBe(true);
      if (area !== "capacity") expect(expertise, area).toContain(ask.primaryArea);
    }
  });
});

describe("judgements as counts", () => {
  const many = (count: number, judgement: string): readonly Judgements[] =>
    Array.from({ length: count }, () => judged({ leadership: judgement }));
  const cellOf = (counts: ReturnType<typeof countJudgements>, judgement: string) =>
    counts.cells.find((cell) => cell.area === "leadership" && cell.judgement === judgement)
      ?.schools;

  it("are all there for the staff", () => {
    const counts = countJudgements([...many(3, "strong"), ...many(9, "secure")], lists, true);
    expect(counts.schools).toBe(12);
    expect(cellOf(counts, "strong")).toBe(3);
    expect(counts.totals[0]).toEqual({ area: "leadership", schools: 12 });
  });

  it("hide from the board what is small, and one more where it could be worked out", () => {
    const counts = countJudgements([...many(3, "strong"), ...many(9, "secure")], lists, false);
    expect(cellOf(counts, "strong")).toBeNull();
    const rest = [cellOf(counts, "secure"), cellOf(counts, "causing-concern")];
    expect([...rest, counts.totals[0]?.schools]).toContain(null);
    const open = countJudgements([...many(8, "strong"), ...many(9, "secure")], lists, false);
    expect([cellOf(open, "strong"), cellOf(open, "secure")]).toEqual([8, 9]);
  });
});
