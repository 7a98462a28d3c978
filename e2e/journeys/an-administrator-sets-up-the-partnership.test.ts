import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { signInAs } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  visitor = await visit(browser, product.address);
  await signInAs(visitor, product, "partnership-administrator");
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const area = "/areas/larkenshore";
const heading = (name: string) =>
  visitor.page.getByRole("heading", { name, exact: true, level: 1 }).waitFor();
const said = async (text: string | RegExp) => {
  const notice = visitor.page.getByRole("alert").getByRole("heading", { name: text });
  await notice.waitFor();
  return notice.isVisible();
};

describe("an administrator", () => {
  it("sees what is done and what is next", async () => {
    const { page } = visitor;
    await page.goto(`${area}/set-up`);
    await heading("Set-up");
    const next = page.getByRole("link", { name: "Academic years and terms" });
    expect(await next.getAttribute("href")).toBe(`${area}/set-up/terms`);
    await checkPage(visitor);
  });

  it("is told at the field that a term would overlap, puts it right, and saves", async () => {
    const { page } = visitor;
    await page.getByRole("link", { name: "Academic years and terms" }).click();
    await heading("Academic years and terms");
    await page.getByRole("link", { name: /^Set the terms of/ }).click();
    await page.getByRole("button", { name: "Save terms" }).waitFor();
    const spring = page.getByRole("group", { name: "Spring term" }).getByLabel("First day", {
      exact: true,
    });
    const proposed = await spring.inputValue();
    const year = Number(proposed.slice(-4));
    await spring.fill(`10 12 ${year - 1}`);
    await page.getByRole("button", { name: "Save terms" }).click();
    await page.getByRole("link", { name: /must be after the end of the autumn term/ }).click();
    expect(await spring.evaluate("document.activeElement.id")).toBe("spring-startsOn");
    await checkPage(visitor, [/409/]);
    await spring.fill(proposed);
    await page.getByRole("button", { name: "Save terms" }).click();
    expect(await said(/^Terms of .* saved$/)).toBe(true);
    await checkPage(visitor, [/409/]);
  });

  it("makes a zone, places two schools in it, and draws it around them", async () => {
    const { page } = visitor;
    await page.goto(`${area}/set-up/zones/new`);
    await page.getByLabel("Name").fill("Estuary");
    await page.getByLabel("Nursery and primary schools").check();
    await page.getByRole("button", { name: "Create zone" }).click();
    expect(await said("Estuary created")).toBe(true);
    await page.getByRole("link", { name: "Place schools in this zone" }).click();
    await heading("Place schools in zones");
    const boxes = page.getByRole("group", { name: "Schools" }).getByRole("checkbox");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await checkPage(visitor, [/409/]);
    await page.getByRole("button", { name: "Place schools" }).click();
    expect(await said("2 schools placed")).toBe(true);
    await page.goto(`${area}/zones`);
    await page.getByRole("link", { name: "Estuary" }).click();
    await page.getByText("2 schools", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Change boundary" }).click();
    await page.getByRole("button", { name: "Draw around its schools" }).click();
    const points = page.getByRole("textbox", { name: "Points" });
    const drawn = (await points.inputValue()).split("\n").length;
    expect(drawn).toBeGreaterThan(2);
    await page.getByRole("img").click({ position: { x: 40, y: 40 } });
    expect((await points.inputValue()).split("\n")).toHaveLength(drawn + 1);
    await page.getByRole("button", { name: "Undo last point" }).click();
    await checkPage(visitor, [/409/]);
    await page.getByRole("button", { name: "Save boundary" }).click();
    expect(await said("Boundary saved")).toBe(true);
    await checkPage(visitor, [/409/]);
  });

  it("gives the zone a coordinator, and seats somebody on its panel", async () => {
    const { page } = visitor;
    await page.getByRole("link", { name: "Change coordinator" }).click();
    await page.getByRole("heading", { name: "Coordinator and panel" }).waitFor();
    await page.getByLabel("Assign a coordinator").selectOption({ index: 3 });
    await page.getByRole("checkbox", { name: /May act on behalf/ }).uncheck();
    await page.getByRole("button", { name: "Assign coordinator" }).click();
    expect(await said("Coordinator assigned")).toBe(true);
    await page.getByLabel("Add somebody to the panel").selectOption({ index: 5 });
    await page.getByRole("button", { name: "Add to the panel" }).click();
    expect(await said("Added to the panel")).toBe(true);
    await checkPage(visitor, [/409/]);
  });

  it("adds an entry to a code list and retires it, by keyboard alone", async () => {
    const { page } = visitor;
    await page.goto(`${area}/set-up/lists/work-mode`);
    await page.getByRole("link", { name: "Add an entry" }).press("Enter");
    await page.getByLabel("Label").pressSequentially("Peer review");
    await page.keyboard.press("Enter");
    expect(await said("Peer review added")).toBe(true);
    await page.getByRole("button", { name: "Retire Peer review" }).press("Enter");
    expect(await said("Peer review retired")).toBe(true);
    await page.getByRole("button", { name: "Restore Peer review" }).waitFor();
    await checkPage(visitor, [/409/]);
  });

  it("changes a rate in pounds and a weight in points, and resets the weights", async () => {
    const { page } = visitor;
    await page.goto(`${area}/set-up/rates`);
    await page.getByRole("link", { name: "Change SLE" }).click();
    await page.getByLabel("Price of a day, in pounds").fill("£362.50");
    await page.getByRole("button", { name: "Save rate" }).click();
    expect(await said("SLE saved")).toBe(true);
    await page.getByRole("cell", { name: "£362.50" }).waitFor();
    await page.goto(`${area}/set-up/weights`);
    await page.getByLabel("Nearness").fill("1001");
    await page.getByRole("button", { name: "Save weights" }).click();
    await page.getByRole("link", { name: /^Nearness: enter a whole number/ }).waitFor();
    await page.getByLabel("Nearness").fill("0");
    await page.getByRole("button", { name: "Save weights" }).click();
    expect(await said("Weights saved")).toBe(true);
    await page.getByRole("button", { name: "Reset to defaults" }).click();
    expect(await page.getByLabel("Nearness").inputValue()).toBe("130");
    await checkPage(visitor, [/409/]);
  });

  it("closes the zone again: its schools are in none, and it stays on record", async () => {
    const { page } = visitor;
    await page.goto(`${area}/zones`);
    await page.getByRole("link", { name: "Estuary" }).click();
    await page.getByRole("link", { name: "Change name" }).click();
    await page.getByRole("button", { name: "Close the zone" }).click();
    await checkPage(visitor, [/409/]);
    await page.getByRole("dialog").getByRole("button", { name: "Close the zone" }).click();
    expect(await said("Estuary closed")).toBe(true);
    await page.getByText("2 schools in no zone").waitFor();
    await page.getByText("1 closed zone").waitFor();
    await checkPage(visitor, [/409/]);
  });
});

describe("the operator", () => {
  it("creates an area from the list of authorities, and is told when its address is taken", async () => {
    const operator = await visit(browser, product.address);
    await signInAs(operator, product, "operator");
    const { page } = operator;
    await page.goto("/operate/areas/new");
    await page.getByLabel("Name").fill("Medway schools");
    await page.getByLabel("Part of the address").fill("larkenshore");
    await page.getByLabel("Medway", { exact: true }).check();
    await page.getByRole("button", { name: "Create area" }).click();
    await page.getByRole("link", { name: /Another area has this address/ }).waitFor();
    await checkPage(operator, [/409/]);
    await page.getByLabel("Part of the address").fill("");
    await page.getByRole("button", { name: "Create area" }).click();
    await page.getByRole("heading", { name: "Medway schools created" }).waitFor();
    expect(await page.getByRole("cell", { name: "Medway", exact: true }).count()).toBe(1);
    await checkPage(operator, [/409/]);
    await operator.context.close();
  });
});

describe("everyone in the area", () => {
  it("reads a zone's page, on a phone, without the administrator's ways in", async () => {
    const reader = await visit(browser, product.address, "phone");
    await signInAs(reader, product, "head");
    await reader.page.goto(`${area}/zones/zone-harbour`);
    await reader.page.getByRole("heading", { name: "Harbour", level: 1 }).waitFor();
    await reader.page.getByText("Panel", { exact: true }).waitFor();
    expect(await reader.page.getByRole("link", { name: /^Change/ }).count()).toBe(0);
    await checkPage(reader);
    await reader.context.close();
  });
});
