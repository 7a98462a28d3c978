import { render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, test } from "vitest";
import { announced } from "../announce.ts";
import { Combobox } from "./combobox.tsx";
import type { ComboboxOption } from "./listbox.tsx";
import { nextActive, suggestionWords } from "./suggestion-words.ts";

const all: readonly ComboboxOption[] = [
  { id: "1", label: "Hazelmere Academy", detail: "North" },
  { id: "2", label: "Hazel Grove", detail: "South" },
];

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const find = async (query: string) =>
  all.filter((each) => each.label.toLowerCase().includes(query.toLowerCase()));

function show(search: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>) {
  const [chosen, setChosen] = createSignal<ComboboxOption>();
  render(() => (
    <Combobox
      name="place"
      label="School"
      noun={["school", "schools"]}
      pause={0}
      search={search}
      value={chosen()}
      onChange={setChosen}
    />
  ));
  return chosen;
}

const field = () => {
  const box = screen.getByRole("combobox", { name: "School" });
  if (!(box instanceof HTMLInputElement)) throw new Error("not a text field");
  return box;
};

async function type(text: string) {
  field().focus();
  field().value = text;
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  await wait(5);
}

const press = (key: string) =>
  field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

const activeText = () =>
  document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.textContent;

test("nothing is suggested before the second letter", async () => {
  show(find);
  await type("h");
  expect(field().getAttribute("aria-expanded")).toBe("false");
  await type("ha");
  expect(field().getAttribute("aria-expanded")).toBe("true");
  expect(screen.getAllByRole("option")).toHaveLength(2);
});

test("arrows go through the options and back to the text, while the focus stays in the field", async () => {
  show(find);
  await type("hazel");
  press("ArrowDown");
  expect(activeText()).toContain("Hazelmere Academy");
  press("ArrowDown");
  expect(activeText()).toContain("Hazel Grove");
  press("ArrowDown");
  expect(field().hasAttribute("aria-activedescendant")).toBe(false);
  press("ArrowUp");
  expect(activeText()).toContain("Hazel Grove");
  expect(document.activeElement).toBe(field());
});

test("Enter chooses, closes and says what was chosen", async () => {
  const chosen = show(find);
  await type("hazel");
  press("ArrowDown");
  press("Enter");
  expect(chosen()?.id).toBe("1");
  expect(field().value).toBe("Hazelmere Academy");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(announced().text).toBe("Hazelmere Academy chosen");
});

test("Enter without an option in hand is left to the form", async () => {
  const chosen = show(find);
  await type("hazel");
  const notStopped = press("Enter");
  expect(notStopped).toBe(true);
  expect(chosen()).toBeUndefined();
});

test("Escape closes first and keeps the text; the next Escape clears it", async () => {
  show(find);
  await type("hazel");
  press("Escape");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(field().value).toBe("hazel");
  press("Escape");
  expect(field().value).toBe("");
});

test("Tab goes on without choosing", async () => {
  const chosen = show(find);
  await type("hazel");
  press("ArrowDown");
  press("Tab");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(chosen()).toBeUndefined();
});

test("a press with mouse or finger chooses, and the field keeps the focus", async () => {
  const chosen = show(find);
  await type("hazel");
  const kept = screen
    .getByRole("listbox")
    .dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true }));
  expect(kept).toBe(false);
  screen.getByRole("option", { name: /Hazel Grove/ }).click();
  expect(chosen()?.id).toBe("2");
});

test("writing on after a choice takes the choice back", async () => {
  const chosen = show(find);
  await type("hazel");
  press("ArrowDown");
  press("Enter");
  await type("Hazelmere Acad");
  expect(chosen()).toBeUndefined();
});

test("only the answer to the last question counts, however late the first comes", async () => {
  const asked: string[] = [];
  show(async (query) => {
    asked.push(query);
    await wait(query === "ha" ? 40 : 5);
    return query === "ha" ? all : [{ id: "9", label: "The last" }];
  });
  await type("ha");
  await type("haz");
  await wait(60);
  expect(asked).toEqual(["ha", "haz"]);
  expect(screen.getAllByRole("option").map((each) => each.textContent)).toEqual(["The last"]);
});

test("a question that nobody waits for any more is told so", async () => {
  const signals: AbortSignal[] = [];
  show(async (_query, signal) => {
    signals.push(signal);
    await wait(20);
    return all;
  });
  await type("ha");
  await type("haz");
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
});

test("no result and a failed search are said, not left empty", async () => {
  show(async (query) => (query === "fail" ? Promise.reject(new Error("down")) : []));
  await type("zzz");
  expect(screen.getByText("No schools found")).toBeTruthy();
  await type("fail");
  expect(screen.getByText("The search did not work. Try again.")).toBeTruthy();
});

test("the number of findings is announced once the typing rests", async () => {
  show(find);
  await type("hazel");
  await wait(450);
  expect(announced().text).toBe("2 schools found");
});

test("one finding is one school", () => {
  const words = suggestionWords({ kind: "found", options: all.slice(0, 1) }, ["school", "schools"]);
  expect(words).toBe("1 school found");
});

test.each([
  [-1, 1, 2, 0],
  [1, 1, 2, -1],
  [-1, -1, 2, 1],
  [0, -1, 2, -1],
  [-1, 1, 0, -1],
] as const)("from %i by %i among %i leads to %i", (index, by, count, next) => {
  expect(nextActive(index, by, count)).toBe(next);
});
