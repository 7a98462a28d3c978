import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
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

const ask = async (sql: string): Promise<readonly string[]> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { rows } = await database.client.execute(sql);
  database.close();
  return rows.map((row) => String(row[0]));
};

const as = async (who: string, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInAs(visitor, product, who);
  return visitor;
};

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const open = (page: Page, summary: string | RegExp) => page.getByText(summary).first().click();
const concern = "Governors resigned in the same week";

it("a concern is raised, read on record, taken up, escalated by letter, answered and resolved", async () => {
  const officer = await as("officer");
  const { page } = officer;
  await page.goto(area);
  await page.getByText(/^Look at \d+ concerns?$/).waitFor();
  await page.goto(`${area}/concerns`);
  await titled(page, "Concerns");
  await checkPage(officer);
  await page.getByRole("link", { name: "Raise a concern" }).click();
  await titled(page, "Raise a concern");
  await press(page, "Raise the concern");
  await page.getByRole("link", { name: "Choose a school" }).waitFor();
  await checkPage(officer);
  const [school = ""] = await ask(
    "SELECT s.name FROM deployments d JOIN schools s ON s.urn = d.home_urn WHERE d.state = 'active' ORDER BY d.id",
  );
  await page.getByRole("combobox", { name: "School", exact: true }).fill(school);
  await page.getByRole("option").first().click();
  await page.getByLabel("What is the concern?").fill(concern);
  await press(page, "Raise the concern");
  await titled(page, `Concern about ${school}`);
  await officer.settled();
  expect(await page.locator("main").textContent()).not.toContain(concern);
  await press(page, "Read them");
  await page.getByText(concern).waitFor();
  await checkPage(officer);
  const address = new URL(page.url()).pathname;
  expect(
    await ask(`SELECT count(*) FROM events WHERE kind = 'sensitive-read' AND entity = 'concern'`),
  ).toEqual(["1"]);

  await page.getByLabel("How was it taken up?").fill("Met the head and the chair");
  await press(page, "Taken up");
  await page.getByRole("link", { name: /^Escalate to stage 1/ }).click();
  await titled(page, /Write the letter/);
  await press(page, "Check the letter");
  await page.getByRole("link", { name: "Choose a reason" }).waitFor();
  await checkPage(officer);
  await page.getByLabel("Reason").selectOption("Governance");
  await page.getByLabel("Reply by").fill("31 12 2019");
  await page.getByLabel("E-mail address of the head").fill("head@school.example");
  await press(page, "Check the letter");
  await page.getByRole("link", { name: "Enter a day that is still to come" }).waitFor();
  await page.getByLabel("Reply by").fill("31 12 2049");
  await press(page, "Check the letter");
  await titled(page, "Check the letter");
  await page.getByText("By e-mail to the head, head@school.example").waitFor();
  await checkPage(officer);
  await page.goBack();
  await titled(page, /Write the letter/);
  await page.getByLabel("Reply by").fill("30 12 2049");
  await press(page, "Check the letter");
  await titled(page, "Check the letter");
  await page.getByText("30 December 2049").waitFor();
  expect(await ask("SELECT count(*) FROM outbox_mails WHERE template = 'concern-letter'")).toEqual([
    "0",
  ]);
  await press(page, "Send the letter");
  await page.getByText("replies to the letter of stage 1").waitFor();
  await page.getByText("Reply awaited").first().waitFor();
  await page.getByText("Head, head@school.example").waitFor();
  await checkPage(officer);
  await page.getByRole("link", { name: /^Escalate to stage 2/ }).click();
  await page.getByLabel("E-mail address of the chair").waitFor();
  await page.getByLabel("On paper, or from my own mail").check();
  await page.getByLabel("Reason").selectOption("Governance");
  await page.getByLabel("Reply by").fill("31 12 2049");
  expect(await page.getByLabel("E-mail address of the chair").count()).toBe(0);
  await press(page, "Check the letter");
  await page.getByRole("button", { name: "Record the letter as sent" }).waitFor();
  await page.goto(address);
  await open(page, "Record the reply");
  await page.getByLabel("What was the reply?").fill("New governors are being found");
  await press(page, "Record the reply");
  await page.getByText("Answered").first().waitFor();
  await press(page, "Read them");
  await page.getByText("New governors are being found").waitFor();
  await checkPage(officer);
  await open(page, "Resolve the concern");
  await page.getByLabel("How did it come to its end?").fill("Governors are in place");
  await page.getByRole("button", { name: "Resolve the concern" }).click();
  await page.getByText("Resolved").first().waitFor();
  await checkPage(officer);

  await page.goto(`${area}/concerns?state=resolved`);
  const kept = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const csv = readFileSync(await (await kept).path(), "utf8");
  expect(csv).toContain(school);
  expect(csv).not.toContain("Governors");

  const coordinator = await as("zone-coordinator", "phone");
  await coordinator.page.goto(`${area}/concerns?state=raised&state=resolved`);
  await titled(coordinator.page, "Concerns");
  await checkPage(coordinator);
  for (const who of ["head", "partnership-administrator", "board-member"]) {
    const other = await as(who);
    await other.page.goto(address);
    await titled(other.page, /not (found|there)|find/i);
    expect(await other.page.locator("body").textContent()).not.toContain("Concerns");
    await other.context.close();
  }
  for (const { context } of [officer, coordinator]) await context.close();
});

it("an alert about a promised leader leads to the leader, and is handled in words", async () => {
  const database = openDatabase({ url: product.databaseUrl });
  await database.client.execute(
    `INSERT INTO leader_alerts (id, area_id, person_id, kind, about, words, raised_at)
     SELECT 'alert-1', area_id, person_id, 'concern', 'one', '2026-11-01', '2026-11-01T09:00:00.000Z'
     FROM deployments WHERE state = 'active' ORDER BY id LIMIT 1`,
  );
  database.close();
  const officer = await as("officer", "phone");
  const { page } = officer;
  await page.goto(area);
  await page.getByText(/^Look at \d+ alerts? about leaders$/).waitFor();
  await page.goto(`${area}/leader-alerts`);
  await titled(page, "Alerts about leaders");
  await page.getByText("There is an open concern about the own school").first().waitFor();
  await checkPage(officer);
  await open(page, /^Say what was done about/);
  const alert = page.getByRole("form", { name: /^Alert about/ }).first();
  await alert.getByRole("button", { name: "Handled" }).click();
  await alert.getByRole("link", { name: "Say what was done" }).waitFor();
  await checkPage(officer);
  await alert.getByLabel("What was done about it?").fill("The visits go on; the chair knows");
  await alert.getByRole("button", { name: "Handled" }).click();
  await page.getByText("The visits go on; the chair knows").waitFor();
  await checkPage(officer);
  await officer.context.close();
});
