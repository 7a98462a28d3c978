import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { acceptAs, enrol, inviteFrom, linkTo, ownPassword } from "../support/invitation.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { signInAs } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;
let administrator: Visitor;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  administrator = await visit(browser, product.address);
  await signInAs(administrator, product, "partnership-administrator");
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const area = "/areas/larkenshore";

const firstSchool = async (page: Page): Promise<void> => {
  await page.getByLabel("School", { exact: true }).fill("Primary");
  await page.getByRole("listbox").getByRole("option").first().click();
};
const firstZone = async (page: Page): Promise<void> => {
  const zone = page.getByLabel("Zone", { exact: true });
  await zone.locator("option").nth(1).waitFor({ state: "attached" });
  await zone.selectOption({ index: 1 });
};

type Case = {
  readonly role: string;
  readonly email: string;
  readonly place?: (page: Page) => Promise<void>;
  readonly needsSecondFactor: boolean;
  readonly home: RegExp;
  readonly screen: Screen;
};

const cases: readonly Case[] = [
  {
    role: "Head",
    email: "new-head@larkenshore.example",
    place: firstSchool,
    needsSecondFactor: false,
    home: /\/needs$/,
    screen: "phone",
  },
  {
    role: "System leader",
    email: "new-leader@larkenshore.example",
    needsSecondFactor: false,
    home: /\/larkenshore$/,
    screen: "desktop",
  },
  {
    role: "Zone coordinator",
    email: "new-coordinator@larkenshore.example",
    place: firstZone,
    needsSecondFactor: true,
    home: /\/queue$/,
    screen: "phone",
  },
  {
    role: "Improvement board member",
    email: "new-board@larkenshore.example",
    needsSecondFactor: true,
    home: /\/larkenshore$/,
    screen: "desktop",
  },
];

describe("someone who is invited", () => {
  it.each(cases)("as $role is soon at the right page", async (one) => {
    const { email, role, place, screen } = one;
    await inviteFrom(administrator, area, { email, role, ...(place ? { place } : {}) });
    const newcomer = await visit(browser, product.address, screen);
    const { page } = newcomer;
    const link = await linkTo(page, email, "invitation");
    for (let opened = 0; opened < 2; opened += 1) await page.goto(link);
    await page.getByText("Priya Sparrowthimble invites you").waitFor();
    await checkPage(newcomer);
    await acceptAs(page, "Wren Otterbourne");
    if (one.needsSecondFactor) {
      await page.getByRole("heading", { name: "Set up a second step" }).waitFor();
      await checkPage(newcomer);
      await page.goto(`${area}/people`);
      const { codes } = await enrol(page);
      expect(codes).toHaveLength(10);
      await checkPage(newcomer);
      await page.goto("/");
    }
    await page.waitForURL((url) => one.home.test(url.pathname));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goto(link);
    await page.getByText("This link has been used already").waitFor();
    await newcomer.context.close();
  });

  it("sets a new password with a mailed link", async () => {
    const email = "new-head@larkenshore.example";
    const visitor = await visit(browser, product.address);
    const { page } = visitor;
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "I do not know my password" }).click();
    await page.getByRole("heading", { name: "Set a new password" }).waitFor();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("We have sent a mail").waitFor();
    await checkPage(visitor);
    await page.goto(await linkTo(page, email, "reset"));
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByRole("link", { name: "Use 12 characters or more" }).waitFor();
    await page.getByLabel("New password").fill(`another ${ownPassword}`);
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(`another ${ownPassword}`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/needs$/);
    await visitor.context.close();
  });
});
