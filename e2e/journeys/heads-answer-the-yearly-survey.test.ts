import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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

const as = async (who: string, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInAs(visitor, product, who);
  return visitor;
};

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const words = "Answer sooner, even with a no";

it("a survey is written from last year’s, answered on a phone with its draft kept, closed, and read without small numbers", async () => {
  const administrator = await as("partnership-administrator");
  const { page } = administrator;
  await page.goto(`${area}/surveys`);
  await titled(page, "Yearly survey");
  await checkPage(administrator);
  await page.getByRole("link", { name: /^Write the survey of / }).click();
  await page.getByLabel("Title").fill("");
  await press(page, "Save the draft");
  await page.getByRole("link", { name: "Enter a title" }).waitFor();
  await checkPage(administrator);
  await page.getByLabel("Title").fill("How do we do?");
  await press(page, "Save the draft");
  await titled(page, "How do we do?");
  const survey = new URL(page.url()).pathname;
  const last = page.getByRole("group", { name: "Last day" });
  for (const [part, value] of [
    ["Day", "31"],
    ["Month", "12"],
    ["Year", "2049"],
  ] as const)
    await last.getByLabel(part, { exact: true }).fill(value);
  await press(page, "Open the survey");
  await page.getByText("Open", { exact: true }).waitFor();
  await checkPage(administrator);

  const head = await as("head", "phone");
  await head.page.goto(area);
  await head.page.getByRole("link", { name: "Answer the yearly survey" }).click();
  await titled(head.page, "How do we do?");
  await checkPage(head);
  const statements = head.page.locator("main form").getByRole("group");
  const count = await statements.count();
  await statements.nth(0).getByLabel("Strongly agree").check();
  await statements.nth(1).getByLabel("Disagree", { exact: true }).check();
  await head.page.getByText("Kept. You can go on later.").waitFor();
  await head.page.reload();
  await titled(head.page, "How do we do?");
  expect(await statements.nth(1).getByLabel("Disagree", { exact: true }).isChecked()).toBe(true);
  await press(head.page, "Send the answer");
  await head.page.getByRole("link", { name: "Choose one of the five" }).first().waitFor();
  await checkPage(head);
  for (let at = 2; at < count; at += 1)
    await statements.nth(at).getByLabel("Agree", { exact: true }).check();
  await head.page.locator("textarea").fill(words);
  await press(head.page, "Send the answer");
  await head.page.getByRole("heading", { name: "Thank you: your answer was sent" }).waitFor();
  await checkPage(head);
  await head.page.goto(area);
  await head.page.getByRole("heading", { name: "What needs you now" }).waitFor();
  await head.settled();
  expect(await head.page.getByText("Answer the yearly survey").count()).toBe(0);

  const member = await as("board-member");
  await member.page.goto(`${area}/board/survey`);
  await member.page
    .getByText(/^Most agree with /)
    .first()
    .waitFor();
  await member.page
    .getByRole("columnheader", { name: "Change", includeHidden: true })
    .waitFor({ state: "attached" });
  await checkPage(member);
  const file = await member.context.request.get(`/files${area}/board-survey.csv`);
  expect(await file.text()).toMatch(
    /year,statement,by,group,heads,agree,neither,disagree,agreeingPercent/,
  );
  expect(await file.text()).toContain("hidden");

  await page.goto(survey);
  await press(page, "Close it now");
  await press(page, "Close the survey");
  await page.getByText(words).waitFor();
  await checkPage(administrator);
  await page.getByRole("link", { name: "The results" }).click();
  await titled(page, "Yearly survey");
  await page.getByText(/a few heads answered/).waitFor();
  await checkPage(administrator);
  expect(await page.locator("main").textContent()).not.toContain(words);
});
