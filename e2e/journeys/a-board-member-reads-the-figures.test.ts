import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { goHome, signInAs } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

type Page = Visitor["page"];

const title = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();

const openBoard = async ({ page }: Visitor): Promise<void> => {
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Board", exact: true })
    .click();
  await title(page, "Improvement board");
  await page.getByText("Needs by stage and band", { exact: true }).first().waitFor();
  await openTable(page);
};

/** The numbers of the first figure stand behind its drawing. */
const openTable = (page: Page) => page.getByText("See these figures as a table").first().click();

/** The line of all that there are. */
const total = (page: Page) =>
  page
    .getByRole("table", { name: "Needs by stage and band", exact: true })
    .locator("tbody tr", { hasText: /^All/ })
    .locator("td");

/** The line of all in the file that the page offers for the same question. */
const totalInFile = async (page: Page): Promise<readonly string[]> => {
  const link = page.getByRole("link", { name: "Download as CSV of ‘Needs by stage and band’" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const lines = readFileSync(await download.path(), "utf8").split(/\r?\n/);
  return (lines.find((line) => line.startsWith("All,")) ?? "").split(",").slice(1);
};

describe("the improvement board", () => {
  it("leads an officer from a number of one zone to its records and back, and to the same number in a file", async () => {
    const visitor = await visit(browser, product.address);
    const { page } = visitor;
    await signInAs(visitor, product, "officer");
    await goHome(visitor);
    await openBoard(visitor);
    await checkPage(visitor);
    const ofAll = await total(page).allTextContents();
    const zone = await page
      .getByLabel("Zone")
      .first()
      .locator("option")
      .nth(1)
      .getAttribute("value");
    await page.goto(`${new URL(page.url()).pathname}?zone=${zone}`);
    await title(page, "Improvement board");
    await openTable(page);
    await expect.poll(() => total(page).allTextContents()).not.toEqual(ofAll);
    const ofZone = await total(page).allTextContents();
    expect(await totalInFile(page)).toEqual(ofZone);
    const number = total(page).getByRole("link").last();
    const count = Number(await number.textContent());
    await number.click();
    await title(page, "Needs by stage and band");
    await page.locator("tbody tr").first().waitFor();
    expect(await page.locator("tbody tr").count()).toBe(count);
    await checkPage(visitor);
    await page.getByRole("link", { name: "The board" }).click();
    await title(page, "Improvement board");
    expect(new URL(page.url()).searchParams.get("zone")).toBe(zone);
    await openTable(page);
    await expect.poll(() => total(page).allTextContents()).toEqual(ofZone);
    await visitor.context.close();
  });

  it("shows a board member numbers alone, and says that small ones are hidden", async () => {
    const visitor = await visit(browser, product.address, "phone");
    const { page } = visitor;
    await signInAs(visitor, product, "board-member");
    await goHome(visitor);
    await page.getByRole("button", { name: "Menu" }).click();
    await openBoard(visitor);
    await page.getByText("Numbers that are made of 1 to 5 schools or leaders are hidden").waitFor();
    expect(await total(page).count()).toBeGreaterThan(0);
    expect(await page.locator("main table a").count()).toBe(0);
    expect(await page.getByRole("combobox", { name: "Zone" }).count()).toBe(0);
    await checkPage(visitor);
    // The row of pages is wider than the screen, and stands at the page that is shown.
    const row = page.getByRole("navigation", { name: "Boards" });
    await row.getByRole("link", { name: "Actions" }).click();
    await page.getByRole("heading", { level: 1, name: "Actions" }).waitFor();
    await visitor.settled();
    const box = await row.getByRole("link", { name: "Actions" }).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    await visitor.context.close();
  });
});
