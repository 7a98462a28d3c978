import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
import { openBrowser, visit } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";

let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const noSignal = [
  /Failed to load resource: net::ERR_INTERNET_DISCONNECTED/,
  /ERR_INTERNET_DISCONNECTED/,
];

const title = (page: Page, name: RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(product.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
};

/** One leader of the demonstration forgot the last record, so that it waits. */
const leader = "winifred.marramspindle@silver-lode-primary-school.example";
const waiting = "/areas/larkenshore/visits/visit-021-4";

/** Nobody of the demonstration heads the school of that visit: the head of another takes it over. */
const makeHeadOfTheVisitedSchool = async (): Promise<void> => {
  const database = openDatabase({ url: product.databaseUrl });
  await database.client.execute(
    `INSERT INTO role_grants (id, person_id, role, area_id, urn, from_on)
     SELECT 'second-headship', people.id, 'head', visits.area_id, visits.urn, '2026-01-01'
     FROM people, visits WHERE people.email = 'head@larkenshore.example' AND visits.id = 'visit-021-4'`,
  );
  database.close();
};

const fillIn = async (page: Page): Promise<void> => {
  await page.getByLabel("Whom did you meet?").fill("The subject leader\nTwo class teachers");
  await page.getByLabel("What did you see?").fill("Writing books across Years 2 to 5");
  for (const choice of await page.getByRole("radio", { name: "On course" }).all())
    await choice.check();
  await page.getByLabel("What is to be done?").fill("Watch one lesson together");
  await page.getByLabel("By when?").fill("1 12 2030");
};

describe("a leader in a school without a signal", () => {
  it("records a visit on a phone: it is kept on the device, goes once when the signal is back, and is judged", async () => {
    const visitor = await visit(browser, product.address, "phone");
    const { page, context } = visitor;
    await signIn(page, leader);
    await page.goto("/areas/larkenshore/visits");
    await title(page, /Visits/);
    await checkPage(visitor);
    await page.goto(waiting);
    await page.getByText("Next: You write the record").waitFor();
    await page.getByRole("link", { name: "Record the visit" }).click();
    await title(page, /Record the visit/);
    await page.getByRole("button", { name: "Send the record" }).click();
    const problems = page.getByRole("alert");
    await problems.getByText("Say what you saw").waitFor();
    await problems.getByText(/^Choose how ‘Writing in books .+’ stands$/).waitFor();
    await checkPage(visitor);
    await context.setOffline(true);
    await fillIn(page);
    await page.getByText("Kept on this device. Nothing was sent yet.").waitFor();
    await page.getByRole("button", { name: "Send the record" }).click();
    await page.getByText("No signal: kept on this device").waitFor();
    await context.setOffline(false);
    await page.getByText("With the head").waitFor();
    await page.getByText("The head says whether the record is accurate").waitFor();
    expect(await page.getByText("Record written").count()).toBe(1);
    await checkPage(visitor, noSignal);
    await page.goto(`${waiting}/record`);
    await title(page, /There is nothing to record/);
    await context.close();
  });

  it("has the record questioned by the head, puts it right, and what stood there stays", async () => {
    await makeHeadOfTheVisitedSchool();
    const head = await visit(browser, product.address);
    await signIn(head.page, "head@larkenshore.example");
    await head.page.goto(waiting);
    await head.page.getByText("Writing books across Years 2 to 5").waitFor();
    await head.page.getByRole("link", { name: "Something is not accurate" }).click();
    await title(head.page, /Say what is not accurate/);
    await head.page.getByLabel("What is wrong in the record?").fill("It was Years 3 to 5");
    await checkPage(head);
    await head.page.getByRole("button", { name: "Send to the leader" }).click();
    await head.page.getByText("To be put right").waitFor();
    await checkPage(head);

    const visitor = await visit(browser, product.address, "phone");
    const { page } = visitor;
    await signIn(page, leader);
    await page.goto(waiting);
    await page.getByText("It was Years 3 to 5").waitFor();
    await page.getByRole("link", { name: "Put the record right" }).click();
    await page.getByLabel("What did you see?").fill("Writing books across Years 3 to 5");
    await checkPage(visitor);
    await page.getByRole("button", { name: /^Send/ }).click();
    await page.getByText("Writing books across Years 3 to 5").waitFor();
    await head.page.goto(waiting);
    await head.page.getByText("Writing books across Years 3 to 5").waitFor();
    await head.page.getByText("Writing books across Years 2 to 5").waitFor({ state: "attached" });
    await head.page.getByText("Record put right").first().waitFor();
    await checkPage(head);
    for (const { context } of [head, visitor]) await context.close();
  });
});
