import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser, visit } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
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

describe("a head", () => {
  it("is led to the sign-in page, signs in, and comes back to where they were going", async () => {
    const visitor = await visit(browser, product.address);
    const { page } = visitor;
    await page.goto("/areas/larkenshore/schools");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await checkPage(visitor);
    await page.getByLabel("E-mail address").fill("head@larkenshore.example");
    await page.getByLabel("Password", { exact: true }).fill(product.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Schools", exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/areas/larkenshore/schools");
    await checkPage(visitor);
    await visitor.context.close();
  });

  it("is told at once that the password is wrong, and keeps what they typed", async () => {
    const visitor = await visit(browser, product.address, "phone");
    const { page } = visitor;
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill("head@larkenshore.example");
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").getByText("do not go together").waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe("head@larkenshore.example");
    await checkPage(visitor, [/409/]);
    await visitor.context.close();
  });

  it("does not see what only the administrator has", async () => {
    const visitor = await visit(browser, product.address);
    await signInAs(visitor, product, "head");
    await goHome(visitor);
    await visitor.page.getByRole("link", { name: "Our needs", exact: true }).first().waitFor();
    const links = await visitor.page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link")
      .allTextContents();
    expect(links).toContain("Schools");
    expect(links).not.toContain("Imports");
    await visitor.context.close();
  });
});
