import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
import { daysBetween, instantOf, londonDateOf } from "../../packages/domain/src/calendar/index.ts";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { countSteps } from "../support/count.ts";
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
type Page = Visitor["page"];

/** The first column of the rows that a question to the database answers. */
const ask = async (sql: string, args: readonly string[] = []): Promise<readonly string[]> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { rows } = await database.client.execute({ sql, args: [...args] });
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
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Opens the shortlist of the first open need of a school with a head for which somebody fits; answers its id. */
const openShortlist = async (page: Page): Promise<string> => {
  const needs = await ask(`SELECT id FROM needs WHERE state = 'open' AND urn IN
    (SELECT urn FROM role_grants WHERE role = 'head' AND ended_at IS NULL) ORDER BY id`);
  for (const need of needs) {
    await page.goto(`${area}/needs/${need}`);
    await page.getByRole("link", { name: "Find a leader" }).click();
    await titled(page, "Find a leader");
    const offers = page.getByRole("link", { name: /^Offer to / });
    if ((await offers.count()) > 0) return need;
  }
  throw new Error("nobody fits any need");
};

/** Puts a need into band 1 through the screens: the urgent lane. */
const makeUrgent = async ({ page }: Visitor, need: string): Promise<void> => {
  await page.goto(`${area}/needs/${need}`);
  await page.getByRole("link", { name: "Change the band" }).click();
  await page.getByLabel("1 Urgent").check();
  await page.getByLabel("Reason").fill("The inspection changed everything");
  await press(page, "Change the band");
  await page.getByText("Band 1, urgent:").waitFor();
};

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/** The urgent lane has a clock of its own: two days, on the page and in the record. */
const expectUrgent = async ({ page }: Visitor, offer: string): Promise<void> => {
  const [sent = ""] = await ask(
    "SELECT at FROM events WHERE entity_id = ? AND kind = 'offer-sent'",
    [offer],
  );
  const [due = ""] = await ask("SELECT due_at FROM offers WHERE id = ?", [offer]);
  const on = (at: string) => londonDateOf(instantOf(Date.parse(at)));
  expect(daysBetween(on(sent), on(due))).toBe(2);
  const clock = page.getByText(/^The leader’s answer due /);
  expect(await clock.textContent()).toContain(dayFormat.format(Date.parse(due)));
};

const headOf = async (column: "urn" | "home_urn", offer: string): Promise<string> => {
  const [email] = await ask(
    `SELECT people.email FROM role_grants AS own JOIN people ON people.id = own.person_id
     JOIN offers ON offers.${column} = own.urn WHERE own.role = 'head' AND own.ended_at IS NULL AND offers.id = ?`,
    [offer],
  );
  if (email === undefined) throw new Error(`nobody heads the ${column} of ${offer}`);
  return email;
};

const say = async (visitor: Visitor, offer: string, button: string): Promise<void> => {
  const { page } = visitor;
  await page.goto(`${area}/offers`);
  await titled(page, "Offers");
  await checkPage(visitor);
  await page.locator(`a[href="${area}/offers/${offer}"]`).click();
  await page.getByRole("heading", { name: "The offer in brief" }).waitFor();
  await checkPage(visitor);
  await press(page, button);
};

describe("an offer", () => {
  it("goes from the shortlist to the leader, the home school and the supported school", async () => {
    const officer = await as("officer@larkenshore.example");
    const need = await openShortlist(officer.page);
    await officer.page
      .getByText(/^All rules and the score/)
      .first()
      .click();
    await checkPage(officer);
    await makeUrgent(officer, need);

    // From the queue to an offer that is sent, with one mistake on the way.
    await officer.page.goto(`${area}/queue`);
    await titled(officer.page, "Queue");
    const steps = await countSteps(officer.page);
    await officer.page.locator(`a[href="${area}/needs/${need}"]`).click();
    await officer.page.getByRole("link", { name: "Find a leader" }).click();
    await officer.page
      .getByRole("link", { name: /^Offer to / })
      .first()
      .click();
    await titled(officer.page, /Offer to /);
    await officer.page.getByLabel("Days").fill("1.3");
    await press(officer.page, "Send the offer");
    await officer.page.getByRole("link", { name: /Enter whole or half days/ }).waitFor();
    await checkPage(officer);
    await officer.page.getByLabel("Days").fill("1.5");
    await press(officer.page, "Send the offer");
    await titled(officer.page, /Support for /);
    await officer.page.getByText("With the leader").waitFor();
    expect(steps.presses()).toBeGreaterThan(3);
    expect(steps.presses()).toBeLessThanOrEqual(5);
    await checkPage(officer);
    const offer = new URL(officer.page.url()).pathname.split("/").at(-1) ?? "";
    const [state, school] = [
      await ask("SELECT state FROM needs WHERE id = ?", [need]),
      await ask("SELECT s.name FROM offers o JOIN schools s ON s.urn = o.urn WHERE o.id = ?", [
        offer,
      ]),
    ];
    expect(state).toEqual(["offered"]);
    await expectUrgent(officer, offer);

    const [email = ""] = await ask(
      "SELECT email FROM people JOIN offers ON offers.person_id = people.id WHERE offers.id = ?",
      [offer],
    );
    const leader = await as(email, "phone");
    await leader.page.goto(`${area}/offers/${offer}`);
    await titled(leader.page, /Support for a /);
    expect(await leader.page.locator("main").textContent()).not.toContain(school[0]);
    await say(leader, offer, "Accept the offer");
    await titled(leader.page, `Support for ${school[0]}`);
    await checkPage(leader);

    const home = await as(await headOf("home_urn", offer), "phone");
    await say(home, offer, "Release the leader");
    await home.page.getByText("With the supported school").waitFor();

    const head = await as(await headOf("urn", offer));
    await say(head, offer, "Confirm the support");
    await head.page.getByText("All sides have said yes.", { exact: false }).waitFor();
    await checkPage(head);
    expect(await ask("SELECT state FROM offers WHERE id = ?", [offer])).toEqual(["confirmed"]);
    for (const { context } of [officer, leader, home, head]) await context.close();
  });

  it("is declined with a reason, and the coordinator finds the next leader", async () => {
    const leader = await as("leader@larkenshore.example", "phone");
    const { page } = leader;
    await page.goto(`${area}/offers`);
    const waiting = page.getByRole("table", { name: "For you to answer" });
    await waiting.getByRole("row").nth(1).getByRole("link").click();
    await page.getByRole("link", { name: "Decline" }).click();
    await titled(page, "Decline the offer");
    await press(page, "Decline the offer");
    await page.getByRole("link", { name: "Choose a reason" }).waitFor();
    await checkPage(leader);
    await page.getByLabel("Timing").check();
    await page.getByLabel("In your own words").fill("Our own inspection is near");
    await press(page, "Decline the offer");
    await page.getByText("Our own inspection is near").waitFor();
    await checkPage(leader);
    const offer = new URL(page.url()).pathname;
    const officer = await as("officer@larkenshore.example", "phone");
    await officer.page.goto(offer);
    await officer.page.getByRole("link", { name: /^See (the whole list|who is left out)/ }).click();
    await titled(officer.page, "Find a leader");
    await officer.page.getByText(/^Said no to this need/).click();
    await officer.page
      .getByText("An offer to this leader for this need was declined")
      .first()
      .waitFor();
    await checkPage(officer);
    await leader.context.close();
    await officer.context.close();
  });
});
