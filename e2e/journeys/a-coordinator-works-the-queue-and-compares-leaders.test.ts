import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
type Page = Visitor["page"];

const ask = async (sql: string, args: readonly string[] = []): Promise<readonly string[]> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { rows } = await database.client.execute({ sql, args: [...args] });
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
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name }).first().click();

/** The open need of the school whose head the demonstration lets in. */
const ownNeed = async (): Promise<string> => {
  const [id] = await ask(
    `SELECT n.id FROM needs n JOIN role_grants g ON g.urn = n.urn AND g.role = 'head'
     JOIN people p ON p.id = g.person_id WHERE p.email = 'head@larkenshore.example' AND n.state = 'open'`,
  );
  if (id === undefined) throw new Error("the head's school has no open need");
  return id;
};

describe("the coordinator’s queue", () => {
  it("keeps watch, names filters, and checks reminders before they go", async () => {
    const officer = await as("officer");
    const { page } = officer;
    await page.goto(`${area}/queue`);
    await titled(page, "Queue");
    const first = page.getByRole("button", { name: /^Watch N-/ }).first();
    const name = ((await first.textContent()) ?? "").replace("Watch ", "");
    await first.click();
    await page.getByRole("button", { name: `Stop watching ${name}` }).waitFor();
    await page.getByLabel("On my watch list").check();
    await press(page, "Apply filters");
    await page.locator("main").getByText("1 need", { exact: true }).waitFor();
    await page.getByText("Save these filters as a view").click();
    await press(page, "Save view");
    await page.getByRole("link", { name: "Enter a name" }).waitFor();
    await checkPage(officer);
    await page.getByLabel("Name for these filters").fill("What I watch");
    await press(page, "Save view");
    await page
      .getByRole("navigation", { name: "Saved views" })
      .getByText("What I watch")
      .first()
      .waitFor();
    await page.goto(`${area}/queue`);
    await follow(page, "What I watch");
    await page.locator("main").getByText("1 need", { exact: true }).waitFor();
    await checkPage(officer);

    await page.goto(`${area}/queue`);
    await follow(page, "Remind those who are awaited");
    await titled(page, "Check the reminders");
    await checkPage(officer);
    expect(await ask("SELECT count(*) FROM events WHERE kind = 'need-reminded'")).toEqual(["0"]);
    await press(page, "Send the reminders");
    await titled(page, "Queue");
    const [reminded = "0"] = await ask("SELECT count(*) FROM events WHERE kind = 'need-reminded'");
    expect(Number(reminded)).toBeGreaterThan(0);
    await follow(page, "Remind those who are awaited");
    await page.getByText("Nobody to remind").waitFor();
    await checkPage(officer);
    await officer.context.close();
  });
});

describe("a shortlist", () => {
  it("is narrowed, bent with a reason, compared, and put in order by the head without names", async () => {
    const need = await ownNeed();
    const officer = await as("officer");
    const { page } = officer;
    await page.goto(`${area}/needs/${need}`);
    await follow(page, "Find a leader");
    await titled(page, "Find a leader");
    await page.getByLabel("Level in the main area").selectOption("3");
    await press(page, "Apply filters");
    await page.getByRole("list", { name: "Filters in force" }).waitFor();
    await follow(page, /^Distance$/);
    await checkPage(officer);
    await follow(page, "Clear filters");
    await page.getByRole("list", { name: "Filters in force" }).waitFor({ state: "detached" });
    await officer.settled();

    await page.getByText(/^Too far away/).click();
    await follow(page, /^Set the rule aside/);
    await titled(page, /Set the rule aside for/);
    await press(page, "Set it aside");
    await page.getByRole("link", { name: "Enter a reason" }).waitFor();
    await checkPage(officer);
    await page
      .getByLabel("Why does it not count here?")
      .fill("Has family nearby and drives anyway");
    await press(page, "Set it aside");
    await titled(page, "Find a leader");
    await page.getByText("Has family nearby and drives anyway").waitFor();
    await checkPage(officer);

    for (const _ of [1, 2]) await follow(page, /^Choose to compare/);
    await page.getByText("2 leaders chosen").waitFor();
    await checkPage(officer);
    await follow(page, "Compare side by side");
    await page.getByRole("table", { name: "Score by part" }).waitFor();
    await page.getByText("Every rule", { exact: true }).first().click();
    await checkPage(officer);
    await follow(page, "Send to the head to rank");
    await titled(page, "Send to the head to rank");
    await press(page, "Send the list");
    await page.getByRole("link", { name: "Choose how the leaders are shown" }).waitFor();
    await checkPage(officer);
    await page.getByLabel("Without names").check();
    await page.getByLabel("Note for the head (optional)").fill("Both have the days.");
    await press(page, "Send the list");
    await page.getByText("Nobody of the school has looked at it yet.", { exact: false }).waitFor();
    await checkPage(officer);

    const head = await as("head", "phone");
    await head.page.goto(`${area}/needs/${need}`);
    await follow(head.page, "Rank the leaders");
    await titled(head.page, "Which leader would you rather have?");
    const names = await ask("SELECT p.name FROM leaders l JOIN people p ON p.id = l.person_id");
    const shown = (await head.page.locator("main").textContent()) ?? "";
    expect(names.filter((name) => shown.includes(name))).toEqual([]);
    await press(head.page, "Send my ranking");
    await head.page.getByRole("link", { name: /^Put at least one leader/ }).waitFor();
    await checkPage(head);
    await head.page.getByLabel("Your place for leader A").selectOption("2");
    await head.page.getByLabel("Your place for leader B").selectOption("1");
    await press(head.page, "Send my ranking");
    await head.page.getByText("Leaders ranked").waitFor();
    await checkPage(head);

    // The coordinator’s page was open all the while.
    await page.getByText(/Ranked on/).waitFor();
    await page.getByText(": 1st choice", { exact: false }).first().waitFor();
    await checkPage(officer);
    const kinds = await ask(
      "SELECT kind FROM events WHERE entity_id = ? AND (kind LIKE 'need-shortlist%' OR kind LIKE 'rule-%') ORDER BY seq",
      [need],
    );
    expect(kinds).toEqual([
      "rule-set-aside",
      "need-shortlist-sent",
      "need-shortlist-seen",
      "need-shortlist-ranked",
    ]);
    await head.context.close();
    await officer.context.close();
  });
});
