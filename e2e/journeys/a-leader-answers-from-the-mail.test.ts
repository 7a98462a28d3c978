import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
import { commandLine } from "../../packages/domain/src/identity/index.ts";
import { expireOffers } from "../../packages/usecases/src/offer/index.ts";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import {
  answerLinkOf,
  area,
  askDatabase,
  openSendForm,
  sendTheOffer,
  signedIn,
} from "../support/offer.ts";
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

type Page = Visitor["page"];

const conflict = [/409 \(Conflict\)/];
const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const officerEmail = "officer@larkenshore.example";
const officerOf = (email = officerEmail) => signedIn(browser, product, { email });

const schoolOf = async (offer: string): Promise<string> => {
  const sql = "SELECT s.name FROM offers o JOIN schools s ON s.urn = o.urn WHERE o.id = ?";
  return (await askDatabase(product, sql, [offer]))[0] ?? "";
};

/** Opens the link of the newest mail with a subject in a browser that is signed in to nothing. */
const byMail = async (subject: string): Promise<Visitor & { readonly link: string }> => {
  const visitor = await visit(browser, product.address, "phone");
  const link = await answerLinkOf(visitor.page, subject);
  await visitor.page.goto(link);
  return { ...visitor, link };
};

describe("an offer in the mail", () => {
  it("is accepted, released and confirmed without an account, while the coordinator looks on without a reload", async () => {
    const officer = await officerOf();
    await openSendForm(officer.page, product);
    const offer = await sendTheOffer(officer.page);
    await checkPage(officer);
    const school = await schoolOf(offer);

    const leader = await byMail("An offer waits for your answer");
    await titled(leader.page, /Can you support a /);
    expect(await leader.page.locator("main").textContent()).not.toContain(school);
    await checkPage(leader);
    await press(leader.page, "Accept the offer");
    await titled(leader.page, "You accepted the offer");
    await checkPage(leader);
    await officer.page.getByText("With the home school").waitFor();
    await leader.page.goto(leader.link);
    await titled(leader.page, "This link is closed");
    await checkPage(leader, conflict);

    const home = await byMail("Your leader was asked to support a school");
    await titled(home.page, /Can .* support /);
    await checkPage(home);
    await home.page.getByRole("button", { name: /^Release / }).click();
    await titled(home.page, "You released your leader");
    await officer.page.getByText("With the supported school").waitFor();

    const head = await byMail("A leader for your school");
    await titled(head.page, /would support your school$/);
    await checkPage(head);
    await press(head.page, "Confirm the support");
    await titled(head.page, "You confirmed the support");
    await officer.page.getByText("All sides have said yes.", { exact: false }).waitFor();
    await checkPage(officer);
    expect(await askDatabase(product, "SELECT state FROM offers WHERE id = ?", [offer])).toEqual([
      "confirmed",
    ]);
    for (const { context } of [officer, leader, home, head]) await context.close();
  });

  it("is talked about first: a question, other days that are taken, then a no; and the next leader is suggested", async () => {
    const officer = await officerOf();
    const need = await openSendForm(officer.page, product);
    const offer = await sendTheOffer(officer.page);
    const asking = await byMail("An offer waits for your answer");
    await asking.page.getByRole("link", { name: "Ask a question" }).click();
    await press(asking.page, "Send the question");
    await asking.page.getByRole("link", { name: "Enter your question" }).waitFor();
    await checkPage(asking);
    await asking.page.getByLabel("Your question").fill("How many classes are there?");
    await press(asking.page, "Send the question");
    await titled(asking.page, "Your question was sent");

    await officer.page.getByText("How many classes are there?").first().waitFor();
    await checkPage(officer);
    await officer.page.getByRole("link", { name: "Answer the leader" }).click();
    await titled(officer.page, "Answer the leader");
    await checkPage(officer);
    await officer.page.getByLabel("Your answer").fill("Seven");
    await press(officer.page, "Answer the leader");
    await officer.page.getByText("The coordinator answered").waitFor();

    const proposing = await byMail("Your question was answered");
    await proposing.page.getByRole("link", { name: "Propose other days" }).click();
    await proposing.page.getByLabel("Days", { exact: true }).fill("1");
    await proposing.page.getByLabel("Which days").fill("The first two Tuesdays");
    await checkPage(proposing);
    await press(proposing.page, "Propose these days");
    await titled(proposing.page, "Your days were proposed");
    await officer.page.getByText("The leader could give instead").waitFor();
    await checkPage(officer);
    await press(officer.page, "Take these days");
    await officer.page.getByText("The proposed days were taken").waitFor();
    const held = "SELECT half_days FROM ledger_holds WHERE offer_id = ?";
    expect(await askDatabase(product, held, [offer])).toEqual(["2"]);

    const declining = await byMail("The days that you proposed were taken");
    await declining.page.getByRole("link", { name: "Decline" }).click();
    await declining.page.getByLabel("Timing").check();
    await declining.page.getByLabel("In your own words").fill("Our own inspection is near");
    await checkPage(declining);
    await press(declining.page, "Decline");
    await titled(declining.page, "You declined");
    await officer.page.getByText("Our own inspection is near").waitFor();
    await officer.page.getByRole("region", { name: "The next leader" }).waitFor();
    await checkPage(officer);
    await officer.page.goto(`${area}/needs/${need}`);
    await officer.page.getByRole("region", { name: "The next leader" }).waitFor();
    await checkPage(officer);
    expect(await askDatabase(product, held, [offer])).toEqual([]);
    for (const { context } of [officer, asking, proposing, declining]) await context.close();
  });
});

describe("an offer that nobody answers", () => {
  it("runs out, and the coordinator who looks at it is led on", async () => {
    const officer = await officerOf();
    await openSendForm(officer.page, product);
    const offer = await sendTheOffer(officer.page);
    const database = openDatabase({ url: product.databaseUrl });
    const inEightDays = () => Date.now() + 8 * 24 * 60 * 60_000;
    const { read, write } = database;
    const newId = () => crypto.randomUUID();
    await expireOffers({
      actor: commandLine,
      requestId: "journey",
      now: inEightDays,
      newId,
      read,
      write,
    });
    database.close();
    await officer.page.getByText("Ran out", { exact: true }).waitFor();
    await officer.page.getByRole("region", { name: "The next leader" }).waitFor();
    await checkPage(officer);
    expect(
      await askDatabase(product, "SELECT half_days FROM ledger_holds WHERE offer_id = ?", [offer]),
    ).toEqual([]);
    const late = await byMail("An offer waits for your answer");
    await titled(late.page, "This link is closed");
    await checkPage(late, conflict);
    for (const { context } of [officer, late]) await context.close();
  });
});

describe("two coordinators", () => {
  it("who offer the same need at once: one is told who was first, and keeps the text", async () => {
    const one = await officerOf("zone-coordinator@larkenshore.example");
    const other = await officerOf();
    const need = await openSendForm(one.page, product);
    await other.page.goto(new URL(one.page.url()).pathname + new URL(one.page.url()).search);
    await other.page.getByRole("button", { name: "Send the offer" }).waitFor();
    await other.page.getByLabel("Note for the leader").fill("Mind the early train");
    await sendTheOffer(one.page);
    await other.page.getByLabel("Days", { exact: true }).fill("1.5");
    await press(other.page, "Send the offer");
    await other.page
      .getByRole("alert")
      .getByText(/changed this on/)
      .waitFor();
    expect(await other.page.getByLabel("Note for the leader").inputValue()).toBe(
      "Mind the early train",
    );
    await checkPage(other, conflict);
    expect(
      await askDatabase(product, "SELECT id FROM offers WHERE need_id = ? AND state = 'sent'", [
        need,
      ]),
    ).toHaveLength(1);
    for (const { context } of [one, other]) await context.close();
  });
});

describe("a school that never signs in", () => {
  it("is answered for, and the record says so", async () => {
    const officer = await officerOf();
    const { page } = officer;
    const sent = "SELECT id FROM offers WHERE state = 'sent' ORDER BY due_at DESC";
    const [offer = ""] = await askDatabase(product, sent);
    await page.goto(`${area}/offers/${offer}`);
    for (const [fold, button] of [
      ["Answer on behalf of the leader", "Accept the offer"],
      ["Answer on behalf of the home school", "Release the leader"],
      ["Answer on behalf of the supported school", "Confirm the support"],
    ] as const) {
      await page.getByText(fold).click();
      await checkPage(officer);
      await press(page, button);
      await page.getByText(fold).waitFor({ state: "detached" });
      await officer.settled();
    }
    await page.getByText("All sides have said yes.", { exact: false }).waitFor();
    expect(await page.getByText("on behalf of that side").count()).toBe(3);
    await checkPage(officer);
    await officer.context.close();
  });
});
