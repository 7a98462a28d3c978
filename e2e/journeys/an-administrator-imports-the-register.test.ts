import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { addAdministrator, signInAsAdministrator } from "../support/administrator.ts";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { checkFile, registerFile, type ImportedFile } from "../support/register-file.ts";

const schools = registerFile("gias-33-medway.csv", "edubaseallstatefunded20260602.csv");

const others: readonly ImportedFile[] = [
  {
    file: registerFile("links.csv", "links_edubasealldata20250109.csv"),
    kind: "Links between URNs",
    asOf: ["9", "1", "2025"],
  },
  {
    file: registerFile("trusts.csv", "academy_links.csv"),
    kind: "Trusts",
    asOf: ["1", "9", "2025"],
  },
  {
    file: registerFile("ofsted.csv", "ofsted_20260531.csv"),
    kind: "Ofsted inspections",
    asOf: ["31", "5", "2026"],
  },
  {
    file: registerFile("ks2.csv", "ks2_panel.csv"),
    kind: "Published outcomes",
    asOf: ["1", "12", "2025"],
  },
  {
    file: registerFile("lait.csv", "lait.csv"),
    kind: "Published outcomes",
    asOf: ["1", "12", "2025"],
  },
];

let product: RunningProduct;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  product = await startProduct({
    demonstration: false,
    prepare: async (alongside) => void (await alongside("area", "add", "Medway", "--la", "887")),
  });
  await addAdministrator(product, "medway");
  browser = await openBrowser();
  visitor = await visit(browser, product.address);
  await visitor.page.goto("/areas/medway/schools");
  await signInAsAdministrator(visitor);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const confirm = async (): Promise<void> => {
  await visitor.page.getByRole("button", { name: "Confirm this import" }).click();
  await visitor.page.getByText("The register now says what this file says").waitFor();
};

describe("an administrator of an empty area", () => {
  it("is led from the empty list to the import, and told what is missing there", async () => {
    const { page } = visitor;
    await page.getByText("The register has no schools of this area yet").waitFor();
    await checkPage(visitor);
    await page.getByRole("link", { name: "Import a file" }).click();
    await page.getByRole("heading", { name: "Import a file" }).waitFor();
    await checkPage(visitor);
    await page.getByRole("button", { name: "Check the file" }).click();
    const summary = page.getByRole("alert");
    await summary.getByText("Choose a file").waitFor();
    expect(await summary.getByRole("listitem").allTextContents()).toEqual([
      "Choose a file",
      "Choose what the file is",
      "Enter the day that the file speaks for",
    ]);
    await checkPage(visitor);
  });

  it("is told at the file's field why a file cannot be read, and keeps the other answers", async () => {
    const { page } = visitor;
    const file = registerFile("broken/semicolons.csv", "schools-20260301.csv");
    await checkFile(page, { file, kind: "Schools", asOf: ["1", "3", "2026"] });
    await page
      .getByRole("alert")
      .getByRole("link", { name: /semicolon/i })
      .waitFor();
    expect(await page.getByLabel("File", { exact: true }).getAttribute("aria-invalid")).toBe(
      "true",
    );
    expect(await page.getByRole("radio", { name: "Schools" }).isChecked()).toBe(true);
    expect(await page.getByLabel("Year").inputValue()).toBe("2026");
    await checkPage(visitor);
  });

  it("has the day and the kind proposed from the file's name", async () => {
    const { page } = visitor;
    await page.goto("/areas/medway/imports/new");
    await page.getByLabel("File", { exact: true }).setInputFiles(schools);
    expect(await page.getByRole("radio", { name: "Schools" }).isChecked()).toBe(true);
    expect(await page.getByLabel("Day").inputValue()).toBe("2");
    expect(await page.getByLabel("Month").inputValue()).toBe("6");
  });

  it("keeps the chosen file when the session ends on the way", async () => {
    const { page, context } = visitor;
    await context.clearCookies();
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await signInAsAdministrator(visitor);
    await page.getByText("Your choices are still here").waitFor();
    expect(await page.getByRole("radio", { name: "Schools" }).isChecked()).toBe(true);
    await checkPage(visitor);
  });

  it("reviews the preview and confirms it by keyboard alone", async () => {
    const { page } = visitor;
    await page.getByRole("button", { name: "Check the file" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Check what this file would change" }).waitFor();
    await page.getByText("103 schools new to the register").waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/areas\/medway\/imports\/\d+$/);
    await checkPage(visitor);
    await page.getByRole("button", { name: "Confirm this import" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("The register now says what this file says").waitFor();
    await checkPage(visitor);
  });

  it("brings in links, trusts, inspections and outcomes", async () => {
    const { page } = visitor;
    for (const each of others) {
      await page.goto("/areas/medway/imports/new");
      await checkFile(page, each);
      await page.getByRole("heading", { name: "Check what this file would change" }).waitFor();
      await confirm();
    }
    await checkPage(visitor);
    await page.goto("/areas/medway/imports");
    await page.getByRole("link", { name: "ofsted_20260531.csv" }).waitFor();
    expect(await page.getByText("Done", { exact: true }).count()).toBe(6);
    await checkPage(visitor);
  });

  it("finds a school by a misspelt name and reads its page", async () => {
    const { page } = visitor;
    await page.goto("/areas/medway/schools");
    await page.getByText("103 open schools, page 1 of 3").waitFor();
    await page.getByRole("combobox", { name: "Find a school" }).fill("greenvlae primery");
    await page.getByRole("option", { name: /Greenvale Primary School/ }).waitFor();
    await checkPage(visitor);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Greenvale Primary School", level: 1 }).waitFor();
    await page
      .getByText("Source: Get Information about Schools (DfE), as of 2 June 2026")
      .waitFor();
    await page.getByText("Inspected 21 November 2023").first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/areas/medway/schools/118317");
    await page.getByText("Ofsted, latest inspections, as of 31 May 2026").first().waitFor();
    await checkPage(visitor);
  });

  it("reads a school's outcomes beside the area's and England's, with their table", async () => {
    const { page } = visitor;
    await page.goto("/areas/medway/schools/118320");
    await page.getByText("See these figures as a table").click();
    const table = page.getByRole("table", { name: /KS2 reading, writing and maths/ });
    expect(await table.getByRole("columnheader").allTextContents()).toEqual([
      "Year",
      "New Road Primary School",
      "Medway",
      "England",
    ]);
    await checkPage(visitor);
  });

  it("sees that the same file again changes nothing", async () => {
    const { page } = visitor;
    await page.goto("/areas/medway/imports/new");
    await checkFile(page, { file: schools, kind: "Schools", asOf: ["2", "6", "2026"] });
    await page.getByText("Nothing: the register says all of this already.").waitFor();
    await page.getByRole("button", { name: "Set it aside" }).click();
    await page.getByRole("heading", { name: "Imports", exact: true }).waitFor();
    await page.getByText("Set aside", { exact: true }).waitFor();
    expect(await page.getByText("Set aside", { exact: true }).count()).toBe(1);
  });

  it("sees who closes, who changes name, and that a file is older than the register", async () => {
    const { page } = visitor;
    const file = registerFile("gias-33-medway.csv", "edubase20260102.csv", (text) =>
      text
        .replace('"Greenvale Primary School"', '"Greenvale Community Primary School"')
        .replace(
          '"New Road Primary School","Community school","Open"',
          '"New Road Primary School","Community school","Closed"',
        ),
    );
    await page.goto("/areas/medway/imports/new");
    await checkFile(page, { file, kind: "Schools", asOf: ["2", "1", "2026"] });
    await page.getByText("The register holds values of a later day").waitFor();
    await page.getByRole("heading", { name: "Closed: 1 school" }).waitFor();
    await page.getByRole("heading", { name: "Renamed: 1 school" }).waitFor();
    expect(await page.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
      "Closed: 1 school",
      "Renamed: 1 school",
    ]);
    await page.getByText("Greenvale Primary School → Greenvale Community Primary School").waitFor();
    await checkPage(visitor);
    await page.setViewportSize({ width: 390, height: 844 });
    await checkPage(visitor);
  });
});
