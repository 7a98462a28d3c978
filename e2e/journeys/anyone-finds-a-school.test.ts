import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { signInAs } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;
let visitor: Visitor;

const place = "/areas/larkenshore";

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  visitor = await visit(browser, product.address);
  await signInAs(visitor, product, "head");
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const linesOfFile = async (): Promise<readonly string[]> => {
  const waiting = visitor.page.waitForEvent("download");
  await visitor.page.getByRole("link", { name: "Download as CSV" }).click();
  const path = await (await waiting).path();
  return readFileSync(path, "utf8").trim().split("\r\n").slice(1);
};

describe("anyone with a part in the area", () => {
  it("narrows the list by filters that live in the address, and takes one away again", async () => {
    const { page } = visitor;
    await page.goto(`${place}/schools`);
    await page.getByText(/open schools, page 1 of/).waitFor();
    await page.getByRole("checkbox", { name: "Secondary", exact: true }).check();
    await page.getByRole("combobox", { name: "Zone" }).selectOption("In no zone");
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.waitForURL(/phase=secondary/);
    await page.getByRole("link", { name: "Remove filter Zone: In no zone" }).click();
    await page.waitForURL((url) => !url.search.includes("zone"));
    expect(new URL(page.url()).search).toBe("?phase=secondary");
    await checkPage(visitor);
  });

  it("gets exactly the filtered schools as a file", async () => {
    const { page } = visitor;
    await page.goto(`${place}/schools?phase=secondary&sort=-pupils`);
    const rows = page.getByRole("rowheader");
    await rows.first().waitFor();
    const names = await rows.getByRole("link").allTextContents();
    const lines = await linesOfFile();
    expect(lines.map((line) => line.split(",")[1]?.replaceAll('"', ""))).toEqual(names);
    expect(names.length).toBeGreaterThan(5);
  });

  it("comes back from a school to the same page and place of the list", async () => {
    const { page } = visitor;
    await page.goto(`${place}/schools?page=2`);
    const link = page.getByRole("rowheader").getByRole("link").nth(30);
    await link.scrollIntoViewIfNeeded();
    await page.evaluate("window.scrollBy(0, 60)");
    const before = Number(await page.evaluate("window.scrollY"));
    expect(before).toBeGreaterThan(300);
    await link.click();
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    await page.goBack();
    await link.waitFor();
    await expect
      .poll(async () => Math.abs(Number(await page.evaluate("window.scrollY")) - before))
      .toBeLessThan(5);
    expect(new URL(page.url()).search).toBe("?page=2");
  });

  it("finds a school from the header with letters swapped, by keyboard", async () => {
    const { page } = visitor;
    await page.goto(`${place}/schools`);
    const name = (await page.getByRole("rowheader").getByRole("link").first().textContent()) ?? "";
    const first = name.split(" ")[0] ?? "";
    const swapped = `${first.slice(0, 3)}${first[4]}${first[3]}${first.slice(5)}`;
    await page.getByRole("combobox", { name: "Go to a school" }).fill(swapped);
    await page.getByRole("option", { name }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name, level: 1 }).waitFor();
    expect(await page.getByText(/^Source: .*as of/).count()).toBeGreaterThan(2);
    await checkPage(visitor);
  });

  it("sees the same schools on the map as in the list, and picks one", async () => {
    const { page } = visitor;
    await page.goto(`${place}/map?phase=nursery`);
    const list = page.getByRole("heading", { name: "Schools on the map" });
    await list.waitFor();
    const show = page.getByRole("button", { name: /on the map$/ });
    const count = await show.count();
    await page.getByText(`${count} open schools`).waitFor();
    await show.first().click();
    await checkPage(visitor);
    await page.getByRole("link", { name: "See them as a list" }).click();
    await page.getByRole("rowheader").first().waitFor();
    expect(await page.getByRole("rowheader").count()).toBe(count);
  });

  it("reads everything on a phone", async () => {
    const phone = await visit(browser, product.address, "phone");
    await signInAs(phone, product, "head");
    for (const path of ["/schools", "/map"]) {
      await phone.page.goto(`${place}${path}`);
      await phone.page
        .getByText(/open schools/)
        .first()
        .waitFor();
      await checkPage(phone);
    }
    await phone.page.goto(`${place}/schools`);
    await phone.page.getByRole("rowheader").getByRole("link").first().click();
    await phone.page.getByRole("heading", { name: "Profile" }).waitFor();
    expect(await phone.page.getByRole("heading", { name: "Ofsted" }).count()).toBe(1);
    await checkPage(phone);
    await phone.context.close();
  });

  it("is told that there is no such page for a school of another area", async () => {
    const { page } = visitor;
    await page.goto(`${place}/schools/118317`);
    await page.getByRole("heading", { name: "Page not found" }).waitFor();
    expect(await page.getByText("Greenvale").count()).toBe(0);
    await checkPage(visitor, [/404/]);
  });
});
