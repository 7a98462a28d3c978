import { render, screen } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { expect, test } from "vitest";
import { announce } from "../announce.ts";
import { documentTitle, Page } from "./page.tsx";
import { Shell } from "./shell.tsx";

const footer = [{ text: "Privacy", href: "/privacy" }];

test("the title names the page, the area and the product, and says when there are errors", () => {
  expect(documentTitle(["Needs", "Marlshire", "Alongside"], false)).toBe(
    "Needs – Marlshire – Alongside",
  );
  expect(documentTitle(["Needs", undefined, "Alongside"], true)).toBe("Error: Needs – Alongside");
});

test("coming from another page the heading takes the focus; the first page leaves it alone", () => {
  const [path, setPath] = createSignal("one");
  render(() => (
    <Shell product="Alongside" area="Marlshire" footer={footer}>
      <Show when={path()} keyed>
        {(shown) => <Page title={`Page ${shown}`} />}
      </Show>
    </Shell>
  ));
  expect(document.activeElement).toBe(document.body);
  setPath("two");
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Page two" }));
  expect(document.title).toBe("Page two – Marlshire – Alongside");
});

test("every page has product, area, main and footer, and a way past the header", () => {
  render(() => (
    <Shell product="Alongside" area="Marlshire" footer={footer}>
      <p>Here</p>
    </Shell>
  ));
  expect(screen.getByRole("link", { name: "Alongside" })).toBeTruthy();
  expect(screen.getByText("Marlshire")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Privacy" })).toBeTruthy();
  screen.getByRole("link", { name: "Skip to main content" }).click();
  expect(document.activeElement).toBe(screen.getByRole("main"));
});

test("what is announced twice is said twice", async () => {
  render(() => (
    <Shell product="Alongside" footer={footer}>
      <p>Here</p>
    </Shell>
  ));
  const region = () => document.getElementById("live-region")?.textContent;
  announce("1 school found");
  expect(region()).toBe("");
  await Promise.resolve();
  expect(region()).toBe("1 school found");
  announce("1 school found");
  expect(region()).toBe("");
  await Promise.resolve();
  expect(region()).toBe("1 school found");
});
