import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { signInWith } from "../support/sign-in.ts";

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
const headsAddress = "head@larkenshore.example";
const note = "The chair means to go at Easter";

const ask = async (sql: string): Promise<readonly string[]> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { rows } = await database.client.execute(sql);
  database.close();
  return rows.map((row) => String(row[0]));
};

const as = async (email: string, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInWith(visitor, product, email);
  return visitor;
};

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name }).first().click();
const choose = (page: Page, of: string, judgement: string) =>
  page.getByRole("group", { name: of, exact: true }).getByLabel(judgement).check();

const headsSchool = `SELECT g.urn FROM role_grants g JOIN people p ON p.id = g.person_id WHERE p.email = '${headsAddress}' AND g.role = 'head'`;
const headsZone = `SELECT zone_id FROM zone_memberships WHERE to_on IS NULL AND urn = (${headsSchool})`;

it("a zone is reviewed school by school, agreed by its panel, and invites days and a need", async () => {
  const [urn = ""] = await ask(headsSchool);
  const [zone = ""] = await ask(`SELECT name FROM zones WHERE id = (${headsZone})`);
  const [school = ""] = await ask(`SELECT name FROM schools WHERE urn = ${urn}`);
  const [address = ""] = await ask(
    `SELECT p.email FROM people p JOIN role_grants g ON g.person_id = p.id WHERE g.role = 'zone-coordinator' AND g.zone_id = (${headsZone})`,
  );
  const coordinator = await as(address);
  const { page } = coordinator;
  await page.goto(`${area}/reviews`);
  await titled(page, "Termly review");
  await checkPage(coordinator);
  await press(page, new RegExp(`^Open the review of ${zone}`));
  await titled(page, `Review of ${zone}`);
  await page.getByText(/^0 of \d+ reviewed$/).waitFor();
  await checkPage(coordinator);
  const review = new URL(page.url()).pathname;

  await follow(page, /^Review /);
  await page.getByText(/^School \d+ of \d+ · 0 of \d+ reviewed$/).waitFor();
  const first = new URL(page.url()).pathname;
  await press(page, /^Save and go/);
  await page.getByRole("link", { name: "Judge one area or more" }).waitFor();
  await press(page, "Secure in all that is empty");
  await choose(page, "Leadership", "Causing concern");
  await press(page, /^Save and go/);
  await page.getByRole("link", { name: "Say why, and where you know it from" }).waitFor();
  await checkPage(coordinator);
  await page.getByLabel(/^Why, .*: leadership/).fill("Two posts are vacant; visit");
  await page.getByLabel("Confidential note").fill(note);
  await press(page, /^Save and go/);
  await page.getByText(/· 1 of \d+ reviewed$/).waitFor();
  await page.goto(first);
  await press(page, "Read the note");
  await page.getByLabel("Confidential note").waitFor();
  expect(await page.getByLabel("Confidential note").inputValue()).toBe(note);
  expect(
    await ask(
      "SELECT count(*) FROM events WHERE kind = 'sensitive-read' AND entity = 'review-school'",
    ),
  ).toEqual(["1"]);

  const own = `${review}/schools/${urn}`;
  const officer = await as("officer@larkenshore.example", "phone");
  await officer.page.goto(own);
  await titled(officer.page, school);
  await page.goto(own);
  await titled(page, school);
  for (const [visitor, judgement] of [
    [coordinator, "Strong"],
    [officer, "Secure"],
  ] as const) {
    await choose(visitor.page, "Teaching", judgement);
    await choose(visitor.page, "Governance", "Attention needed");
    await visitor.page.getByLabel(/^Why, .*: governance/).fill(`Minutes, ${judgement}`);
  }
  await page.getByLabel("Confidential note").fill(note);
  await press(page, /^Save/);
  await page.waitForURL((url) => url.pathname !== own);
  await press(officer.page, /^Save/);
  await officer.page
    .getByText(/changed this on .* Your text is still here/)
    .first()
    .waitFor();
  expect(await officer.page.getByLabel(/^Why, .*: governance/).inputValue()).toBe(
    "Minutes, Secure",
  );
  await officer.page.getByText(/has judged this school meanwhile/).waitFor();
  await checkPage(officer, [/409/]);

  await page.goto(own);
  await press(page, "Begin a draft on behalf of the school");
  await page.waitForURL(/\/needs\//);
  expect(
    await ask(
      `SELECT need ->> '$.ask.primaryArea' FROM needs WHERE state = 'draft' AND is_begun_on_behalf = 1 AND urn = ${urn} ORDER BY created_at DESC`,
    ),
  ).toContain("governance");

  await page.goto(`${review}/agree`);
  await titled(page, "The panel has agreed");
  await press(page, "Agree and invite");
  await page.getByRole("link", { name: "Enter a day, month and year" }).waitFor();
  await checkPage(coordinator);
  for (const [part, value] of [
    ["Day", "1"],
    ["Month", "9"],
    ["Year", "2025"],
  ] as const)
    await page.getByLabel(part, { exact: true }).fill(value);
  await page.getByLabel(/without a judgement this term/).check();
  await press(page, "Agree and invite");
  await page.getByText(/^The panel agreed on 1 September 2025/).waitFor();
  await checkPage(coordinator);
  const file = await coordinator.context.request.get(`/files${review}/schools.csv?show=need`);
  expect(await file.text()).toMatch(/^[^\n]*Leadership,Governance[^\n]*\n[^]*Attention needed/);

  const head = await as(headsAddress);
  await head.page.goto(area);
  await head.page.getByRole("link", { name: /^Say whether 1 school could give days$/ }).click();
  await titled(head.page, "Our termly review");
  await head.page.getByText(/found the school strong in teaching/).waitFor();
  await checkPage(head);
  await press(head.page, "Not this term");
  await head.page.getByText(/found the school strong in teaching/).waitFor({ state: "detached" });
  await head.settled();
  expect(await head.page.locator("main").textContent()).toContain("Minutes, Strong");
  expect(await head.page.locator("main").textContent()).not.toContain(note);

  const [need = ""] = await ask(
    `SELECT n.id FROM needs n JOIN zone_memberships m ON m.urn = n.urn AND m.to_on IS NULL WHERE n.state = 'open' AND m.zone_id = (${headsZone})`,
  );
  await page.goto(`${area}/needs/${need}/band`);
  await press(page, "Use this band and reason");
  expect(await page.getByLabel("Reason").inputValue()).toMatch(/^Termly review, /);
  await checkPage(coordinator);

  const member = await as("board-member@larkenshore.example");
  await member.page.goto(`${area}/board/review`);
  await titled(member.page, "Termly review");
  await member.page.getByText("hidden", { exact: true }).first().waitFor({ state: "attached" });
  await checkPage(member);
});
