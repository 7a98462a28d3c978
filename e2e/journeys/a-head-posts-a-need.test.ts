import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit, type Screen } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { countSteps } from "../support/count.ts";
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

const asHead = async (screen: Screen, who = "head") => {
  const visitor = await visit(browser, product.address, screen);
  await signInAs(visitor, product, who);
  return visitor;
};

type Page = Awaited<ReturnType<typeof asHead>>["page"];

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const answerDate = async (page: Page, [day, month, year]: readonly [string, string, string]) => {
  await page.getByLabel("Day", { exact: true }).fill(day);
  await page.getByLabel("Month", { exact: true }).fill(month);
  await page.getByLabel("Year", { exact: true }).fill(year);
};

const nextYear = String(new Date().getFullYear() + 1);

const answerFocus = async (page: Page) => {
  await page.getByLabel("Achievement").check();
  await page.getByLabel("Why do you ask?").fill("Phonics results fell two years running.");
  await press(page, "Save and continue");
  await titled(page, "What should be different?");
};

const answerChange = async (page: Page) => {
  await page.getByLabel(/^What should be different when/).fill("Nine in ten meet the standard.");
  await answerDate(page, ["20", "7", nextYear]);
  await page.getByLabel("This is urgent").check();
  await press(page, "Save and continue");
  await titled(page, "What support would help?");
};

const answerSupport = async (page: Page) => {
  await page.getByLabel("Main area of expertise").fill("phonics");
  await page.getByRole("option", { name: /^Phonics and early reading/ }).click();
  await page.getByLabel("Coaching").check();
  await page.getByLabel("About how many days?").fill("2.5");
  await answerDate(page, ["12", "1", nextYear]);
  await press(page, "Save and continue");
  await titled(page, /anyone you would like/);
};

describe.each(["desktop", "phone"] as const)("a head at a %s", (screen) => {
  it("posts a need in six pages, sees what happens next by when, and who can see what", async () => {
    const visitor = await asHead(screen);
    const { page } = visitor;
    await page.goto("/areas/larkenshore/needs");
    await titled(page, "Our needs");
    await checkPage(visitor);
    await page.getByRole("link", { name: "Ask for support" }).click();
    await titled(page, "Ask for support");
    const steps = await countSteps(page);
    await press(page, "Start");
    await titled(page, "What is it about?");
    await press(page, "Save and continue");
    await page.getByRole("link", { name: "Choose what it is about" }).waitFor();
    await checkPage(visitor);
    await answerFocus(page);
    await checkPage(visitor);
    await answerChange(page);
    await checkPage(visitor);
    await answerSupport(page);
    await checkPage(visitor);
    await press(page, "Save and continue");
    await titled(page, "Who pays?");
    await page.getByLabel("Zone budget").check();
    await press(page, "Save and continue");
    await titled(page, "Who may see it?");
    await page.getByLabel(/only the coordinator should know/).fill("Not public yet.");
    await checkPage(visitor);
    await press(page, "Save and continue");
    await titled(page, "Check your answers");
    const asked = steps.pages().filter((path) => /\/write\/(?!check$)/.test(path));
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBeLessThanOrEqual(6);
    await page.getByText("2½ days").waitFor();
    await checkPage(visitor);
    await press(page, "Send to the coordinator");
    await titled(page, "Need sent");
    expect(await page.getByText(/Your reference is/).textContent()).toMatch(/N-\d{4}/);
    await page.getByText(/gives you a first answer by \d+ \w+ \d{4}/).waitFor();
    await checkPage(visitor);
    await page.getByRole("link", { name: "See the need" }).click();
    await page.getByText("Next: Your coordinator reads it").waitFor();
    await page.getByText(/^First answer due/).waitFor();
    await page.getByText("No leader has seen it yet.").waitFor();
    await page
      .getByRole("list", { name: "What happened" })
      .getByText("Sent to the coordinator")
      .waitFor();
    await checkPage(visitor);
    await visitor.context.close();
  });
});

describe("a draft", () => {
  it("is kept at every page, goes back, and is finished another day", async () => {
    const visitor = await asHead("desktop");
    const { page } = visitor;
    await page.goto("/areas/larkenshore/needs/new");
    await press(page, "Start");
    await titled(page, "What is it about?");
    await answerFocus(page);
    await page.getByLabel(/^What should be different when/).fill("Half a sentence");
    await press(page, "Save and come back later");
    await titled(page, "Our needs");
    await page.getByRole("link", { name: "A new support need" }).first().click();
    await page.getByText("This draft has not left the school.").waitFor();
    await page.getByRole("link", { name: "Go on with the draft" }).click();
    await titled(page, "Check your answers");
    await page.getByRole("heading", { name: "Not ready to send yet" }).waitFor();
    await page.getByText("Half a sentence").waitFor();
    await checkPage(visitor);
    expect(await page.getByRole("button", { name: "Send to the coordinator" }).count()).toBe(0);
    await page.getByRole("link", { name: "Change why" }).click();
    await titled(page, "What is it about?");
    expect(await page.getByLabel("Why do you ask?").inputValue()).toMatch(/^Phonics results/);
    await page.goBack();
    await titled(page, "Check your answers");
    await visitor.context.close();
  });

  it("is prepared by the staff and sent by the head alone; a leader finds nothing there", async () => {
    const visitor = await asHead("desktop", "school-staff");
    const { page } = visitor;
    await page.goto("/areas/larkenshore/needs/new");
    await press(page, "Start");
    await titled(page, "What is it about?");
    const address = new URL(page.url()).pathname;
    const leader = await asHead("desktop", "leader");
    await leader.page.goto(address);
    await titled(leader.page, "Page not found");
    await checkPage(leader, [/404/]);
    await leader.context.close();
    await visitor.context.close();
  });
});
