import { expect, test } from "vitest";
import { chipsOf, type FilterGroup } from "./filter-group.ts";
import { pagesOf, pagesToShow } from "./pages.ts";

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [3, 12, [1, 2, 3, 4, "gap", 12]],
  [6, 12, [1, "gap", 5, 6, 7, "gap", 12]],
  [4, 12, [1, 2, 3, 4, 5, "gap", 12]],
  [12, 12, [1, "gap", 11, 12]],
])("on page %i of %i one can go to %j", (page, pages, shown) => {
  expect(pagesToShow(page, pages)).toEqual(shown);
});

test.each([
  [0, 1],
  [50, 1],
  [51, 2],
])("%i of them, 50 to a page, fill %i", (total, pages) => {
  expect(pagesOf(total, 50)).toBe(pages);
});

const groups: readonly FilterGroup[] = [
  { kind: "search", name: "q", label: "Name" },
  { kind: "many", name: "zone", label: "Zone", choices: [{ value: "n", label: "North" }] },
];

test("a filter in force is named by its group and its choice", () => {
  expect(chipsOf(groups, "?zone=n&q=hill").map((chip) => chip.text)).toEqual([
    "Name: ‘hill’",
    "Zone: North",
  ]);
});

test("a value that is no choice makes no chip", () => {
  expect(chipsOf(groups, "?zone=elsewhere&q=")).toEqual([]);
});
