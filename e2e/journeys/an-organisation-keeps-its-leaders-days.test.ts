import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser, visit } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { acceptAs, inviteFrom, linkTo } from "../support/invitation.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { goHome, signInAs } from "../support/sign-in.ts";

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
const name = "Saltmarsh Teaching School";

describe("an organisation", () => {
  it("is added, gets a leader and an administrator, who has the days in one place", async () => {
    const administrator = await visit(browser, product.address);
    const { page } = administrator;
    await signInAs(administrator, product, "partnership-administrator");
    await page.goto(`${area}/set-up`);
    await page.getByRole("link", { name: "Organisations" }).click();
    await page.getByRole("link", { name: "Lantern Teaching School Hub", exact: true }).waitFor();
    await checkPage(administrator);
    await page.getByRole("link", { name: "Add an organisation" }).click();
    await page.getByLabel("Name").fill("Lantern teaching school hub");
    await page.getByRole("button", { name: "Add organisation" }).click();
    await page.getByRole("link", { name: "Choose what it is" }).waitFor();
    await checkPage(administrator);
    await page.getByRole("radio", { name: "Teaching school", exact: true }).check();
    await page.getByRole("button", { name: "Add organisation" }).click();
    await page.getByRole("link", { name: "An organisation of this name is there" }).waitFor();
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Add organisation" }).click();
    await page.getByText(`${name} added`).waitFor();
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByText("No leader is in this organisation yet").waitFor();
    const choice = page.getByLabel("Leader", { exact: true });
    await choice.selectOption({ index: 1 });
    await page.getByRole("button", { name: "Add leader" }).click();
    await page.getByText(`is in ${name} now`).waitFor();
    await page.getByRole("rowheader").first().waitFor();
    await checkPage(administrator, [/409/]);
    const email = "hub@larkenshore.example";
    await inviteFrom(administrator, area, {
      email,
      role: "Leader organisation administrator",
      place: async (form) => {
        await form.getByLabel("Organisation", { exact: true }).selectOption({ label: name });
      },
    });
    const newcomer = await visit(browser, product.address, "phone");
    await newcomer.page.goto(await linkTo(newcomer.page, email, "invitation"));
    await newcomer.page.getByText(name).waitFor();
    await acceptAs(newcomer.page, "Wren Otterbourne");
    await newcomer.page.getByRole("heading", { name, level: 1 }).waitFor();
    expect(await newcomer.page.getByRole("rowheader").count()).toBe(1);
    await checkPage(newcomer);
    await page.goto(`${area}/set-up/organisations`);
    await page.getByRole("button", { name: `Close ${name}` }).click();
    await page.getByText("1 leader and 1 administrator are in it still").waitFor();
    await newcomer.context.close();
    await administrator.context.close();
  });

  it("answers a term for one of its leaders", async () => {
    const hub = await visit(browser, product.address);
    const { page } = hub;
    await signInAs(hub, product, "organisation-administrator");
    await goHome(hub);
    await page.getByRole("heading", { name: "Lantern Teaching School Hub", level: 1 }).waitFor();
    expect(await page.getByRole("rowheader").count()).toBeGreaterThan(1);
    await checkPage(hub);
    await page
      .getByRole("link", { name: /^(Change|Answer|Reconfirm) / })
      .first()
      .click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForURL(/\/leaders\/.+\/capacity\//);
    await page.goBack();
    await page.getByRole("heading", { name: "Lantern Teaching School Hub", level: 1 }).waitFor();
    await hub.context.close();
  });
});
