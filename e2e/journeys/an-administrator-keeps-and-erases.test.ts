import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openDatabase } from "../../packages/db/src/index.ts";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { signInAs } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;
let administrator: Visitor;

const area = "/areas/larkenshore";

/** A mail that went out long ago, as an instance that has run for years has many. */
const ageOneMail = async ({ databaseUrl }: RunningProduct): Promise<void> => {
  const { write, close } = openDatabase({ url: databaseUrl });
  await write((tx) =>
    tx.run(
      "INSERT INTO outbox_mails (id, area_id, recipient, template, content, created_at, sent_at) SELECT 'old-mail', id, 'head@larkenshore.example', 'summary', '{}', '2015-01-01', '2015-01-01' FROM areas",
    ),
  );
  close();
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await ageOneMail(product);
  administrator = await visit(browser, product.address);
  await signInAs(administrator, product, "partnership-administrator");
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

describe("an administrator", () => {
  it("decides how long what is kept, holds what a claim needs, and removes what is over", async () => {
    const { page } = administrator;
    await page.goto(`${area}/set-up`);
    await page.getByRole("link", { name: "Keeping and erasing" }).click();
    await page.getByRole("heading", { level: 1, name: "Keeping and erasing" }).waitFor();
    await checkPage(administrator);
    await page.getByRole("link", { name: "Change Mails that went out" }).click();
    await page.getByLabel("Months").fill("0");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Enter whole months from 1 to 36" }).waitFor();
    await checkPage(administrator);
    await page.getByLabel("Months").fill("6");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Mails that went out: now kept 6 months").waitFor();
    await page.getByRole("link", { name: "Place a hold" }).click();
    await page.getByLabel("Everything of the area").check();
    await page.getByLabel("Why").fill("A public inquiry asks for it");
    await checkPage(administrator);
    await page.getByRole("button", { name: "Place the hold" }).click();
    await page.getByText("The hold is placed").waitFor();
    await page.getByText("there is nothing to remove").waitFor();
    await checkPage(administrator);
    await page.getByRole("link", { name: /^End the hold on/ }).click();
    await page.getByLabel("Why it ends").fill("The inquiry has reported");
    await checkPage(administrator);
    await page.getByRole("button", { name: "End the hold" }).click();
    await page.getByText(/The hold on .* has ended/).waitFor();
    await page.getByRole("button", { name: /^Remove what is over/ }).click();
    await page.getByRole("dialog", { name: "Remove for good?" }).waitFor();
    await checkPage(administrator);
    await page.getByRole("button", { name: "Remove for good" }).click();
    await page.getByText(/records? removed/).waitFor();
    await page.getByText("there is nothing to remove").waitFor();
    await page
      .getByRole("heading", { name: "Removed what had been kept for its term" })
      .first()
      .waitFor();
    await checkPage(administrator);
  });

  it("sees how the product runs, and has the log verified", async () => {
    const { page } = administrator;
    await page.goto(`${area}/set-up/operations`);
    await page.getByRole("button", { name: "Verify the log now" }).click();
    await page.getByText(/^Whole .*events?, /).waitFor();
    await page.getByRole("rowheader", { name: /^The clock/ }).waitFor();
    await checkPage(administrator);
  });

  it("takes away everything that is kept about themselves", async () => {
    const { page } = administrator;
    await page.goto("/account");
    const kept = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download everything that is kept about you" }).click();
    const text = readFileSync(await (await kept).path(), "utf8");
    expect(text).toContain("partnership-administrator@larkenshore.example");
    expect(text).not.toContain("zone-coordinator@larkenshore.example");
    await checkPage(administrator);
  });

  it("gives out what is kept of a person, shuts the account and erases them", async () => {
    const { page } = administrator;
    await page.goto(`${area}/people?words=board-clerk%40`);
    const row = page.getByRole("rowheader").getByRole("link");
    const name = await row.innerText();
    await row.click();
    const kept = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download everything kept about them" }).click();
    expect(readFileSync(await (await kept).path(), "utf8")).toContain(name);
    await page.getByRole("button", { name: "Deactivate" }).click();
    await page.getByText("Deactivated: signed out everywhere").waitFor();
    await page.getByRole("button", { name: "Erase this person" }).click();
    await page.getByLabel("Why").fill("They asked to be forgotten");
    await checkPage(administrator);
    await page.getByRole("button", { name: "Erase for good" }).click();
    await page.getByText("The person is erased").waitFor();
    await page.goto(`${area}/people?words=${encodeURIComponent(name)}`);
    await page
      .getByText("0 people")
      .or(page.getByText(/no people|nobody/i))
      .first()
      .waitFor();
    await page.goto(`${area}/set-up/operations`);
    await page.getByRole("button", { name: "Verify the log now" }).click();
    await page.getByText(/^Whole .*[1-9]\d* without their words/).waitFor();
    await checkPage(administrator);
  });
});
