import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
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

describe("an administrator", () => {
  it("finds a person and ends their role, and they are refused at their next request", async () => {
    const coordinator = await visit(browser, product.address, "phone");
    await signInAs(coordinator, product, "zone-coordinator");
    await coordinator.page.goto(`${area}/queue`);
    await coordinator.page.getByRole("heading", { level: 1 }).waitFor();
    const { page } = administrator;
    await page.goto(`${area}/people?words=zone-coordinator`);
    await page.getByText("1 person", { exact: true }).waitFor();
    await checkPage(administrator);
    await page.getByRole("rowheader").getByRole("link").click();
    await page.getByRole("button", { name: /^End the role Zone coordinator/ }).click();
    await page.getByText(/ended, at once/).waitFor();
    const reply = await coordinator.page.request.get(
      `/trpc/area.get?input=${encodeURIComponent(JSON.stringify({ area: "larkenshore" }))}`,
    );
    expect([403, 404]).toContain(reply.status());
    await coordinator.context.close();
  });

  it("checks many lines before anything is sent", async () => {
    const { page } = administrator;
    await page.goto(`${area}/people/invite-many`);
    await page.getByRole("textbox", { name: "Lines" }).fill("email,role\nash@alder.example,king\n");
    await page.getByRole("button", { name: "Check the lines" }).click();
    await page.getByText("There is no such role").waitFor();
    await checkPage(administrator);
    await page
      .getByRole("textbox", { name: "Lines" })
      .fill("email,role\nash@alder.example,officer\n");
    await page.getByRole("button", { name: "Check the lines" }).click();
    await page.getByRole("button", { name: "Send 1 invitation" }).click();
    await page.getByText("1 invitation sent").waitFor();
    await checkPage(administrator);
  });

  it("signs another device out", async () => {
    const other = await visit(browser, product.address, "phone");
    await signInAs(other, product, "partnership-administrator");
    const { page } = administrator;
    await page.goto("/account/devices");
    await page
      .getByRole("button", { name: /^Sign out Chrome/ })
      .first()
      .click();
    await page.getByRole("button", { name: /^Sign out Chrome/ }).waitFor({ state: "detached" });
    await checkPage(administrator);
    await other.page.goto("/account");
    await other.page.getByRole("heading", { name: "Sign in" }).waitFor();
    await checkPage(other);
    await other.context.close();
  });
});
