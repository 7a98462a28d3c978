import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
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

/** The first column of the rows that a question to the database answers. */
const ask = async (sql: string, args: readonly string[] = []): Promise<readonly string[]> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { rows } = await database.client.execute({ sql, args: [...args] });
  database.close();
  return rows.map((row) => String(row[0]));
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
  it("builds a round, solves it, decides by hand, compares, asks, publishes and mends it", async () => {
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

    const [member = ""] = await ask(
      `SELECT people.email FROM zone_officers JOIN people ON people.id = zone_officers.person_id
       WHERE zone_officers.to_on IS NULL ORDER BY people.email`,
    );
    const head = await as(member, "phone");
    await head.page.goto(at("/proposal"));
    await titled(head.page, "A plan for All zones in spring");
    const names = await ask(
      "SELECT DISTINCT schools.name FROM needs JOIN schools USING (urn) WHERE needs.state = 'open'",
    );
    const shown = (await head.page.locator("main").textContent()) ?? "";
    expect(names.filter((name) => shown.includes(name))).toEqual([]);
    await press(head.page, "Send my answer");
    await head.page.getByRole("link", { name: "Choose an answer" }).waitFor();
    await checkPage(head);
    await head.page.getByLabel("I agree").check();
    await press(head.page, "Send my answer");
    await head.page.getByText("You agreed to this plan.").waitFor();
    await checkPage(head);
    await head.page.goto(at("/plan"));
    await titled(head.page, "Page not found");
    await head.context.close();

    await page.reload();
    await page.getByText("The panel agreed at a meeting").click();
    await page.getByLabel("When and where did the panel agree?").fill("All zones, 3 March");
    await press(page, "Note that the panel agreed");
    await follow(page, "Go on to publish");
    await page.getByText(/^Check what goes out/).waitFor();
    await checkPage(officer);
    await press(page, /^Publish: send/);
    await checkPage(officer);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Send / })
      .click();
    await page.getByRole("table", { name: "The offers of this round" }).waitFor();
    await checkPage(officer);
    const sent = await ask("SELECT offer_id FROM round_offers WHERE round_id = ?", [round]);
    const held = await ask(
      `SELECT count(*) FROM ledger_holds WHERE half_days > 0 AND offer_id IN
        (SELECT offer_id FROM round_offers WHERE round_id = ?)`,
      [round],
    );
    expect(held).toEqual([String(sent.length)]);

    await declineOne(round);
    await page.reload();
    await page.getByRole("heading", { name: "Mend the plan" }).waitFor();
    await checkPage(officer);
    await press(page, "Send the new offers");
    await page.getByRole("heading", { name: "Mend the plan" }).waitFor({ state: "detached" });
    expect(await ask("SELECT offer_id FROM round_offers WHERE round_id = ?", [round])).toHaveLength(
      sent.length + 1,
    );
    await page.goto(at(""));
    await page.getByText("Leaders and heads answer their offers").waitFor();
    await checkPage(officer);
    await officer.context.close();

    const phone = await as("officer", "phone");
    for (const below of [
      "",
      "/needs-and-days",
      "/plan",
      "/compare?one=1&other=2",
      "/offers",
      "/method",
    ]) {
      await phone.page.goto(at(below));
      await phone.page.getByRole("heading", { level: 1 }).waitFor();
      await checkPage(phone);
    }
    await phone.context.close();
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

/** The leader of an offer for which somebody else could go says no. */
const declineOne = async (round: string): Promise<void> => {
  const [email = "", offer = ""] =
    (
      await ask(
        `SELECT people.email || ' ' || offers.id FROM round_offers
       JOIN offers ON offers.id = round_offers.offer_id JOIN people ON people.id = offers.person_id
       JOIN schools ON schools.urn = offers.urn
       WHERE round_offers.round_id = ? ORDER BY schools.name = 'Marlhope Church of England Primary School' DESC, schools.name`,
        [round],
      )
    )[0]?.split(" ") ?? [];
  const leader = await as(email, "phone");
  const { page } = leader;
  await page.goto(`${area}/offers/${offer}/decline`);
  await titled(page, "Decline the offer");
  await page.getByLabel("Timing").check();
  await page.getByLabel("In your own words").fill("Our own inspection is near");
  await press(page, "Decline the offer");
  await page.getByText("Our own inspection is near").waitFor();
  await leader.context.close();
};
