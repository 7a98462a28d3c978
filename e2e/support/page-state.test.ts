import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit, type Visitor } from "./browser.ts";
import { axeProblems } from "./check-page.ts";
import { claim, readState } from "./page-state.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const withPage = async (act: (visitor: Visitor) => Promise<void>): Promise<void> => {
  const visitor = await visit(browser, "http://nowhere.example");
  await act(visitor);
  await visitor.context.close();
};

const sound = `<!doctype html><html lang="en"><title>Sound</title><main><h1>Looked at once</h1><p>Some words, and <a href="/two">two</a></p>
  <ul><li><a href="/one">One</a></li></ul><label for="name">Name</label><input id="name"><button aria-expanded="false">Go</button></main></html>`;

/** Gives the page a rule of style, which no element shows. */
const styled = (rule: string): string => `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(rule)});
  document.adoptedStyleSheets = [sheet];
})()`;

/** A page that this run has looked at, and that was found to be sound. */
const lookedAt = async (visitor: Visitor) => {
  await visitor.page.setContent(sound);
  expect(await axeProblems(visitor)).toEqual([]);
  return readState(visitor.page);
};

test("a structure is looked at once in a run, whatever its words are and however many rows it has", async () => {
  await withPage(async (visitor) => {
    const { page } = visitor;
    const before = await lookedAt(visitor);
    await page.evaluate(`document.querySelector("h1").textContent = "Other words";
      const row = document.querySelector("li"); row.after(row.cloneNode(true)); row.querySelector("a").id = "other"`);
    expect(await readState(page)).toEqual(before);
    await page.setViewportSize({ width: 390, height: 800 });
    expect((await readState(page)).structure).not.toBe(before.structure);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ media: "print" });
    expect((await readState(page)).structure).not.toBe(before.structure);
  });
});

test.each([
  ["image-alt", `document.querySelector("main").append(document.createElement("img"))`],
  ["button-name", `document.querySelector("button").textContent = ""`],
  ["link-name", `document.querySelector("p a").textContent = ""`],
  ["heading-order", `document.querySelector("p").outerHTML = "<h4>Some words</h4>"`],
  ["label", `document.querySelector("label").htmlFor = "nothing"`],
  [
    "aria-valid-attr-value",
    `document.querySelector("button").setAttribute("aria-expanded", "perhaps")`,
  ],
  ["color-contrast", styled("p { color: #aaa }")],
  ["color-contrast", styled("main { background: #555 }")],
  ["region", `document.querySelector("main").after(document.querySelector("p"))`],
])("a fault of %s in what was looked at before is found: %s", async (rule, change) => {
  await withPage(async (visitor) => {
    await lookedAt(visitor);
    await visitor.page.evaluate(change);
    expect((await axeProblems(visitor)).join()).toContain(`${rule}: `);
  });
});

test("of those who ask at once whether a structure is new, one is told to look", () => {
  const name = `page-${process.pid}-${performance.now()}`;
  const told = [claim(name), claim(name), claim(name)];
  expect(told).toEqual(
    process.env["EVERY_PAGE_STATE"] === undefined ? [true, false, false] : [true, true, true],
  );
});
