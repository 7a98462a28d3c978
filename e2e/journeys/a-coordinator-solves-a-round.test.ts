import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
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

const area = "/areas/larkenshore";
type Page = Visitor["page"];

/** Somebody signed in, by the whole address or by the word before the @ of the demonstration's own. */
const as = async (who: string, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  const { page } = visitor;
  await page.goto("/sign-in");
  const email = who.includes("@") ? who : `${who}@larkenshore.example`;
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(product.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return visitor;
};

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name }).first().click();

/** Goes to a page of the round by its name in the row of pages, and looks it over. */
const turnTo = async (visitor: Visitor, name: string): Promise<void> => {
  const { page } = visitor;
  const pages = page.getByRole("navigation", { name: "This round", exact: true });
  await pages.getByRole("link", { name, exact: true }).click();
  await titled(page, name);
  await checkPage(visitor);
};

/** Begins a round of the whole area and solves it; answers its id. */
const begun = async (visitor: Visitor): Promise<string> => {
  const { page } = visitor;
  await page.goto(`${area}/rounds`);
  await titled(page, "Brokering rounds");
  await page.getByRole("link", { name: "The whole area, last round" }).waitFor();
  await checkPage(visitor);
  await follow(page, "Begin a round");
  await press(page, "Begin");
  await page.getByRole("link", { name: "Enter a name" }).waitFor();
  await checkPage(visitor);
  await page.getByLabel("What do you call it?").fill("All zones in spring");
  const next = await page
    .getByLabel("For which term?")
    .locator("option")
    .nth(1)
    .getAttribute("value");
  await page.getByLabel("For which term?").selectOption(next);
  await press(page, "Begin");
  await titled(page, "Needs and days");
  await page.getByText("There to give").waitFor();
  await checkPage(visitor);
  await press(page, "Solve with these");
  await titled(page, "Plan");
  await page.getByRole("table", { name: "Who goes where" }).waitFor();
  return new URL(page.url()).pathname.split("/")[4] ?? "";
};

describe("a coordinator", () => {
  it("builds a round, solves it, decides by hand, compares and asks the panel", async () => {
    const officer = await as("officer");
    const { page } = officer;
    const round = await begun(officer);
    const at = (below: string) => `${area}/rounds/${round}${below}`;
    await page.getByText("This is the best plan there is").waitFor();
    await page.getByText(/^Why /).first().click();
    await page.getByText("Check this run").click();
    await press(page, "Make this plan again and compare");
    await page.getByText("The same plan came out, to the last byte.").waitFor();
    await checkPage(officer);

    await turnTo(officer, "How it works");
    await page.getByText("Going down the list would leave").waitFor();

    await page.goto(at("/plan"));
    await follow(page, /^Change the leader of/);
    await page.getByText(/^Who could go/).waitFor();
    await press(page, /^What would it cost/);
    await page
      .locator("[data-part=cost]")
      .getByText(/would go to/)
      .waitFor();
    await page.getByText(/^Who could not go, and why/).click();
    await checkPage(officer);
    await page.getByRole("button", { name: /^Pin / }).nth(1).click();
    await press(page, "Pin and solve again");
    await page.getByRole("link", { name: "Enter a reason" }).waitFor();
    await page.getByLabel("Why this leader?").fill("They have worked together before");
    await press(page, "Pin and solve again");
    await page.getByText("Pinned").first().waitFor();
    await checkPage(officer);
    expect(new URL(page.url()).search).toBe("?run=2");

    await turnTo(officer, "Compare");
    await page.getByText(/^With run 2 instead of run 1/).waitFor();
    await turnTo(officer, "Decisions");
    await page.getByText("They have worked together before").waitFor();
    await page.getByText("Change the weights for this round").click();
    await checkPage(officer);
    await press(page, /^Take back/);
    await page.getByText("Nothing. Decide at a school of the plan.").first().waitFor();

    await turnTo(officer, "Panel");
    await press(page, "Ask the panel about run 2");
    await page.getByText(/answers to come$/).waitFor();
    await checkPage(officer);
    await officer.context.close();
  });

  it("has a round of the own zone alone", async () => {
    const coordinator = await as("zone-coordinator", "phone");
    const { page } = coordinator;
    await page.goto(`${area}/rounds`);
    await titled(page, "Brokering rounds");
    expect(await page.getByRole("link", { name: "The whole area, last round" }).count()).toBe(0);
    await follow(page, "Begin a round");
    await page.getByLabel("What do you call it?").fill("Harbour");
    expect(await page.getByLabel("The whole area").count()).toBe(0);
    await checkPage(coordinator);
    await page.goto(`${area}/rounds/round-past`);
    await titled(page, "Page not found");
    await coordinator.context.close();
  });
});
