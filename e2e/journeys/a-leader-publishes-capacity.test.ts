import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { openBrowser, visit } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { countSteps } from "../support/count.ts";
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

const title = (page: Page, name: RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();

/** The first term that nobody has said days for, by its words. */
const openForm = async (page: Page): Promise<string> => {
  await page.getByRole("link", { name: "Capacity" }).click();
  await title(page, /My days/);
  const link = page.getByRole("link", { name: /Say yes, maybe or not now/ }).first();
  const words = (await link.textContent()) ?? "";
  await link.click();
  await title(page, /Your days/);
  return words.replace(/.*for the /, "");
};

describe("a leader", () => {
  it("says yes to a term on one page that is filled in already, and sees the days in the statement", async () => {
    const visitor = await visit(browser, product.address, "phone");
    const { page } = visitor;
    await signInAs(visitor, product, "leader");
    await goHome(visitor);
    await page.getByRole("button", { name: "Menu" }).click();
    const steps = await countSteps(page);
    const term = await openForm(page);
    await checkPage(visitor);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").getByText("Choose yes, maybe or not now").waitFor();
    await page.getByRole("radio", { name: "Yes" }).check();
    await page.getByLabel("How many days in the term?").fill("four");
    await page.getByRole("button", { name: "Publish these days" }).click();
    await page.getByRole("alert").getByText("Enter a number of days").waitFor();
    await checkPage(visitor);
    await page.getByLabel("How many days in the term?").fill("4.5");
    await page.getByLabel("At most before half-term").fill("2");
    await page.getByRole("button", { name: "Add dates" }).click();
    await page.getByLabel("First day").fill("3 5 2027");
    await page.getByRole("button", { name: "Publish these days" }).click();
    await page.getByRole("alert").getByText("The days are published").waitFor();
    await page.getByText("4½ days free of 4½ days").waitFor();
    // The list of days, which the menu may lead to by another address, and the one form.
    const forms = steps.pages().filter((path) => path.includes("/capacity/"));
    expect(new Set(forms).size).toBe(1);
    const days = steps.pages().filter((path) => /\/leaders\/[^/]+$/.test(path));
    expect(new Set([...forms, ...days]).size).toBeLessThanOrEqual(2);
    await checkPage(visitor);
    await page.getByRole("link", { name: "Statement of days" }).click();
    const row = page.getByRole("row", { name: /Published/ }).first();
    expect(await row.textContent()).toContain("4½");
    expect(await row.textContent()).toContain(term);
    await checkPage(visitor);
    await visitor.context.close();
  });

  it("releases days of the own school, and takes back what was promised with a reason", async () => {
    const visitor = await visit(browser, product.address);
    const { page } = visitor;
    await signInAs(visitor, product, "leader");
    await goHome(visitor);
    await page.getByRole("link", { name: "Capacity" }).click();
    await title(page, /My days/);
    await page.getByRole("link", { name: "Designations and expertise" }).click();
    await page.getByRole("heading", { name: "Designations", exact: true }).waitFor();
    await checkPage(visitor);
    await page.getByRole("link", { name: "Days", exact: true }).click();
    await page
      .getByRole("link", { name: /^Release days/ })
      .first()
      .click();
    await title(page, /Release days/);
    await page.getByLabel("How many days may be given").fill("4");
    await page.getByRole("button", { name: "Release these days" }).click();
    await page.getByRole("alert").getByText("The release is on record").waitFor();
    await page.getByText(/^4 days, until/).waitFor();
    await page
      .getByRole("link", { name: /^Change/ })
      .first()
      .click();
    await page.getByRole("radio", { name: "Not now" }).check();
    await page.getByRole("button", { name: "Say not now" }).click();
    await page.getByRole("alert").getByText("Say why").waitFor();
    await page.getByLabel("Why not now?").fill("Our own school expects an inspection");
    await checkPage(visitor);
    await page.getByRole("button", { name: "Say not now" }).click();
    await page.getByRole("alert").getByText("Not now, then").waitFor();
    await checkPage(visitor);
    await visitor.context.close();
  });
});

describe("a coordinator's officer", () => {
  it("sees who can give what, where there is nobody, and which reviews are due", async () => {
    const visitor = await visit(browser, product.address);
    const { page } = visitor;
    await signInAs(visitor, product, "officer");
    await goHome(visitor);
    await page.getByRole("link", { name: "Capacity" }).click();
    await title(page, /Capacity/);
    await page.getByText(/\d+ leaders, \d+ ready with/).waitFor();
    await checkPage(visitor);
    await page.getByRole("link", { name: "Expertise by zone" }).click();
    await title(page, /Expertise by zone/);
    await page.getByText(/cold spots? among/).waitFor();
    await checkPage(visitor);
    await page.goBack();
    await page.getByRole("link", { name: "Designation reviews due" }).click();
    await title(page, /Designation reviews/);
    await checkPage(visitor);
    await visitor.context.close();
  });
});
