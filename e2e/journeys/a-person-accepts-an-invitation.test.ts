import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { openBrowser, visit, type Screen, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { acceptAs, enrol, linkTo, ownPassword } from "../support/invitation.ts";
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
const home = /\/areas\/larkenshore$/;
const queue = /\/areas\/larkenshore\/queue$/;

type Place = "urn" | "zone" | "organisation";
type Case = {
  readonly role: string;
  readonly place?: Place;
  readonly owesFactor?: true;
  readonly lands: RegExp;
  /** As the page of the invitation, and the home, say it. */
  readonly words: string;
  readonly screen: Screen;
};

const cases: readonly Case[] = [
  { role: "head", place: "urn", lands: home, words: "Head", screen: "phone" },
  { role: "school staff", place: "urn", lands: home, words: "School staff", screen: "desktop" },
  { role: "leader", lands: home, words: "System leader", screen: "phone" },
  {
    role: "organisation administrator",
    place: "organisation",
    lands: /\/organisations\/[^/]+$/,
    words: "Leader organisation administrator",
    screen: "desktop",
  },
  {
    role: "zone coordinator",
    place: "zone",
    owesFactor: true,
    lands: queue,
    words: "Zone coordinator",
    screen: "phone",
  },
  { role: "officer", owesFactor: true, lands: queue, words: "Officer", screen: "desktop" },
  {
    role: "board member",
    owesFactor: true,
    lands: home,
    words: "Improvement board member",
    screen: "desktop",
  },
  {
    role: "board clerk",
    owesFactor: true,
    lands: home,
    words: "Clerk to the improvement board",
    screen: "phone",
  },
  {
    role: "partnership administrator",
    owesFactor: true,
    lands: home,
    words: "Partnership administrator",
    screen: "desktop",
  },
];

/** Whose pages are checked for accessibility: one of each kind of home, on both screens. */
const looked: readonly string[] = ["head", "zone coordinator", "partnership administrator"];

const emailFor = (role: string): string => `new-${role.replaceAll(" ", "-")}@alder.example`;

/** A school, a zone and an organisation of the area, as a spreadsheet of invitations names them. */
const findPlaces = async ({ page }: Visitor): Promise<Readonly<Record<Place, string>>> => {
  await page.goto(`${area}/schools?phase=primary`);
  const school = page.getByRole("rowheader").getByRole("link").first();
  const urn = /\d{6}$/.exec((await school.getAttribute("href")) ?? "")?.[0] ?? "";
  const optionOf = async (role: string, label: string): Promise<string> => {
    await page.goto(`${area}/people/invite`);
    await page.getByLabel("Role", { exact: true }).selectOption(role);
    const options = page.getByLabel(label, { exact: true }).locator("option");
    await options.nth(1).waitFor({ state: "attached" });
    return options.nth(1).innerText();
  };
  return {
    urn,
    zone: await optionOf("Zone coordinator", "Zone"),
    organisation: await optionOf("Leader organisation administrator", "Organisation"),
  };
};

const asFile = (places: Readonly<Record<Place, string>>, more: readonly string[]): string => {
  const columns: readonly Place[] = ["urn", "zone", "organisation"];
  const lines = cases.map(({ role, place }) =>
    [
      emailFor(role),
      role,
      ...columns.map((column) => (column === place ? places[column] : "")),
    ].join(),
  );
  return ["email,role,urn,zone,organisation", ...lines, ...more].join("\r\n");
};

const checkLines = async (page: Page, text: string): Promise<void> => {
  const buffer = Buffer.from(text);
  await page
    .getByLabel("Or a CSV file")
    .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Check the lines" }).click();
};

/** Sets a second step up, and keeps the recovery codes in a file and on paper. */
const setUpFactor = async (newcomer: Visitor) => {
  const { page } = newcomer;
  await page.getByRole("heading", { name: "Set up a second step" }).waitFor();
  await page.goto(`${area}/people`);
  await page.getByRole("heading", { name: "Set up a second step" }).waitFor();
  await page.goto("/");
  const factor = await enrol(page);
  expect(factor.codes).toHaveLength(10);
  const kept = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the codes" }).click();
  const file = readFileSync(await (await kept).path(), "utf8");
  expect(factor.codes.filter((code) => file.includes(code))).toHaveLength(10);
  await page.evaluate("window.print = () => (document.title = 'printed')");
  await page.getByRole("button", { name: "Print the codes" }).click();
  expect(await page.title()).toBe("printed");
  return factor;
};

describe("an administrator", () => {
  it("invites people to every part from a file, with what is wrong said line by line", async () => {
    const { page } = administrator;
    const places = await findPlaces(administrator);
    await page.goto(`${area}/people/invite-many`);
    await checkLines(page, asFile(places, ["nobody,king", `ash@alder.example,head,12`]));
    await page.getByText("2 lines of 11 cannot be sent").waitFor();
    await page.getByText("Not an e-mail address; There is no such role").waitFor();
    await page.getByRole("row", { name: /^12 ash@alder.example .*A URN is 6 figures/ }).waitFor();
    await checkPage(administrator);
    await checkLines(page, asFile(places, []));
    await page.getByRole("button", { name: "Send 9 invitations" }).click();
    await page.getByText("9 invitations sent").waitFor();
    expect(await page.getByRole("rowheader").count()).toBeGreaterThanOrEqual(9);
    await checkPage(administrator);
  });
});

describe("someone who is invited", () => {
  it.each(cases)("as $role is soon at the right page", async ({ role, words, ...one }) => {
    const newcomer = await visit(browser, product.address, one.screen);
    const { page } = newcomer;
    const link = await linkTo(page, emailFor(role), "invitation");
    const pages = new Set<string>();
    page.on("framenavigated", (frame) => pages.add(new URL(frame.url()).pathname));
    const began = Date.now();
    await page.goto(link);
    await page.getByText("Priya Sparrowthimble invites you").waitFor();
    await page.getByText(words, { exact: true }).first().waitFor();
    const isLookedAt = looked.includes(role);
    if (isLookedAt) await checkPage(newcomer);
    await page.reload();
    await acceptAs(page, "Zoë O’Brien-de Souza");
    if (one.owesFactor) {
      await setUpFactor(newcomer);
      if (isLookedAt) await checkPage(newcomer);
      await page.getByRole("button", { name: "I have kept the codes" }).click();
    }
    await page.waitForURL((url) => one.lands.test(url.pathname));
    await page.getByRole("heading", { level: 1 }).waitFor();
    if (role === "head") {
      expect([...pages]).toEqual([new URL(link, product.address).pathname, "/", area]);
      expect(Date.now() - began).toBeLessThan(60_000);
    }
    if (one.lands !== home) await page.goto(area);
    await page.getByRole("heading", { name: "What needs you now" }).waitFor();
    await page.getByRole("heading", { level: 1 }).getByText(words).waitFor();
    if (isLookedAt) await checkPage(newcomer);
    await page.goto(link);
    await page.getByText("This link has been used already").waitFor();
    await newcomer.context.close();
  });

  it("as operator, from the command line, comes to the list of areas", async () => {
    const email = "new-operator@alder.example";
    const said = await product.alongside("person", "invite", email, "--role", "operator");
    const newcomer = await visit(browser, product.address);
    const { page } = newcomer;
    await page.goto(/\/invitation\/\S+/.exec(said)?.[0] ?? "");
    await acceptAs(page, "Ama");
    const { spent, codes } = await setUpFactor(newcomer);
    await page.getByRole("button", { name: "I have kept the codes" }).click();
    await page.getByRole("heading", { name: "Areas" }).waitFor();
    await checkPage(newcomer);
    await newcomer.context.close();

    const later = await visit(browser, product.address, "phone");
    await later.page.goto("/sign-in");
    await later.page.getByLabel("E-mail address").fill(email);
    await later.page.getByLabel("Password", { exact: true }).fill(ownPassword);
    await later.page.getByRole("button", { name: "Sign in" }).click();
    const code = later.page.getByLabel("Code", { exact: true });
    await code.fill(spent);
    await later.page.getByRole("button", { name: "Sign in" }).click();
    await later.page.getByRole("link", { name: /That code is not right, or was used/ }).waitFor();
    await checkPage(later, [/409/]);
    await code.fill(codes[0] ?? "");
    await later.page.getByRole("button", { name: "Sign in" }).click();
    await later.page.getByRole("heading", { name: "Areas" }).waitFor();
    await later.page.goto("/account/second-factor");
    await later.page.getByText("Recovery codes left: 9 of 10").waitFor();
    await checkPage(later, [/409/]);
    await later.context.close();
  });

  it("sets a new password with a mailed link, and the old one is worth nothing", async () => {
    const email = emailFor("head");
    const visitor = await visit(browser, product.address);
    const { page } = visitor;
    const signIn = async (password: string): Promise<void> => {
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
    };
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "I do not know my password" }).click();
    await page.getByRole("heading", { name: "Set a new password" }).waitFor();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("We have sent a mail").waitFor();
    await checkPage(visitor);
    const link = await linkTo(page, email, "reset");
    for (let opened = 0; opened < 2; opened += 1) await page.goto(link);
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByRole("link", { name: "Use 12 characters or more" }).waitFor();
    await checkPage(visitor);
    await page.getByLabel("New password").fill(`another ${ownPassword}`);
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByText("Your password is set").waitFor();
    await signIn(ownPassword);
    await page.getByText("do not go together").first().waitFor();
    await signIn(`another ${ownPassword}`);
    await page.waitForURL(home);
    await page.goto(link);
    await page.getByText("This link has been used already").waitFor();
    await checkPage(visitor, [/409|410/]);
    await visitor.context.close();
  });
});
