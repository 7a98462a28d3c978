import { describe, expect, it } from "vitest";
import { dateOf } from "../calendar/index.ts";
import { valuesLeft } from "../board/attack.ts";
import { isSmall } from "../board/suppress.ts";
import {
  checkSurveyDates,
  completeRatings,
  faultOfStatements,
  guardedCounts,
  knownRatings,
  letterDue,
  moveSurvey,
  opinions,
  stageOf,
  surveyCommands,
  surveyResult,
  surveyStates,
  surveyTransitions,
  type Rating,
  type SentAnswer,
} from "./index.ts";

const opensOn = dateOf(2026, 11, 2);
const closesOn = dateOf(2026, 11, 27);
const dates = { opensOn, closesOn };
const statements = [
  { key: "clear", text: "We know whom to ask" },
  { key: "quick", text: "Help came in time" },
];

describe("a survey", () => {
  it("goes from state to state as the table says, and refuses the rest", () => {
    for (const state of surveyStates) {
      for (const command of surveyCommands) {
        const result = moveSurvey(state, command);
        const [next] = surveyTransitions[state][command];
        expect(result.ok ? result.value : result.refusal).toEqual(
          next ?? { kind: "wrong-state", machine: "survey", state, command },
        );
      }
    }
  });

  it("ends after it begins, and not before today", () => {
    expect(checkSurveyDates(dates, opensOn).ok).toBe(true);
    expect(checkSurveyDates({ opensOn: closesOn, closesOn: opensOn }, opensOn)).toMatchObject({
      refusal: { kind: "survey-dates-wrong" },
    });
    expect(checkSurveyDates(dates, dateOf(2026, 11, 28)).ok).toBe(false);
  });

  it("runs from its first day to its last, unless it is closed before", () => {
    const open = { state: "open", ...dates } as const;
    expect(stageOf({ state: "draft", opensOn: null }, opensOn)).toBe("draft");
    expect(stageOf(open, dateOf(2026, 11, 1))).toBe("announced");
    expect(stageOf(open, opensOn)).toBe("running");
    expect(stageOf(open, closesOn)).toBe("running");
    expect(stageOf(open, dateOf(2026, 11, 28))).toBe("over");
    expect(stageOf({ state: "closed", ...dates }, opensOn)).toBe("over");
  });

  it("is written about as it opens, each week, and two days before its end", () => {
    const due = (day: number) => letterDue(dates, dateOf(2026, 11, day));
    expect([2, 8, 9, 16, 24, 25, 27].map(due)).toEqual(["0", "0", "1", "2", "3", "last", "last"]);
    expect(letterDue({ opensOn, closesOn: dateOf(2026, 11, 3) }, opensOn)).toBe("0");
  });
});

describe("an answer", () => {
  it("rates the statements that there are, and is sent when it rates them all", () => {
    expect(knownRatings(statements, { clear: 4, other: 1 })).toEqual({ clear: 4 });
    expect(completeRatings(statements, { clear: 4 })).toMatchObject({
      refusal: { kind: "answers-left", left: 1 },
    });
    expect(completeRatings(statements, { clear: 4, quick: 2, other: 1 })).toEqual({
      ok: true,
      value: { clear: 4, quick: 2 },
    });
  });

  it("is to statements with words, each under a key of its own", () => {
    expect(faultOfStatements(statements)).toBeUndefined();
    expect(faultOfStatements([])).toBe("Write one statement or more");
    expect(faultOfStatements([...statements, { key: "clear", text: "Again" }])).toMatch(/same key/);
    expect(faultOfStatements([{ key: "a", text: "  " }])).toMatch(/no words/);
    expect(faultOfStatements([{ key: "a", text: "a".repeat(301) }])).toMatch(/300 characters/);
    expect(
      faultOfStatements(Array.from({ length: 21 }, (_, at) => ({ key: `k${at}`, text: "a" }))),
    ).toMatch(/20 statements/);
  });
});

describe("the results of a survey", () => {
  const from = (count: number, zone: string | null, rating: Rating, phase = "primary") =>
    Array.from({ length: count }, (): SentAnswer => ({
      zone,
      phase,
      ratings: { clear: rating, quick: 3 },
    }));
  const cellOf = (answers: readonly SentAnswer[], by: string, name: string) =>
    surveyResult(statements, answers).cells.find(
      ({ statement, group }) => statement === "clear" && group.by === by && group.name === name,
    );

  it("count opinions for everyone, each zone and each phase, and say who agrees", () => {
    const answers = [...from(10, "north", 5), ...from(10, "south", 1, "secondary")];
    expect(cellOf(answers, "all", "all")).toMatchObject({
      counts: { agree: 10, neither: 0, disagree: 10 },
      agreeing: 50,
    });
    expect(cellOf(answers, "zone", "north")).toMatchObject({ agreeing: 100 });
    expect(cellOf(answers, "phase", "secondary")).toMatchObject({ agreeing: 0 });
  });

  it("hide a zone of five heads, and another, so that it cannot be taken from the total", () => {
    const answers = [...from(20, "north", 5), ...from(5, "south", 5), ...from(9, "east", 5)];
    const { groups } = surveyResult(statements, answers);
    expect(cellOf(answers, "zone", "north")?.counts).not.toHaveProperty("neither");
    const zones = groups.filter(({ group }) => group.by === "zone");
    expect(zones.filter(({ heads }) => heads === null).length).toBeGreaterThan(1);
    expect(cellOf(answers, "zone", "south")).toMatchObject({ agreeing: null });
    expect(cellOf(answers, "all", "all")).toMatchObject({ agreeing: 100 });
  });

  it("show no small number to anybody, nor let one be worked out, in whichever way the answers fall", () => {
    const zones = ["north", "south", "east", null];
    for (let seed = 1; seed <= 16; seed += 1) {
      const answers = Array.from({ length: 7 * seed }, (_, at): SentAnswer => {
        const rating = ([1, 2, 3, 4, 5] as const)[(at * seed + (at % 3)) % 5] ?? 3;
        return {
          zone: zones[(at * at + seed) % 4] ?? null,
          phase: at % 4 === 0 ? "secondary" : "primary",
          ratings: { clear: rating, quick: rating },
        };
      });
      const { cells, groups } = surveyResult(statements, answers);
      const shown = [
        ...groups.map(({ heads }) => heads),
        ...cells.flatMap(({ counts }) => opinions.map((opinion) => counts[opinion] ?? null)),
      ];
      expect(shown.filter((count) => count !== null && isSmall(count))).toEqual([]);
      const { counts, sums, hidden } = guardedCounts(statements, answers);
      const left = valuesLeft(counts, sums, hidden);
      const known = [...hidden].filter((name) => isSmall(counts.get(name) ?? 0));
      expect(known.filter((name) => left.get(name) === "one")).toEqual([]);
    }
  });

  it("of twelve statements in six zones are worked out in a moment", () => {
    const twelve = Array.from({ length: 12 }, (_, at) => ({ key: `s${at}`, text: "a" }));
    const answers = Array.from({ length: 90 }, (_, at): SentAnswer => ({
      zone: `z${at % 6}`,
      phase: ["primary", "secondary", "special"][at % 7 === 0 ? 1 : at % 11 === 0 ? 2 : 0] ?? "",
      ratings: Object.fromEntries(
        twelve.map(({ key }, place) => [
          key,
          ([5, 4, 4, 3, 2] as const)[(at * (place + 2)) % 5] ?? 3,
        ]),
      ),
    }));
    const { counts, hidden } = guardedCounts(twelve, answers);
    expect(hidden.size).toBeLessThan(counts.size / 2);
  });

  it("tell nothing where nobody has answered", () => {
    expect(cellOf([], "all", "all")).toMatchObject({
      counts: { agree: 0, neither: 0, disagree: 0 },
      agreeing: null,
    });
  });
});
