import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { goHome, signInWith } from "../support/sign-in.ts";

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
/** Work of the demonstration that is complete and that neither side has evaluated. */
const work = `${area}/deployments/deployment-014`;
const leaderOf = "anneliese.de.marramgarth@high-moor-academy.example";
const headOf = "emre.bramblelock@tarrowbridge-school.example";
/** A head whose school was asked, two terms later, whether it has lasted. */
const laterHead = "linnea.marramlock@bellwether-primary-school.example";

const as = async (email: string, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInWith(visitor, product, email);
  return visitor;
};

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name }).first().click();

/** Chooses the same answer to every question on the scale, and says the rest. */
const evaluate = async (visitor: Visitor, side: string, changed: string): Promise<void> => {
  const { page } = visitor;
  await follow(page, `Evaluate as the ${side}`);
  await titled(page, `Evaluate as the ${side}`);
  for (const choice of await page.getByRole("radio", { name: "Mostly" }).all())
    await choice.check();
  await page.getByLabel("What is different now?").fill(changed);
  await press(page, "Check your answers");
  await titled(page, "Check your answers");
  await page.getByText(changed).waitFor();
  await checkPage(visitor);
  await press(page, "Give the evaluation");
  await page.getByRole("heading", { name: "What both sides say came of it" }).waitFor();
};

it("neither side sees the other’s answers first; then both agree to a case study, and what it cost is a file", async () => {
  const [head, leader] = await Promise.all([as(headOf), as(leaderOf, "phone")]);
  await goHome(head);
  await head.page.getByText("Say what came of 1 piece of work").waitFor();
  await head.page.goto(`${work}/impact/evaluate/supported-school`);
  await press(head.page, "Check your answers");
  await head.page.getByRole("alert").getByText("Say it in a sentence").waitFor();
  await checkPage(head);
  await head.page.goto(`${work}/impact`);
  await checkPage(head);
  await evaluate(head, "school", "Teachers plan together each Monday");
  await head.page.getByText("The answers are shown once both have").waitFor();
  await head.page.getByText("Teachers plan together each Monday").waitFor();
  await checkPage(head);

  const { page } = leader;
  await page.goto(`${work}/impact`);
  await page.getByText("The supported school has answered").waitFor();
  await leader.settled();
  expect(await page.locator("main").textContent()).not.toContain("each Monday");
  await checkPage(leader);
  await evaluate(leader, "leader", "The head frees time for it");
  await page.getByText("Teachers plan together each Monday").waitFor();
  await page.getByText("The head frees time for it").waitFor();
  await checkPage(leader);
  await head.page.reload();
  await head.page.getByText("The head frees time for it").waitFor();

  await follow(page, "Write a case study");
  await titled(page, "Case study");
  await page.getByLabel("Title").fill("Planning together");
  await page.getByLabel("What did the school want to change?").fill("Lessons differed too much");
  await page.getByLabel("What was done?").fill("A half-day of coaching each fortnight");
  await page.getByLabel("What is different now?").fill("Lessons are planned together");
  await checkPage(leader);
  await press(page, "Ask both sides to agree");
  await press(page, "Agree for the leader");
  await page.getByText("Still to agree: the supported school").waitFor();
  await head.page.reload();
  await press(head.page, "Agree for the supported school");
  await head.page.getByText("Both sides have agreed that this is told to others").waitFor();
  await checkPage(head);
  await press(head.page, "Do not tell it, for the supported school");
  await head.page.getByText("Consent was taken back: nothing is told to others").waitFor();
  await checkPage(head);

  await page.goto(`${work}/statement`);
  await page.getByRole("table", { name: "To pay, by source" }).waitFor();
  await checkPage(leader);
  const kept = page.waitForEvent("download");
  await follow(page, "Download as CSV");
  const csv = readFileSync(await (await kept).path(), "utf8");
  expect(csv).toContain("daysDelivered,poundsPerDay,pounds,brokerageShare");
  const workbook = await page.request.get(`/files${work}/statement.xlsx`);
  expect([workbook.status(), (await workbook.body()).subarray(0, 2).toString()]).toEqual([
    200,
    "PK",
  ]);
  for (const { context } of [head, leader]) await context.close();
});

it("a leader follows the visits in an own calendar until the address is ended, and reads the own record", async () => {
  const leader = await as(leaderOf);
  const { page } = leader;
  await page.goto(`${area}/visits`);
  await follow(page, "Have them in your calendar");
  await titled(page, "Visits in your calendar");
  await checkPage(leader);
  await press(page, "Make a private address");
  const shown = page.getByText(/\/calendar\/[^ ]+\.ics$/);
  const address = (await shown.textContent()) ?? "";
  await checkPage(leader);
  const path = new URL(address).pathname;
  const feed = await page.request.get(path);
  expect([feed.status(), (await feed.text()).slice(0, 15)]).toEqual([200, "BEGIN:VCALENDAR"]);
  await press(page, "End the address");
  await page.getByRole("button", { name: "Make a private address" }).waitFor();
  expect((await page.request.get(path)).status()).toBe(404);
  await page.goto(`${area}/capacity`);
  await follow(page, "Track record");
  await titled(page, "My track record");
  await checkPage(leader);
  await leader.context.close();
});

it("a school says two terms later what has lasted, and an officer reads the change beside schools alike", async () => {
  const head = await as(laterHead);
  await goHome(head);
  await head.page.getByText("Answer 1 follow-up").waitFor();
  await checkPage(head);
  await head.page.goto(`${area}/deployments/deployment-004/impact`);
  await follow(head.page, "Say whether it has lasted");
  await titled(head.page, "Has it lasted?");
  await press(head.page, "Check your answers");
  await head.page.getByRole("link", { name: "Choose one" }).waitFor();
  await checkPage(head);
  await head.page.getByLabel("In part").check();
  await head.page.getByLabel("What shows it?").fill("Two of three groups go on");
  await press(head.page, "Check your answers");
  await head.page.getByText("cannot be changed").waitFor();
  await press(head.page, "Send the answer");
  await head.page.getByText("Two of three groups go on").waitFor();
  await checkPage(head);
  await head.context.close();

  const officer = await as("officer@larkenshore.example");
  const { page } = officer;
  await page.goto(`${area}/deployments/deployment-003/impact/compare/objective-003-2`);
  await titled(page, /beside schools alike$/);
  await page.getByText("Indicative, not proof: support is not given by lot.").waitFor();
  await page
    .getByText(/with an interval from .* \(95%\)/)
    .first()
    .waitFor();
  await page.getByRole("heading", { name: "Before the support" }).waitFor();
  const matched = page.getByRole("table", { name: "Matched schools, the most alike first" });
  expect(await matched.getByRole("row").count()).toBeGreaterThan(8);
  await checkPage(officer);
  const warned = new Set<boolean>();
  for (const objective of ["003-2", "007-1", "004-2"]) {
    const told = page.waitForResponse((response) => response.url().includes("impact.compare"));
    const work = objective.slice(0, 3);
    await page.goto(`${area}/deployments/deployment-${work}/impact/compare/objective-${objective}`);
    await titled(page, /beside schools alike$/);
    const isLikely = (await (await told).text()).includes('"isLikely":true');
    await officer.settled();
    const shown = await page.getByText("This may be regression to the mean.").count();
    expect([objective, shown]).toEqual([objective, isLikely ? 1 : 0]);
    warned.add(isLikely);
  }
  expect(warned).toContain(true);
  await officer.context.close();
});
