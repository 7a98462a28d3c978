import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import {
  allowConflict,
  declareTie,
  pauseAndEnd,
  refusedInBrowser,
  sendFewerDays,
  signAgreement,
  takeChangeBack,
  withdrawTie,
  writeAgreement,
} from "../support/agreement.ts";
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

/** The first offer that waits for a head's yes, with the people of its three sides. */
const openAgreement = async () => {
  const offers = await ask(`SELECT id FROM offers WHERE state = 'released' AND urn IN
    (SELECT urn FROM role_grants WHERE role = 'head' AND ended_at IS NULL) ORDER BY id`);
  const [offer = ""] = offers;
  const people = await peopleOf(offer);
  const head = await as(people.head);
  const [need = ""] = await ask("SELECT need_id FROM offers WHERE id = ?", [offer]);
  await head.page.goto(`${area}/needs/${need}`);
  await head.page.getByText("You answer the offer").waitFor();
  await head.page.getByText(/^Answer due /).waitFor();
  await checkPage(head);
  await follow(head.page, "Answer the offer");
  await press(head.page, "Confirm the support");
  await follow(head.page, "Go to the agreement");
  await head.page.getByText("Agreement being written").waitFor();
  await checkPage(head);
  const deployment = new URL(head.page.url()).pathname;
  const id = deployment.split("/").at(-1) ?? "";
  const [school = ""] = await ask(
    "SELECT s.name FROM deployments d JOIN schools s ON s.urn = d.urn WHERE d.id = ?",
    [id],
  );
  return { people, head, deployment, id, school };
};

/** Signs a change; what signing refuses was seen with the first version. */
const signChange = async ({ page }: Visitor, deployment: string, name: string): Promise<void> => {
  await page.goto(deployment);
  await follow(page, /^Read and sign as /);
  await page.getByLabel("Type your name").fill(name);
  await press(page, "Sign");
  await page.waitForURL((url) => url.pathname === deployment);
};

/** What a conflict of interest that nobody has decided about does to those who would sign, and what the board sees of it. */
const expectBlocked = async (
  home: Visitor,
  board: Visitor,
  at: { readonly deployment: string; readonly conflict: string; readonly name: string },
): Promise<void> => {
  await home.page.goto(at.deployment);
  await home.page.getByText("Nothing can be sent out or signed until", { exact: false }).waitFor();
  await checkPage(home, refusedInBrowser);
  await follow(home.page, /^Read and sign as /);
  await home.page.getByLabel("Type your name").fill(at.name);
  await press(home.page, "Sign");
  await home.page
    .getByText("A conflict of interest stands in the way", { exact: false })
    .first()
    .waitFor();
  await board.page.goto(`${area}/conflicts`);
  await titled(board.page, "Conflicts of interest");
  await checkPage(board);
  await board.page.goto(at.conflict);
  await board.page.getByText("To be decided").waitFor();
  expect(await board.page.locator("main").textContent()).not.toMatch(/I taught there|of that name/);
};

/** The printed agreement, with the names and the fingerprint that were signed. */
const expectPrinted = async (
  head: Visitor,
  board: Visitor,
  at: { readonly deployment: string; readonly id: string; readonly words: readonly string[] },
): Promise<void> => {
  const file = `/files${at.deployment}/agreements/version-1.pdf`;
  const printed = await head.page.request.get(file);
  expect([printed.status(), printed.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  const text = pdfText(await printed.body());
  const [hash = ""] = await ask(
    "SELECT hash FROM agreement_versions WHERE deployment_id = ? AND number = 1",
    [at.id],
  );
  const words = [
    "Agreement on support",
    "Phonics: expected standard",
    "A half-day on most Mondays",
  ];
  for (const each of [...words, ...at.words, hash]) expect(text).toContain(each.replace(/\s/g, ""));
  expect((await board.page.request.get(file)).status()).toBe(404);
};

describe("an agreement", () => {
  it("is written, signed by three people, changed, and printed; a conflict of interest stops it until it is decided", async () => {
    const { people, head, deployment, id, school } = await openAgreement();
    const officer = await as("officer@larkenshore.example");
    await writeAgreement(officer, deployment);

    const leader = await as(people.leader, "phone");
    await leader.page.goto(`${area}/deployments`);
    await titled(leader.page, "Deployments");
    await checkPage(leader);
    await signAgreement(leader, deployment, await nameOf(people.leader));
    await checkPage(leader, refusedInBrowser);

    // A tie comes up, and is taken back: nobody signs until somebody without a part in it has decided.
    const conflict = await declareTie(leader, school);
    await withdrawTie(leader, conflict);
    const [home, board] = [await as(people.home), await as("board-member@larkenshore.example")];
    await expectBlocked(home, board, { deployment, conflict, name: await nameOf(people.home) });
    await allowConflict(officer, conflict);

    await signAgreement(home, deployment, await nameOf(people.home));
    await signAgreement(head, deployment, await nameOf(people.head));
    await head.page.getByText("Active").first().waitFor();
    await head.page.getByText("In force").first().waitFor();
    await checkPage(head, refusedInBrowser);
    const states =
      "SELECT state FROM needs WHERE id = (SELECT need_id FROM deployments WHERE id = ?)";
    expect(await ask(states, [id])).toEqual(["agreed"]);

    await takeChangeBack(officer, head, deployment);
    const signed = (await nameOf(people.head)).toUpperCase();
    await expectPrinted(head, board, { deployment, id, words: [school, signed] });

    // The next change is signed by all three, and moves half a day back.
    const fewer = await sendFewerDays(officer, deployment);
    expect(await moved(id)).not.toContain("amend");
    for (const [visitor, email] of [
      [leader, people.leader],
      [home, people.home],
      [head, people.head],
    ] as const)
      await signChange(visitor, deployment, await nameOf(email));
    await head.page.getByText("A change is being signed").waitFor({ state: "detached" });
    await checkPage(head, refusedInBrowser);
    expect((await moved(id)).at(-1)).toBe("amend 1 from committed to published");

    await pauseAndEnd(officer, deployment);
    const left = Number(fewer) * 2;
    expect((await moved(id)).at(-1)).toMatch(new RegExp(`^\\S+ ${left} from committed to `));
    for (const { context } of [head, officer, leader, home, board]) await context.close();
  }, 240_000);
});
