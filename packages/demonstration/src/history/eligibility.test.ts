import { expect, test } from "vitest";
import { toDate } from "../calendar.ts";
import { at } from "../random.ts";
import { publishedHalfDays } from "./capacity.ts";
import { castingsOn } from "./casting.ts";
import { isEligible, type Question } from "./eligibility.ts";
import { termFromNow } from "./term.ts";

const today = toDate("2026-11-22");
const casting = at(
  castingsOn(today).filter(({ leader }) => leader !== null),
  0,
);
const { leader } = casting;
const question: Question = { ...casting, today };
const idle = { halfDays: 0, schools: 0 };

const asked = (load: typeof idle, changes: Partial<Question> = {}): boolean =>
  leader !== null && isEligible(leader, { ...question, ...changes }, load);

test("whoever took a need could take it", () => {
  expect(asked(idle)).toBe(true);
});

test("nobody is asked for more days than are left", () => {
  const most = leader === null ? 0 : publishedHalfDays(leader);
  expect(asked({ halfDays: most - question.halfDays, schools: 0 })).toBe(true);
  expect(asked({ halfDays: most - question.halfDays + 1, schools: 0 })).toBe(false);
});

test("nobody is asked into more schools than they said", () => {
  expect(asked({ halfDays: 0, schools: (leader?.maxSchools ?? 0) - 1 })).toBe(true);
  expect(asked({ halfDays: 0, schools: leader?.maxSchools ?? 0 })).toBe(false);
});

test("nobody is asked about what they do not know", () => {
  expect(asked(idle, { theme: { ...casting.theme, area: "eal" } })).toBe(false);
});

test("a promise that lapsed, was taken back or is a maybe is not asked about this term", () => {
  const term = termFromNow(today, 0);
  for (const position of [7, 13, 15, 17]) {
    const other = leader === null ? null : { ...leader, position };
    expect(other && isEligible(other, { ...question, term }, idle)).toBe(false);
    expect(other && isEligible(other, question, idle)).toBe(true);
  }
  expect(asked(idle, { term })).toBe(true);
});
