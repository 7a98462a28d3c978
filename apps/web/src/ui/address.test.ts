import { expect, test } from "vitest";
import {
  filterAddress,
  pageAddress,
  pageIn,
  sortAddress,
  sortOf,
  withoutParams,
  withoutValue,
  withParam,
} from "./address.ts";

test("setting a parameter keeps the others and goes back to the first page", () => {
  expect(withParam("?zone=north&page=3", "sort", "name")).toBe("?zone=north&sort=name");
});

test("an empty value takes the parameter away", () => {
  expect(withParam("?zone=north", "zone", "")).toBe("?");
});

test("taking one value away leaves the others of the same name", () => {
  expect(withoutValue("?zone=north&zone=coast&page=2", "zone", "north")).toBe("?zone=coast");
});

test("clearing the filters leaves the sort", () => {
  expect(withoutParams("?zone=north&q=hill&sort=-name&page=4", ["zone", "q"])).toBe("?sort=-name");
});

test.each([
  ["?page=3", 3],
  ["?page=0", 1],
  ["?page=x", 1],
  ["", 1],
])("%s is of page %i", (search, page) => {
  expect(pageIn(search)).toBe(page);
});

test("the first page has no parameter", () => {
  expect(pageAddress("?zone=north&page=2", 1)).toBe("?zone=north");
  expect(pageAddress("?zone=north", 2)).toBe("?zone=north&page=2");
});

test("a header sorts ascending first, then the other way, then ascending again", () => {
  expect(sortAddress("", "name")).toBe("?sort=name");
  expect(sortAddress("?sort=name", "name")).toBe("?sort=-name");
  expect(sortAddress("?sort=-name", "name")).toBe("?sort=name");
  expect(sortAddress("?sort=name", "zone")).toBe("?sort=zone");
});

test("a list that is sorted already without the address turns at the first press", () => {
  expect(sortAddress("", "name", { key: "name", direction: "ascending" })).toBe("?sort=-name");
});

test.each([
  ["", undefined],
  ["?sort=", undefined],
  ["?sort=-", undefined],
  ["?sort=name", { key: "name", direction: "ascending" }],
  ["?sort=-name", { key: "name", direction: "descending" }],
])("the sort of %j is %j", (search, order) => {
  expect(sortOf(search)).toEqual(order);
});

test("a filter form replaces what it owns and keeps the rest", () => {
  const fields = [
    ["q", "  hill "],
    ["zone", "coast"],
    ["zone", "north"],
    ["phase", ""],
  ] as const;
  expect(filterAddress("?sort=name&zone=south&page=9", ["q", "zone", "phase"], fields)).toBe(
    "?sort=name&q=hill&zone=coast&zone=north",
  );
});
