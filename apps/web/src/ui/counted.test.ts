import { expect, test } from "vitest";
import { counted } from "./counted.ts";

test.each([
  [0, "0 schools"],
  [1, "1 school"],
  [2, "2 schools"],
  [1204, "1,204 schools"],
])("%i is %s", (count, words) => {
  expect(counted(count, "school")).toBe(words);
});

test("an unusual plural is given", () => {
  expect(counted(2, "day in hand", "days in hand")).toBe("2 days in hand");
});
