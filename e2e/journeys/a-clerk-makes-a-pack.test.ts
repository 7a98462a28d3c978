import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { area } from "../support/offer.ts";
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

type Page = Visitor["page"];
type Role = Parameters<typeof signInAs>[2];

const signedInAs = async (role: Role, screen: Screen = "desktop"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInAs(visitor, product, role);
  return visitor;
};

const heading = (page: Page, name: string | RegExp, level = 1) =>
  page.getByRole("heading", { name, level }).waitFor();

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});
const day = 24 * 60 * 60_000;
const now = Date.now();
const inDays = (days: number): string => dayFormat.format(now + days * day);

/** Plans a meeting of the primary board as its clerk; answers its address. */
const planMeeting = async ({ page }: Visitor, on: string): Promise<string> => {
  await page.goto(`${area}/board/bodies/board-primary/meeting`);
  await heading(page, "Plan a meeting");
  await page.getByLabel("Day", { exact: true }).fill(on);
  await page.getByLabel("Place", { exact: true }).fill("Town Hall, room 3");
  await page.getByRole("button", { name: "Plan the meeting" }).click();
  await heading(page, `Meeting on ${on}`);
  return new URL(page.url()).pathname;
};

const makeAndIssue = async (visitor: Visitor): Promise<string> => {
  const { page } = visitor;
  await page.getByRole("button", { name: "Make the pack" }).click();
  await heading(page, /Pack for the meeting on/);
  await page.getByText("A draft: only those who keep the papers see it").waitFor();
  await checkPage(visitor);
  const address = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Issue this pack" }).click();
  await page.getByText("Issued", { exact: true }).waitFor();
  return address;
};

const writeMinutes = async (visitor: Visitor): Promise<void> => {
  const { page } = visitor;
  await page.getByRole("link", { name: "Write the minutes" }).click();
  await heading(page, "Write the minutes");
  const present = page.getByRole("group", { name: "Who was there?" }).getByRole("checkbox");
  for (let at = 0; at < (await present.count()); at += 1) await present.nth(at).check();
  await page.getByLabel("Minutes", { exact: true }).fill("We read the pack.");
  await checkPage(visitor);
  await page.getByRole("button", { name: "Save the minutes" }).click();
  await page.getByText("Minutes in draft").waitFor();
};

const recordBoth = async ({ page }: Visitor): Promise<void> => {
  await page.getByText("Record a decision").first().click();
  await page.getByLabel("What was decided?").fill("Phonics comes first next term");
  await page.getByLabel("Why?").fill("Most of the needs that wait are there");
  await page.getByLabel("Which figure?").selectOption({ label: "Needs that wait, by zone" });
  await page.getByRole("button", { name: "Record the decision" }).click();
  await page.getByText(/Number \d+: Phonics comes first next term/).waitFor();
  await page.getByText("Record an action").first().click();
  await page.getByLabel("What is to be done?").fill("Find a leader for phonics");
  await page.getByRole("combobox", { name: "Who does it?" }).fill("Farida");
  await page.getByRole("option", { name: "Farida Copperthimble" }).click();
  await page.getByLabel("By when?").fill(inDays(40));
  await page.getByRole("button", { name: "Record the action" }).click();
  await page
    .getByRole("table", { name: "Actions of this meeting" })
    .getByText("Find a leader for phonics")
    .waitFor();
};

describe("a clerk of the boards", () => {
  it("makes a meeting and its pack, a member reads and keeps it, and what was asked comes again at the next meeting", async () => {
    const clerk = await signedInAs("board-clerk");
    const meeting = await planMeeting(clerk, inDays(0));
    await checkPage(clerk);
    const pack = await makeAndIssue(clerk);
    await checkPage(clerk);

    const chair = await signedInAs("board-member", "phone");
    await chair.page.goto(pack);
    await heading(chair.page, /Pack for the meeting on/);
    await chair.page.getByText("Head of the audit chain when it was frozen").waitFor();
    await checkPage(chair);
    // On paper nothing can be unfolded, and nothing waits to be pressed.
    const folded = chair.page.locator("details > :not(summary)").first();
    await folded.waitFor({ state: "hidden" });
    await chair.page.emulateMedia({ media: "print" });
    await folded.waitFor({ state: "visible" });
    await chair.page.getByRole("button", { name: "Download as PDF" }).waitFor({ state: "hidden" });
    await chair.page.emulateMedia({ media: "screen" });
    const [download] = await Promise.all([
      chair.page.waitForEvent("download", { timeout: 60_000 }),
      chair.page.getByRole("button", { name: "Download as PDF" }).click(),
    ]);
    const pdf = readFileSync(await download.path(), "latin1");
    for (const tag of ["/MarkInfo", "/StructTreeRoot"]) expect(pdf).toContain(tag);
    expect(pdf).toMatch(/\/Lang \(en-GB\)/);

    await clerk.page.goto(meeting);
    await writeMinutes(clerk);
    await recordBoth(clerk);
    await checkPage(clerk);
    await planMeeting(clerk, inDays(60));
    await clerk.page
      .getByRole("table", { name: "Actions carried forward" })
      .getByText("Find a leader for phonics")
      .waitFor();

    await chair.page.goto(meeting);
    await chair.page.getByRole("button", { name: "Approve the minutes" }).click();
    await chair.page.getByText("Minutes approved").waitFor();
    await checkPage(chair);
    await chair.page.goto(`${area}/board/decisions`);
    await chair.page.getByText("Phonics comes first next term").waitFor();
    await checkPage(chair);
    await Promise.all([clerk.context.close(), chair.context.close()]);
  });

  it("sits in a group of heads as well, and each of them is led to it", async () => {
    const head = await signedInAs("head");
    const { page } = head;
    await page.goto(area);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("link", { name: "Board", exact: true }).click();
    await heading(page, "Boards and groups");
    await page.getByRole("link", { name: "Harbour area group" }).click();
    await heading(page, "Harbour area group");
    await page.getByRole("link", { name: "Version 1" }).first().click();
    await heading(page, /Pack for the meeting on/);
    await checkPage(head);
    await head.context.close();
  });

  it("keeps boards that others do not see, in forced colours too", async () => {
    const clerk = await signedInAs("board-clerk");
    await clerk.page.emulateMedia({ forcedColors: "active" });
    for (const below of ["bodies", "bodies/board-primary", "actions"]) {
      await clerk.page.goto(`${area}/board/${below}`);
      await heading(clerk.page, /./);
      await checkPage(clerk);
    }
    await clerk.context.close();
    const officer = await signedInAs("officer");
    await officer.page.goto(`${area}/board/bodies/board-primary`);
    await heading(officer.page, "Primary improvement board");
    expect(await officer.page.getByRole("link", { name: "Plan a meeting" }).count()).toBe(0);
    await officer.context.close();
    const leader = await signedInAs("leader");
    await leader.page.goto(`${area}/board/bodies/board-primary`);
    await heading(leader.page, "Page not found");
    await leader.context.close();
  });
});
