import { render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, test } from "vitest";
import { Checkboxes } from "./checkboxes.tsx";

const choices = ["one", "two", "three"].map((value) => ({ value, label: value }));
const sets = [
  { label: "Odd", values: ["one", "three"] },
  { label: "Even", values: ["two"] },
  { label: "Other", values: [] },
];

const show = (initial: readonly string[]) => {
  const [value, setValue] = createSignal(initial);
  render(() => (
    <Checkboxes
      name="numbers"
      label="Numbers"
      choices={choices}
      sets={sets}
      value={value()}
      onChange={setValue}
    />
  ));
  return value;
};

const press = (name: string | RegExp) => screen.getByRole("button", { name }).click();
const pressed = (name: RegExp) => screen.getByRole("button", { name }).getAttribute("aria-pressed");

test("all and none are one press each, and the count says so", () => {
  const value = show(["two"]);
  expect(screen.getByRole("status").textContent).toBe("1 of 3 chosen");
  press("All");
  expect(value()).toEqual(["one", "two", "three"]);
  expect(screen.getByRole("status").textContent).toBe("3 of 3 chosen");
  press("None");
  expect(value()).toEqual([]);
});

test("a set is taken whole, then left whole, and nothing else moves; one of nothing is not offered", () => {
  const value = show(["three", "two"]);
  expect(pressed(/^Odd: 1 of 2/)).toBe("mixed");
  expect(pressed(/^Even: 1 of 1/)).toBe("true");
  press(/^Odd/);
  expect(value()).toEqual(["one", "two", "three"]);
  expect(pressed(/^Odd: 2 of 2/)).toBe("true");
  press(/^Odd/);
  expect(value()).toEqual(["two"]);
  expect(pressed(/^Odd: 0 of 2/)).toBe("false");
  expect(screen.queryByRole("button", { name: /^Other/ })).toBeNull();
});
