import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { signInAs } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const area = "/areas/larkenshore";
type Page = Visitor["page"];

const as = async (who: string, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInAs(visitor, product, who);
  return visitor;
};

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

describe("a package of the menu", () => {
  it("is published by a leader, agreed by the zone, and asked for by a head", async () => {
    const leader = await as("leader");
    await leader.page.goto(`${area}/menu`);
    await leader.page.getByRole("link", { name: "Publish a package" }).click();
    await titled(leader.page, "Publish a package");
    await press(leader.page, "Publish it");
    await leader.page.getByRole("link", { name: "Enter a title" }).waitFor();
    await checkPage(leader);
    await leader.page.getByLabel("Title").fill("Attendance clinic");
    await leader.page.getByLabel("Focus").selectOption("attendance");
    await leader.page.getByLabel("Days").fill("1.5");
    await leader.page.getByLabel("What it includes").fill("A morning with the office, ten cases");
    await leader.page.getByLabel("Harbour").check();
    await press(leader.page, "Publish it");
    await titled(leader.page, "Menu of support");
    await leader.page.getByText("Waits for the zone").waitFor();
    await checkPage(leader);
    await leader.context.close();

    const officer = await as("officer");
    await officer.page.goto(`${area}/menu`);
    await officer.page.getByRole("link", { name: "Agree or turn down Attendance clinic" }).click();
    await titled(officer.page, "What does the zone say?");
    await officer.page.getByLabel("Turns it down").check();
    await press(officer.page, "Save the answer");
    await officer.page.getByRole("link", { name: "Say why" }).waitFor();
    await checkPage(officer);
    await officer.page.getByLabel("Agrees: it is in the menu").check();
    await press(officer.page, "Save the answer");
    await titled(officer.page, "Menu of support");
    await checkPage(officer);
    await officer.context.close();

    const head = await as("head", "phone");
    await head.page.goto(`${area}/menu?focus=attendance`);
    await head.page.getByRole("heading", { name: "Attendance clinic" }).waitFor();
    await checkPage(head);
    await head.page.getByRole("button", { name: "Ask for this Attendance clinic" }).click();
    await titled(head.page, "What is it about?");
    await head.page.goto(head.page.url().replace("/write/focus", "/write/support"));
    await titled(head.page, "What support would help?");
    expect(await head.page.getByLabel(/days/i).first().inputValue()).toBe("1.5");
    await head.context.close();
  });
});

describe("a file", () => {
  it("is attached, refused when it is not what it says, downloaded and removed with a reason", async () => {
    const head = await as("head");
    const { page } = head;
    const folder = tmpdir();
    const good = join(folder, "Our plan.txt");
    const bad = join(folder, "wrong.pdf");
    await writeFile(good, "What we tried since autumn\n");
    await writeFile(bad, "no PDF at all");
    await page.goto(`${area}/needs`);
    await page.locator(`a[href^="${area}/needs/need-"]`).first().click();
    await page.getByRole("heading", { name: "Files" }).waitFor();
    await page.getByText("Attach a file").click();
    await press(page, "Attach it");
    await page.getByRole("link", { name: "Choose a file" }).waitFor();
    await checkPage(head);
    await page.getByLabel("File", { exact: true }).setInputFiles(bad);
    await press(page, "Attach it");
    await page
      .getByText("The file is of another kind than its name says", { exact: false })
      .first()
      .waitFor();
    const refusal = [/409/];
    await checkPage(head, refusal);
    await page.getByLabel("File", { exact: true }).setInputFiles(good);
    await press(page, "Attach it");
    const link = page.getByRole("link", { name: "Our plan.txt" });
    await link.waitFor();
    await page.getByText("File attached").first().waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("Our plan.txt");
    expect(await readFile(await download.path(), "utf8")).toBe("What we tried since autumn\n");
    await page.getByText("Remove Our plan.txt").first().click();
    await press(page, "Remove it");
    await page.getByRole("link", { name: "Enter a reason" }).waitFor();
    await checkPage(head, refusal);
    await page.getByLabel("Why do you remove Our plan.txt?").fill("An old version");
    await press(page, "Remove it");
    await page.getByText("No file is attached").waitFor();
    await page.getByText("File removed").first().waitFor();
    await checkPage(head, refusal);
    await head.context.close();
  });
});
