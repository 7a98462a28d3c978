import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { pdfText } from "../support/pdf-text.ts";
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

const ask = async (sql: string, args: readonly string[] = []): Promise<readonly string[]> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { rows } = await database.client.execute({ sql, args: [...args] });
  database.close();
  return rows.map((row) => String(row[0]));
};

const as = async (email: string | undefined, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInWith(visitor, product, email ?? "nobody");
  return visitor;
};

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page
    .getByRole("link", { name, exact: typeof name === "string" })
    .first()
    .click();

const peopleOf = async (offer: string) => {
  const heads = (column: "urn" | "home_urn") =>
    ask(
      `SELECT people.email FROM role_grants AS own JOIN people ON people.id = own.person_id
       JOIN offers ON offers.${column} = own.urn WHERE own.role = 'head' AND own.ended_at IS NULL AND offers.id = ?`,
      [offer],
    );
  const [head] = await heads("urn");
  const [home] = await heads("home_urn");
  const [leader] = await ask(
    "SELECT email FROM people JOIN offers ON offers.person_id = people.id WHERE offers.id = ?",
    [offer],
  );
  return { head, home, leader };
};

const nameOf = async (email: string | undefined): Promise<string> =>
  (await ask("SELECT name FROM people WHERE email = ?", [email ?? ""]))[0] ?? "";

/** How the days of a deployment moved in the ledger, in order. */
const moved = (deployment: string) =>
  ask(
    `SELECT movement || ' ' || half_days || ' from ' || from_account || ' to ' || to_account
     FROM ledger_entries WHERE deployment_id = ? ORDER BY seq`,
    [deployment],
  );

/** Browsers put every refusal into their console. */
const refusedInBrowser = [/status of 409/];

/** Signs what waits on a deployment's page, after reading it. */
const sign = async (visitor: Visitor, deployment: string, name: string): Promise<void> => {
  const { page } = visitor;
  await page.goto(deployment);
  await follow(page, /^Read and sign as /);
  await titled(page, "Read and sign the agreement");
  await press(page, "Sign");
  await page.getByRole("link", { name: "Type your name" }).waitFor();
  await checkPage(visitor, refusedInBrowser);
  await page.getByLabel("Type your name").fill("Somebody Else");
  await press(page, "Sign");
  await page.getByText(`Type your own name to sign: ${name}.`).first().waitFor();
  await page.getByLabel("Type your name").fill(` ${name.toUpperCase()} `);
  await press(page, "Sign");
  await page.waitForURL((url) => url.pathname === deployment);
};

const write = async (officer: Visitor, deployment: string): Promise<void> => {
  const { page } = officer;
  await page.goto(deployment);
  await page.getByText("Agreement being written").waitFor();
  await checkPage(officer);
  await follow(page, "Write the agreement");
  await titled(page, "Write the agreement");
  await press(page, "Save and check");
  await page.getByRole("link", { name: /^Objective 1: choose a measure/ }).waitFor();
  await checkPage(officer);
  await page.getByLabel("Measured by").selectOption("Phonics: expected standard");
  await page.getByLabel("Figure now").fill("62");
  await page.getByLabel("Of which day").fill("1 7 2026");
  await page.getByLabel("Figure to reach").fill("75");
  await press(page, "Save and check");
  await titled(page, "Check the agreement");
  await page.getByText("The agreement lacks: the pattern of days.").waitFor();
  await checkPage(officer);
  await follow(page, "Change something");
  await titled(page, "Write the agreement");
  await page.getByLabel("Pattern").fill("A half-day on most Mondays");
  await press(page, "Save and check");
  await titled(page, "Check the agreement");
  await press(page, "Send out to be signed");
  await page.waitForURL((url) => url.pathname === deployment);
  await page.getByText("Out for signature").first().waitFor();
  await checkPage(officer);
};

describe("an agreement", () => {
  it("is written, signed by three people, changed, and printed; a conflict of interest stops it until it is decided", async () => {
    const offers = await ask(`SELECT id FROM offers WHERE state = 'released' AND urn IN
      (SELECT urn FROM role_grants WHERE role = 'head' AND ended_at IS NULL) ORDER BY id`);
    const [offer = ""] = offers;
    const people = await peopleOf(offer);
    const head = await as(people.head);
    await head.page.goto(`${area}/offers/${offer}`);
    await press(head.page, "Confirm the support");
    await follow(head.page, "Go to the agreement");
    await head.page.getByText("Agreement being written").waitFor();
    await checkPage(head);
    const deployment = new URL(head.page.url()).pathname;
    const id = deployment.split("/").at(-1) ?? "";

    const officer = await as("officer@larkenshore.example");
    await write(officer, deployment);

    const leader = await as(people.leader, "phone");
    await leader.page.goto(`${area}/deployments`);
    await titled(leader.page, "Deployments");
    await checkPage(leader);
    await sign(leader, deployment, await nameOf(people.leader));
    await checkPage(leader, refusedInBrowser);

    // A tie comes up: nobody signs until it is decided.
    await leader.page.goto(`${area}/conflicts/declare`);
    await titled(leader.page, "Declare an interest");
    await press(leader.page, "Declare");
    await leader.page.getByRole("link", { name: "Choose a school" }).waitFor();
    await checkPage(leader, refusedInBrowser);
    const [school = ""] = await ask(
      "SELECT s.name FROM deployments d JOIN schools s ON s.urn = d.urn WHERE d.id = ?",
      [id],
    );
    await leader.page.getByRole("combobox", { name: "School" }).fill(school);
    await leader.page.getByRole("option").first().click();
    await leader.page.getByLabel("Worked at the school").check();
    await leader.page.getByLabel("In a sentence").fill("I taught there until 2019");
    await press(leader.page, "Declare");
    await leader.page.getByText("To be decided").waitFor();
    await checkPage(leader, refusedInBrowser);
    const conflict = new URL(leader.page.url()).pathname;

    const home = await as(people.home);
    await home.page.goto(deployment);
    await home.page
      .getByText("Nothing can be sent out or signed until", { exact: false })
      .waitFor();
    await checkPage(home, refusedInBrowser);
    await follow(home.page, /^Read and sign as /);
    await home.page.getByLabel("Type your name").fill(await nameOf(people.home));
    await press(home.page, "Sign");
    await home.page
      .getByText("A conflict of interest stands in the way", { exact: false })
      .first()
      .waitFor();

    const board = await as("board-member@larkenshore.example");
    await board.page.goto(`${area}/conflicts`);
    await titled(board.page, "Conflicts of interest");
    await checkPage(board);
    await board.page.goto(conflict);
    await board.page.getByText("To be decided").waitFor();
    expect(await board.page.locator("main").textContent()).not.toContain("I taught there");

    await officer.page.goto(conflict);
    await officer.page.getByText("I taught there until 2019").waitFor();
    await press(officer.page, "Record the decision");
    await officer.page.getByRole("link", { name: "Choose allow or refuse" }).waitFor();
    await checkPage(officer);
    await officer.page.getByLabel("Allow").check();
    await officer.page.getByLabel("Conditions").fill("The chair of governors is told");
    await officer.page.getByLabel("Reason").fill("It is long ago");
    await press(officer.page, "Record the decision");
    await officer.page.getByText("Allowed").first().waitFor();
    await checkPage(officer);

    await sign(home, deployment, await nameOf(people.home));
    await sign(head, deployment, await nameOf(people.head));
    await head.page.getByText("Active").first().waitFor();
    await head.page.getByText("In force").first().waitFor();
    await checkPage(head, refusedInBrowser);
    expect(
      await ask(
        "SELECT state FROM needs WHERE id = (SELECT need_id FROM deployments WHERE id = ?)",
        [id],
      ),
    ).toEqual(["agreed"]);

    await officer.page.goto(deployment);
    await follow(officer.page, "Change the agreement");
    await titled(officer.page, "Change the agreement");
    await officer.page.getByLabel("Pattern").fill("A whole day each fortnight");
    await checkPage(officer);
    await press(officer.page, "Send out to be signed");
    await officer.page.getByText("A change is being signed").waitFor();
    await checkPage(officer);
    await head.page.goto(deployment);
    await follow(head.page, "Ask for a change");
    await titled(head.page, "Ask for a change");
    await head.page.getByLabel("What should change?").fill("Mondays suit us better");
    await press(head.page, "Take this version back");
    await head.page.getByText("Mondays suit us better").last().waitFor();
    await checkPage(head, refusedInBrowser);

    const file = `/files${deployment}/agreements/version-1.pdf`;
    const printed = await head.page.request.get(file);
    expect([printed.status(), printed.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    const text = pdfText(await printed.body());
    const words = [
      "Agreement on support",
      school,
      "Phonics: expected standard",
      "A half-day on most Mondays",
    ];
    const [hash = ""] = await ask(
      "SELECT hash FROM agreement_versions WHERE deployment_id = ? AND number = 1",
      [id],
    );
    for (const each of [...words, (await nameOf(people.head)).toUpperCase(), hash])
      expect(text).toContain(each.replace(/\s/g, ""));
    expect((await board.page.request.get(file)).status()).toBe(404);

    // The next change is signed by all three, and moves half a day back.
    await officer.page.goto(deployment);
    await follow(officer.page, "Change the agreement");
    await titled(officer.page, "Change the agreement");
    const days = officer.page.getByLabel("Days in all");
    const fewer = String(Number(await days.inputValue()) - 0.5);
    await days.fill(fewer);
    await press(officer.page, "Send out to be signed");
    await officer.page.getByText("Make the two equal.", { exact: false }).first().waitFor();
    await officer.page.getByLabel("Days paid for").fill(fewer);
    await press(officer.page, "Send out to be signed");
    await officer.page.getByText("A change is being signed").waitFor();
    expect(await moved(id)).not.toContain("amend");
    for (const [visitor, email] of [
      [leader, people.leader],
      [home, people.home],
      [head, people.head],
    ] as const)
      await sign(visitor, deployment, await nameOf(email));
    await head.page.getByText("A change is being signed").waitFor({ state: "detached" });
    await checkPage(head, refusedInBrowser);
    expect((await moved(id)).at(-1)).toBe("amend 1 from committed to published");

    await officer.page.goto(deployment);
    await follow(officer.page, "Pause");
    await titled(officer.page, "Pause the work");
    await checkPage(officer, refusedInBrowser);
    await officer.page.getByLabel("Why does it pause?").fill("The school is inspected");
    await press(officer.page, "Pause");
    await officer.page.getByText("Paused", { exact: true }).first().waitFor();
    await checkPage(officer, refusedInBrowser);
    await press(officer.page, "Take the work up again");
    await officer.page.getByText("Active", { exact: true }).first().waitFor();

    await follow(officer.page, "End early");
    await titled(officer.page, "End the work early");
    await checkPage(officer, refusedInBrowser);
    await officer.page.getByLabel("Why does it end?").fill("The school joins a trust");
    await press(officer.page, "End the work");
    await officer.page.getByText("Ended early").first().waitFor();
    await checkPage(officer, refusedInBrowser);
    const left = Number(fewer) * 2;
    expect((await moved(id)).at(-1)).toMatch(new RegExp(`^\\S+ ${left} from committed to `));
    for (const { context } of [head, officer, leader, home, board]) await context.close();
  }, 240_000);
});
