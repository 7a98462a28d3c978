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

const as = async (who: string, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInAs(visitor, product, who);
  return visitor;
};

type Page = Visitor["page"];

const queue = "/areas/larkenshore/queue";
const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const rows = (page: Page) => page.getByRole("table", { name: "Queue" }).getByRole("row");

/** The address of the first need that the officer has in this stage. */
const openFirst = async (page: Page, stage: string): Promise<string> => {
  await page.goto(`${queue}?stage=${stage}`);
  await titled(page, "Queue");
  await rows(page).nth(1).getByRole("link").click();
  await page.getByRole("heading", { name: "Who can see what now" }).waitFor();
  return new URL(page.url()).pathname;
};

describe("the queue", () => {
  it("filters in the address, comes back with Back, and is a file as well", async () => {
    const visitor = await as("officer");
    const { page } = visitor;
    await page.goto(queue);
    await titled(page, "Queue");
    await checkPage(visitor);
    await page.getByLabel("To triage").check();
    await press(page, "Apply filters");
    await page.waitForURL(/stage=submitted/);
    await page.getByRole("link", { name: "Remove filter Stage: To triage" }).waitFor();
    const file = await page.request.get("/files/areas/larkenshore/needs.csv?stage=submitted");
    const lines = (await file.text()).trim().split("\r\n");
    const held = lines.length;
    await expect.poll(() => rows(page).count()).toBe(held);
    await rows(page).nth(1).getByRole("link").click();
    await page.getByRole("heading", { name: "Who can see what now" }).waitFor();
    await page.goBack();
    await page.waitForURL(/stage=submitted/);
    await rows(page).nth(1).waitFor();
    await expect.poll(() => rows(page).count()).toBe(held);
    expect(lines[0]).toContain("reference,school,urn");
    await visitor.context.close();
  });

  it("fits a phone", async () => {
    const visitor = await as("zone-coordinator", "phone");
    await visitor.page.goto(queue);
    await titled(visitor.page, "Queue");
    await checkPage(visitor);
    await visitor.context.close();
  });

  it("is nothing to a head", async () => {
    const visitor = await as("head");
    await visitor.page.goto(queue);
    await titled(visitor.page, "Page not found");
    const file = await visitor.page.request.get("/files/areas/larkenshore/needs.csv");
    expect(file.status()).toBe(404);
    await visitor.context.close();
  });
});

describe("a coordinator", () => {
  it("reads what is private on the record, asks, holds, takes up again, and puts into a band", async () => {
    const visitor = await as("officer");
    const { page } = visitor;
    const address = await openFirst(page, "submitted&only=urgent");
    await checkPage(visitor);
    await press(page, "Read them");
    await page.getByText("Private notes read").waitFor();
    await checkPage(visitor);
    await page.getByRole("link", { name: "Ask for more" }).click();
    await titled(page, "Ask for more");
    await page.getByLabel("Your question").fill("Which year groups?");
    await checkPage(visitor);
    await press(page, "Send the question");
    await page.getByText("The coordinator asks:").waitFor();
    await page.getByRole("link", { name: "Put it on hold" }).click();
    await press(page, "Put on hold");
    await page.getByRole("link", { name: "Enter a reason" }).waitFor();
    await checkPage(visitor);
    await page.getByLabel("Reason").fill("An inspection is near");
    await page.getByLabel("Day", { exact: true }).fill("12");
    await page.getByLabel("Month", { exact: true }).fill("1");
    await page.getByLabel("Year", { exact: true }).fill(String(new Date().getFullYear() + 1));
    await press(page, "Put on hold");
    await page.getByText(/^On hold until 12 January/).waitFor();
    await checkPage(visitor);
    await page.getByRole("link", { name: "Take it up again" }).click();
    await press(page, "Take it up again");
    await page.getByRole("link", { name: "Put it into a band" }).click();
    await page.getByLabel("1 Urgent").check();
    await page.getByLabel("Reason").fill("Weak in four areas");
    await checkPage(visitor);
    await press(page, "Open the need");
    await page.getByText("Band 1, urgent:").waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
    await checkPage(visitor);
    await visitor.context.close();
  });

  it("is told when another was faster, and keeps what was typed", async () => {
    const [one, other] = [await as("officer"), await as("officer")];
    const address = await openFirst(one.page, "submitted");
    for (const { page } of [one, other]) {
      await page.goto(`${address}/triage`);
      await page.getByLabel("3 Targeted").check();
      await page.getByLabel("Reason").fill("There is a plan");
    }
    await press(one.page, "Open the need");
    await one.page.getByText("Band 3, targeted:").waitFor();
    await press(other.page, "Open the need");
    await other.page
      .getByRole("alert")
      .getByText(/changed this on/)
      .waitFor();
    expect(await other.page.getByLabel("Reason").inputValue()).toBe("There is a plan");
    await checkPage(other, [/409/]);
    await one.context.close();
    await other.context.close();
  });

  it("closes a need with its outcome, which the school reads, and opens it again", async () => {
    const officer = await as("officer");
    const { page } = officer;
    await page.goto(`${queue}?stage=open&words=saltpan`);
    await titled(page, "Queue");
    await rows(page).nth(1).getByRole("link").first().click();
    await page.getByRole("heading", { name: "Who can see what now" }).waitFor();
    const need = new URL(page.url()).pathname;
    await page.getByText(/^So that the work can begin on \d/).waitFor();
    await page.getByRole("link", { name: "Close it" }).click();
    await titled(page, "Close the need");
    await press(page, "Close the need");
    await page.getByRole("link", { name: "Choose an outcome" }).waitFor();
    await checkPage(officer);
    await page.getByLabel("Unmet").check();
    await page.getByLabel("Note").fill("Nobody can come this year");
    await press(page, "Close the need");
    await page.getByText("Closed: unmet").first().waitFor();
    await checkPage(officer);

    const head = await as("head", "phone");
    await head.page.goto(need);
    await head.page.getByText("Closed: unmet").first().waitFor();
    await head.page.getByText("Nobody can come this year").first().waitFor();
    await checkPage(head);

    await page.getByRole("link", { name: "Reopen it" }).click();
    await titled(page, "Reopen the need");
    await page.getByLabel("Why is it opened again?").fill("A leader has days after all");
    await press(page, "Reopen the need");
    await page.getByRole("link", { name: "Find a leader" }).waitFor();
    await page.getByText("A leader has days after all").waitFor();
    await checkPage(officer);
    for (const { context } of [officer, head]) await context.close();
  });

  it("posts a need on behalf of a school, and the record says so", async () => {
    const visitor = await as("zone-coordinator");
    const { page } = visitor;
    await page.goto(queue);
    await page.getByRole("link", { name: "Post a need for a school" }).click();
    await titled(page, "Ask for support on behalf of a school");
    await checkPage(visitor);
    await page.getByLabel("School", { exact: true }).fill("saltpan row");
    await page.getByRole("option").first().click();
    await press(page, "Continue");
    await page.getByText(/You write on behalf of/).waitFor();
    await press(page, "Start");
    await titled(page, "What is it about?");
    await page.goto(new URL(page.url()).pathname.replace("/write/focus", ""));
    await page.getByText(/on behalf of Saltpan Row/).waitFor();
    await checkPage(visitor);
    await visitor.context.close();
  });
});
