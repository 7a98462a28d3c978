import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../packages/db/src/index.ts";
import { commandLine } from "../../packages/domain/src/identity/index.ts";
import { expireOffers } from "../../packages/usecases/src/offer/index.ts";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import {
  area,
  askPanel,
  begun,
  chooseAtOnce,
  dropAndTakeUp,
  follow,
  goThroughAgain,
  mendByHand,
  mended,
  openPage,
  pinAnother,
  press,
  publish,
  ruleOut,
  titled,
  turnTo,
  weighAgain,
} from "../support/round.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { signInWith } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;

/** While a file of this name is there, the engine waits until it is stopped: the demonstration is solved before anybody could press. */
const folder = mkdtempSync(join(tmpdir(), "alongside-hold-"));
const hold = join(folder, "hold");
const environment = {
  NODE_OPTIONS: `--import=${pathToFileURL(resolve(import.meta.dirname, "../support/held-engine.ts")).href}`,
  HOLD_ENGINE_WHILE: hold,
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ environment }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody signed in, by the whole address or by the word before the @ of the demonstration's own. */
const as = async (who: string, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  const email = who.includes("@") ? who : `${who}@larkenshore.example`;
  await signInWith(visitor, product, email);
  return visitor;
};

/** The first column of the rows that a question to the database answers. */
const ask = async (sql: string, args: readonly string[] = []): Promise<readonly string[]> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { rows } = await database.client.execute({ sql, args: [...args] });
  database.close();
  return rows.map((row) => String(row[0]));
};

const oneOfThePanel = async (): Promise<Visitor> => {
  const [member = ""] = await ask(
    `SELECT people.email FROM zone_officers JOIN people ON people.id = zone_officers.person_id
     WHERE zone_officers.to_on IS NULL ORDER BY people.email`,
  );
  return as(member, "phone");
};

/** A member answers on a phone, and is told no name of a school that asks. */
const asksAgain = async (head: Visitor, note: string): Promise<void> => {
  const { page } = head;
  await page.goto(area);
  await follow(page, "Answer to 1 plan of your zone");
  await follow(page, "Answer to All zones in spring");
  await titled(page, "A plan for All zones in spring");
  await page.getByText(/^Your answer due /).waitFor();
  const names = await ask(
    "SELECT DISTINCT schools.name FROM needs JOIN schools USING (urn) WHERE needs.state = 'open'",
  );
  const shown = (await page.locator("main").textContent()) ?? "";
  expect(names.filter((name) => shown.includes(name))).toEqual([]);
  await press(page, "Send my answer");
  await page.getByRole("link", { name: "Choose an answer" }).waitFor();
  await checkPage(head);
  await page.getByLabel("I ask for another plan").check();
  await page.getByLabel("In your own words").fill(note);
  await press(page, "Send my answer");
  await page.getByText(/^You asked for another plan/).waitFor();
};

const agrees = async ({ page }: Visitor, round: string): Promise<void> => {
  await page.goto(`${area}/rounds/${round}/proposal`);
  await page.getByLabel("I agree").check();
  await press(page, "Send my answer");
  await page.getByText("You agreed to this plan.").waitFor();
};

const sentBy = (round: string) =>
  ask("SELECT offer_id FROM round_offers WHERE round_id = ?", [round]);

/** Everybody who has not answered lets the time run out: nine days later the clock of the service says so. */
const letRunOut = async (): Promise<void> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { read, write } = database;
  const days = 9 * 24 * 60 * 60 * 1_000;
  await expireOffers({
    actor: commandLine,
    requestId: "nine-days-later",
    now: () => Date.now() + days,
    newId: randomUUID,
    read,
    write,
  });
  database.close();
};

/** The leader of an offer for which somebody else could go says no; how they do it has a journey of its own. */
const declineOne = async (round: string): Promise<void> => {
  const [email = "", id = "", version = ""] =
    (
      await ask(
        `SELECT people.email || ' ' || offers.id || ' ' || offers.version FROM round_offers
       JOIN offers ON offers.id = round_offers.offer_id JOIN people ON people.id = offers.person_id
       JOIN schools ON schools.urn = offers.urn
       WHERE round_offers.round_id = ? ORDER BY schools.name = 'Marlhope Church of England Primary School' DESC, schools.name`,
        [round],
      )
    )[0]?.split(" ") ?? [];
  const leader = await as(email);
  const text = "Our own inspection is near";
  const data = { area: "larkenshore", id, version: Number(version), reason: "timing", text };
  const reply = await leader.context.request.post("/trpc/offer.decline", { data });
  expect(await reply.text()).toContain("declined");
  await leader.context.close();
};

describe("a coordinator", () => {
  it("has a round of the own zone alone, sees it being solved, and stops it", async () => {
    const coordinator = await as("zone-coordinator", "phone");
    const { page } = coordinator;
    await page.goto(`${area}/rounds`);
    await titled(page, "Brokering rounds");
    expect(await page.getByRole("link", { name: "The whole area, last round" }).count()).toBe(0);
    await follow(page, "Begin a round");
    await page.getByLabel("What do you call it?").fill("Harbour");
    expect(await page.getByLabel("The whole area").count()).toBe(0);
    await checkPage(coordinator);
    await page.getByLabel("For which term?").selectOption({ index: 1 });
    await press(page, "Begin");
    await titled(page, "Needs and days");
    await chooseAtOnce(page);
    writeFileSync(hold, "");
    await press(page, "Solve with these");
    const progress = page.getByText(/^Looking for the most schools of band \d; \d+ served so far$/);
    await progress.waitFor();
    // Somebody who goes elsewhere meanwhile finds it again where the round stands, and may stop it there.
    await openPage(page, "Overview");
    await titled(page, "Harbour");
    await progress.waitFor();
    await press(page, "Stop and take the best plan so far");
    await follow(page, "Run 1");
    await titled(page, "Plan");
    rmSync(hold);
    await page.getByText(/gets? a leader\./).waitFor();
    await dropAndTakeUp(coordinator, "Harbour");
    await page.goto(`${area}/rounds/round-past`);
    await titled(page, "Page not found");
    await coordinator.context.close();
  });

  it("builds a round, solves it, decides by hand, compares, asks, publishes and mends it", async () => {
    const officer = await as("officer");
    const { page } = officer;
    const round = await begun(officer);
    const at = (below: string) => `${area}/rounds/${round}${below}`;
    await page.getByText("This is the best plan there is").waitFor();
    await page.getByLabel(/^Lines from leaders’ home schools/).waitFor();
    await page.getByRole("heading", { name: /^Who goes without: / }).waitFor();
    await page
      .getByText(/^The least that would serve it/)
      .first()
      .waitFor();
    await page.getByRole("heading", { name: "Whom to look for" }).waitFor();
    await page
      .getByText(/give none$/)
      .first()
      .waitFor();
    await page.getByText(/^Why /).first().click();
    await goThroughAgain(officer);
    await checkPage(officer);
    await turnTo(officer, "How it works");
    await page.getByText("Going down the list would leave").waitFor();

    await openPage(page, "Plan");
    await pinAnother(officer);
    expect(new URL(page.url()).search).toBe("?run=2");
    await ruleOut(officer);
    await weighAgain(officer);
    await turnTo(officer, "Compare");
    await page.getByText(/^With run 4 instead of run 3/).waitFor();
    await page.getByLabel("This run").selectOption("1");
    await page.getByText(/^With run 4 instead of run 1/).waitFor();
    await page.getByRole("table", { name: "Who gains and who loses" }).waitFor();

    await turnTo(officer, "Panel");
    await askPanel(officer);
    await checkPage(officer);
    const head = await oneOfThePanel();
    await asksAgain(head, "Gorse Lane cannot wait");
    // The officer's page listens: nobody loads it anew.
    await page.getByText(/asks for another plan than run 4: Gorse Lane cannot wait$/).waitFor();
    await askPanel(officer);
    await agrees(head, round);
    await head.page.goto(at("/plan"));
    await titled(head.page, "Page not found");
    await head.context.close();
    await page.getByText("Agrees", { exact: true }).waitFor();
    await publish(officer);
    const sent = (await sentBy(round)).length;
    const held = await ask(
      `SELECT count(*) FROM ledger_holds WHERE half_days > 0 AND offer_id IN
        (SELECT offer_id FROM round_offers WHERE round_id = ?)`,
      [round],
    );
    expect(held).toEqual([String(sent)]);

    await declineOne(round);
    await page.getByRole("heading", { name: "Mend the plan" }).waitFor();
    await page.getByText(/ declined\.$/).waitFor();
    await checkPage(officer);
    await mendByHand(officer);
    const [pinned = ""] = await ask(
      "SELECT round ->> '$.choices.pins[0].leader' FROM rounds WHERE id = ?",
      [round],
    );
    await mended(officer);
    expect(await sentBy(round)).toHaveLength(sent + 1);
    expect(
      await ask(
        "SELECT person_id FROM round_offers JOIN offers ON offers.id = round_offers.offer_id WHERE round_id = ? AND run = 5",
        [round],
      ),
    ).toEqual([pinned]);

    await letRunOut();
    await page.reload();
    await page
      .getByText(/did not answer in time\.$/)
      .first()
      .waitFor();
    await checkPage(officer);
    await page.getByRole("group", { name: "New offers" }).getByRole("checkbox").first().uncheck();
    const chosen = await page.getByRole("checkbox", { checked: true }).count();
    await press(page, "Send the new offers");
    await expect.poll(() => sentBy(round), { timeout: 20_000 }).toHaveLength(sent + 1 + chosen);
    await openPage(page, "Overview");
    await page
      .getByText(/ pinned for /)
      .first()
      .waitFor();
    await page.getByText("They have worked together before", { exact: true }).waitFor();
    await checkPage(officer);

    await page.setViewportSize({ width: 390, height: 844 });
    for (const name of ["Needs and days", "Compare", "Offers", "How it works", "Plan"])
      await turnTo(officer, name);
    await goThroughAgain(officer);
    await officer.context.close();
  });
});
