import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { signInAs } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;

const idleSeconds = 24;

beforeAll(async () => {
  const environment = { SESSION_IDLE_MINUTES: String(idleSeconds / 60) };
  [product, browser] = await Promise.all([startProduct({ environment }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const area = "/areas/larkenshore";
const refused = [/status of 4(01|09)/];

const signInAgain = async (page: Page, who: string): Promise<void> => {
  const form = page.getByRole("form", { name: "Sign in" });
  await form.getByLabel("E-mail address").fill(`${who}@larkenshore.example`);
  await form.getByLabel("Password", { exact: true }).fill(product.password);
  await form.getByRole("button", { name: "Sign in and go on" }).click();
};

const halfWritten = "Bryony Half-Written";
const name = (page: Page) => page.getByLabel("Name (optional)");
const ownName = (page: Page) => page.getByLabel("Your name");
const signedOut = (page: Page) => page.getByRole("heading", { name: "You have been signed out" });

/** Begins to change the own name, in a browser that then loses its sign-in. */
const writing = async (who: string, screen: "desktop" | "phone"): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, screen);
  await signInAs(visitor, product, who);
  await visitor.page.goto("/account/name");
  await ownName(visitor.page).fill(halfWritten);
  return visitor;
};

describe("someone who is called away from their desk", () => {
  it("is warned, stays, is signed out in the end, and finds what they typed", async () => {
    const visitor = await visit(browser, product.address);
    const { page } = visitor;
    await signInAs(visitor, product, "partnership-administrator");
    await page.goto(`${area}/people/invite`);
    await name(page).fill(halfWritten);
    const warning = page.getByRole("dialog", { name: "You will soon be signed out" });
    await warning.waitFor({ timeout: idleSeconds * 1_000 });
    await checkPage(visitor);
    await warning.getByRole("button", { name: "Stay signed in" }).click();
    await warning.waitFor({ state: "hidden" });
    expect(await name(page).inputValue()).toBe(halfWritten);
    await signedOut(page).waitFor({ timeout: 2 * idleSeconds * 1_000 });
    await checkPage(visitor, refused);
    expect(await name(page).isVisible()).toBe(false);
    const reply = await page.request.get("/trpc/device.list");
    expect(reply.status()).toBe(401);
    await signInAgain(page, "partnership-administrator");
    await name(page).waitFor();
    expect(await name(page).inputValue()).toBe(halfWritten);
    await visitor.context.close();
  });
});

describe("someone whose desk loses the network while they are away", () => {
  it("is kept out by a sign-in that the server did not hear the end of", async () => {
    const visitor = await visit(browser, product.address);
    const { page } = visitor;
    await page.clock.install();
    await signInAs(visitor, product, "head");
    const cover = page.waitForResponse(/\/away-.*\.js/);
    await page.goto("/account/name");
    await ownName(page).fill(halfWritten);
    await cover;
    await visitor.settled();
    await visitor.context.setOffline(true);
    await page.clock.fastForward(2 * idleSeconds * 1_000);
    await signedOut(page).waitFor();
    await page.getByText("I sign in another way").click();
    const look = page.getByRole("button", { name: "I have signed in" });
    await look.click();
    await page.getByText("You are not signed in yet.").waitFor();
    await visitor.context.setOffline(false);
    const ended = page.waitForResponse(/session\.signOut/);
    await look.click();
    await ended;
    expect(await ownName(page).isVisible()).toBe(false);
    expect((await page.request.get("/trpc/device.list")).status()).toBe(401);
    await signInAgain(page, "head");
    await ownName(page).waitFor();
    expect(await ownName(page).inputValue()).toBe(halfWritten);
    await visitor.context.close();
  });
});

describe("someone whose sign-in is ended elsewhere", () => {
  it("is refused at the next press, and finds what they typed when they are back", async () => {
    const here = await writing("officer", "phone");
    const there = await visit(browser, product.address);
    await signInAs(there, product, "officer");
    await there.page.goto("/account/devices");
    await there.page.getByRole("button", { name: "Sign out everywhere" }).click();
    await there.page.getByRole("button", { name: "Sign out of all" }).click();
    await there.page.waitForURL(/sign-in/);
    const { page } = here;
    await page.getByRole("button", { name: "Save" }).click();
    await signedOut(page).waitFor();
    await checkPage(here, refused);
    await signInAgain(page, "officer");
    await ownName(page).waitFor();
    expect(await ownName(page).inputValue()).toBe(halfWritten);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(halfWritten).first().waitFor();
    await here.context.close();
    await there.context.close();
  });

  it("is kept out once deactivated, and nobody else sees what was on the page", async () => {
    const here = await writing("school-staff", "desktop");
    const administrator = await visit(browser, product.address);
    await signInAs(administrator, product, "partnership-administrator");
    await administrator.page.goto(`${area}/people?words=school-staff%40`);
    await administrator.page.getByRole("rowheader").getByRole("link").click();
    await administrator.page.getByRole("button", { name: "Deactivate" }).click();
    await administrator.page.getByText(/^Deactivated: signed out everywhere/).waitFor();
    const { page } = here;
    await page.getByRole("button", { name: "Save" }).click();
    await signedOut(page).waitFor();
    await signInAgain(page, "school-staff");
    await page.getByText("That e-mail address and password do not go together").first().waitFor();
    await checkPage(here, refused);
    await signInAgain(page, "leader");
    await page.waitForURL(/larkenshore/);
    await page.getByRole("button", { name: /Account: Dmitri/ }).waitFor();
    expect(await page.getByText(halfWritten).count()).toBe(0);
    await here.context.close();
    await administrator.context.close();
  });

  it("is told calmly when their part in the area ends, with the page still there", async () => {
    const here = await visit(browser, product.address);
    await signInAs(here, product, "zone-coordinator");
    const { page } = here;
    await page.goto(`${area}/people/invite`);
    await name(page).fill(halfWritten);
    const administrator = await visit(browser, product.address);
    await signInAs(administrator, product, "partnership-administrator");
    await administrator.page.goto(`${area}/people?words=zone-coordinator%40`);
    await administrator.page.getByRole("rowheader").getByRole("link").click();
    await administrator.page.getByRole("button", { name: /^End the role Zone/ }).click();
    await administrator.page.getByText(/ended, at once/).waitFor();
    await page.getByLabel("E-mail address").fill("ash@alder.example");
    await page.getByLabel("Role", { exact: true }).selectOption("System leader");
    await page.getByRole("button", { name: "Send the invitation" }).click();
    const told = page.getByRole("dialog", { name: "You have no part in Larkenshore any more" });
    await told.waitFor();
    await checkPage(here, [/status of 40[34]/]);
    await told.getByRole("button", { name: "Stay and copy" }).click();
    expect(await name(page).inputValue()).toBe(halfWritten);
    await page.goto(`${area}/queue`);
    await page.getByRole("heading", { name: "Page not found" }).waitFor();
    await here.context.close();
    await administrator.context.close();
  });
});
