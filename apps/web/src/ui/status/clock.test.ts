import { expect, test } from "vitest";
import { inWords, urgencyOf } from "./clock.tsx";

test.each([
  [12, "in 12 days", "later"],
  [3, "in 3 days", "later"],
  [2, "in 2 days", "soon"],
  [1, "tomorrow", "soon"],
  [0, "today", "soon"],
  [-1, "1 day late", "late"],
  [-9, "9 days late", "late"],
])("%i days from the day it is due it says '%s' and looks %s", (days, words, urgency) => {
  expect(inWords(days)).toBe(words);
  expect(urgencyOf(days)).toBe(urgency);
});
