import { render, screen } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { Tabs } from "./tabs.tsx";

function show() {
  render(() => (
    <Tabs
      label="About"
      tabs={["Facts", "Notes", "Files"].map((label) => ({
        key: label.toLowerCase(),
        label,
        panel: () => <p>{`Panel of ${label}`}</p>,
      }))}
    />
  ));
}

const tab = (name: string) => screen.getByRole("tab", { name });

const press = (key: string) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
  );

const open = () =>
  screen.getAllByRole("tab").find((each) => each.getAttribute("aria-selected") === "true")
    ?.textContent;

test("one tab is open, one can be reached with Tab, and each names its panel", () => {
  show();
  expect(open()).toBe("Facts");
  expect(screen.getAllByRole("tab").map((each) => each.tabIndex)).toEqual([0, -1, -1]);
  const panel = document.getElementById(tab("Facts").getAttribute("aria-controls") ?? "");
  expect(panel?.textContent).toBe("Panel of Facts");
  expect(panel?.getAttribute("aria-labelledby")).toBe(tab("Facts").id);
});

test.each([
  ["ArrowRight", "Facts", "Notes"],
  ["ArrowLeft", "Facts", "Files"],
  ["ArrowRight", "Files", "Facts"],
  ["End", "Facts", "Files"],
  ["Home", "Files", "Facts"],
])("%s on %s opens %s and takes the focus along", (key, from, to) => {
  show();
  tab(from).click();
  tab(from).focus();
  press(key);
  expect(open()).toBe(to);
  expect(document.activeElement?.textContent).toBe(to);
});

test("only the open panel is shown", () => {
  show();
  tab("Notes").click();
  const shown = screen.getAllByRole("tabpanel").map((each) => each.textContent);
  expect(shown).toEqual(["Panel of Notes"]);
});
