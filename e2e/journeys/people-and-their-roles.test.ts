import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { acceptAs, enrol, inviteFrom, linkTo } from "../support/invitation.ts";
import { ageProofs } from "../support/proof.ts";
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
const listActs = /^(Invite|Access log)/;

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

  it("finds people by filters and sort that live in the address, and comes back to them", async () => {
    const { page } = administrator;
    await page.goto(`${area}/people?role=head`);
    await page.getByText(/^\d+ people/).waitFor();
    await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
    await page.waitForURL(/sort=-name/);
    const first = page.getByRole("rowheader").getByRole("link").first();
    await expect.poll(async () => (await first.innerText()) > "S").toBe(true);
    const link = page.getByRole("rowheader").getByRole("link").nth(20);
    const name = await link.innerText();
    await link.scrollIntoViewIfNeeded();
    await page.evaluate("window.scrollBy(0, 60)");
    const before = Number(await page.evaluate("window.scrollY"));
    await link.click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await checkPage(administrator);
    await page.goBack();
    await link.waitFor();
    await expect
      .poll(async () => Math.abs(Number(await page.evaluate("window.scrollY")) - before))
      .toBeLessThan(5);
    expect(new URL(page.url()).search).toBe("?role=head&sort=-name");
    await page.getByRole("link", { name: "Remove filter Role: Head" }).waitFor();
  });

  it("shows a code again before taking a list away and before changing rights", async () => {
    const email = "second-administrator@larkenshore.example";
    await inviteFrom(administrator, area, { email, role: "Partnership administrator" });
    const second = await visit(browser, product.address);
    const { page } = second;
    await page.goto(await linkTo(page, email, "invitation"));
    await acceptAs(page, "Ada");
    const { codes } = await enrol(page);
    await page.getByRole("button", { name: "I have kept the codes" }).click();
    await page.waitForURL(/larkenshore$/);
    await ageProofs(product);
    const asked = page.getByRole("dialog", { name: "Show that it is you" });
    const show = async (code: string): Promise<void> => {
      await asked.getByLabel("Code", { exact: true }).fill(code);
      await asked.getByRole("button", { name: "Go on" }).click();
    };
    await page.goto(`${area}/people?words=board-clerk%40`);
    await page.getByRole("button", { name: "Download as CSV" }).click();
    await asked.waitFor();
    await checkPage(second, [/409/]);
    await show("000000");
    await asked.getByRole("link", { name: /That code is not right/ }).waitFor();
    const kept = page.waitForEvent("download");
    await show(codes[0] ?? "");
    const lines = readFileSync(await (await kept).path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("Gurpreet Ottergarth");
    await ageProofs(product);
    await page.getByRole("rowheader").getByRole("link").click();
    await page.getByRole("button", { name: /^End the role Clerk/ }).click();
    await show(codes[1] ?? "");
    await page.getByText(/ended, at once/).waitFor();
    await page.goto(`${area}/people/access?group=rights&days=1&words=Gurpreet`);
    await page.getByRole("row", { name: /Ada.*Role ended.*Gurpreet Ottergarth/ }).waitFor();
    await page.goto(`${area}/people/access?group=reading`);
    await page.getByRole("row", { name: /Ada.*Downloaded the list of people/ }).waitFor();
    await checkPage(second, [/409/]);
    await second.context.close();
  });

  it("has what an officer and a head are not shown", async () => {
    const acts = async (visitor: Visitor, who: string): Promise<readonly string[]> => {
      const { page } = visitor;
      await page.goto(`${area}/people?words=${who}%40`);
      await page.getByText("1 person", { exact: true }).waitFor();
      const list = await page
        .getByRole("main")
        .getByRole("link", { name: listActs })
        .allInnerTexts();
      await page.getByRole("rowheader").getByRole("link").click();
      await page.getByText("Second step", { exact: true }).waitFor();
      await visitor.settled();
      const own = page.getByRole("main");
      const buttons = await own.getByRole("button").allInnerTexts();
      const log = await own.getByRole("link", { name: "What the access log says" }).allInnerTexts();
      return [...list, ...buttons, ...log].map((text) => text.replace(/ \(.*|\n.*/s, ""));
    };
    expect(await acts(administrator, "school-staff")).toEqual(
      expect.arrayContaining([
        "Invite someone",
        "Invite many",
        "Access log",
        "End",
        "Give the role",
        "Deactivate",
        "What the access log says",
      ]),
    );
    const officer = await visit(browser, product.address);
    await signInAs(officer, product, "officer");
    expect(await acts(officer, "school-staff")).toEqual([]);
    await officer.page.emulateMedia({ forcedColors: "active" });
    await checkPage(officer);
    await officer.page.goBack();
    await officer.page.getByRole("rowheader").first().waitFor();
    await checkPage(officer);
    await officer.context.close();
    const head = await visit(browser, product.address);
    await signInAs(head, product, "head");
    expect(await acts(head, "school-staff")).toEqual([
      "Invite someone",
      "Invite many",
      "End",
      "Give the role",
    ]);
    await head.context.close();
  });

  it("plays a second part elsewhere, and switches between the two from the menu", async () => {
    const email = "officer@larkenshore.example";
    const place = async (page: Page): Promise<void> => {
      await page.getByLabel("School", { exact: true }).fill("Primary");
      await page.getByRole("listbox").getByRole("option").first().click();
    };
    await inviteFrom(administrator, area, { email, role: "Head", place });
    const officer = await visit(browser, product.address, "phone");
    const { page } = officer;
    await signInAs(officer, product, "officer");
    await page.goto(await linkTo(page, email, "invitation"));
    await page.getByRole("button", { name: "Accept the invitation" }).click();
    await page.waitForURL(/queue$/);
    await page.getByRole("button", { name: /^Account: / }).click();
    await checkPage(officer);
    await page.getByRole("link", { name: /^Head, / }).click();
    await page.waitForURL(/larkenshore$/);
    await page.getByRole("link", { name: "Ask for support" }).waitFor();
    await checkPage(officer);
    await officer.context.close();
  });

  it("withdraws and sends again, by keyboard alone in a narrow window", async () => {
    const { page } = administrator;
    await page.setViewportSize({ width: 320, height: 700 });
    const email = "pending@larkenshore.example";
    await inviteFrom(administrator, area, { email, role: "Officer" });
    const again = page.getByRole("button", { name: `Send again to ${email}` });
    await again.focus();
    await page.keyboard.press("Enter");
    await page.getByText(`Sent again to ${email}`).waitFor({ state: "attached" });
    await page.getByRole("button", { name: `Withdraw the invitation to ${email}` }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("row", { name: /pending.*Withdrawn/ }).waitFor();
    for (const path of ["/people", "/people/access", "/people/invitations?state=revoked"]) {
      await page.goto(`${area}${path}`);
      await page.getByRole("rowheader").first().waitFor();
      await checkPage(administrator);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
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
