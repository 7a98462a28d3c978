import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { checkPage } from "../support/check-page.ts";
import { inviteFrom, linkTo } from "../support/invitation.ts";
import { startProductWithServices, type ProductWithServices } from "../support/service.ts";
import { signInAs } from "../support/sign-in.ts";

let running: ProductWithServices;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([startProductWithServices(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await running.product.stop();
  await Promise.all([running.dfe.close(), running.google.close()]);
});

const open = (screen: "desktop" | "phone" = "desktop"): Promise<Visitor> =>
  visit(browser, running.product.address, screen);

const continueWith = (page: Page, service: string) =>
  page.getByRole("button", { name: `Continue with ${service}` }).click();

const signOut = async ({ page }: Visitor): Promise<void> => {
  await page.goto("/account");
  await page
    .getByRole("button", { name: /^Account|van der|Wren/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
};

const whoIs = async (page: Page) => {
  const answer = await page.request.get("/trpc/session.get");
  return (await answer.json()).result.data;
};

/** Goes to the service as a page does, and stops before the browser is back. */
const wayBackOf = async ({ request }: Page): Promise<string> => {
  const input = { provider: "dfe-sign-in", purpose: { kind: "sign-in" } };
  const begun = await request.post("/trpc/external.begin", { data: input });
  let address: string = (await begun.json()).result.data.url;
  while (!address.includes("/sign-in/with/")) {
    const answer = await request.get(address, { maxRedirects: 0 });
    address = new URL(answer.headers()["location"] ?? "", address).href;
  }
  return address;
};

describe("a person with an account elsewhere", () => {
  it("joins it with a proof, comes in with it from then on, and unjoins it", async () => {
    running.google.signsIn({ id: "jean-luc-1", claims: { name: "Jean-Luc" } });
    const head = await open("phone");
    const { page } = head;
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Continue with DfE Sign-in" }).waitFor();
    await checkPage(head);
    await continueWith(page, "Google");
    await page.getByText("Your account at Google is not joined").waitFor();
    await checkPage(head);
    expect(await whoIs(page)).toBeNull();
    await page.getByRole("link", { name: "Sign in and join them" }).click();
    await page.getByLabel("E-mail address").fill("head@larkenshore.example");
    await page.getByLabel("Password", { exact: true }).fill(running.product.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Other ways to sign in" }).waitFor();
    await page.getByText("None is joined yet").waitFor();
    await page.getByRole("radio", { name: "Google" }).check();
    await page.getByLabel("Your password here").fill("a guess of somebody else");
    await continueWith(page, "the service");
    await page.getByRole("link", { name: "That is not your password" }).waitFor();
    await page.getByLabel("Your password here").fill(running.product.password);
    await continueWith(page, "the service");
    await page.getByRole("rowheader", { name: "Google" }).waitFor();
    await checkPage(head, [/409/]);
    await signOut(head);
    await continueWith(page, "Google");
    await page.waitForURL(/\/larkenshore$/);
    await page.goto("/account");
    await page.getByText("1 account is joined").waitFor();
    await page.getByRole("link", { name: /Change other ways to sign in/i }).click();
    await page.getByRole("button", { name: "Unjoin Google" }).click();
    await page.getByRole("dialog").getByText("It no longer signs you in").waitFor();
    await checkPage(head, [/409/]);
    await page.getByRole("button", { name: "Unjoin", exact: true }).click();
    await page.getByText("None is joined yet").waitFor();
    await signOut(head);
    await continueWith(page, "Google");
    await page.getByText("Your account at Google is not joined").waitFor();
    await head.context.close();
  });

  it("accepts an invitation with DfE Sign-in, and lands at the school chosen there", async () => {
    const administrator = await open();
    await signInAs(administrator, running.product, "partnership-administrator");
    const email = "newcomer@larkenshore.example";
    const place = async (page: Page): Promise<void> => {
      await page.getByLabel("School", { exact: true }).fill("Primary");
      await page.getByRole("listbox").getByRole("option").first().click();
    };
    await inviteFrom(administrator, "/areas/larkenshore", { email, role: "Head", place });
    const claims = { given_name: "Wren", family_name: "O’Otterbourne" };
    running.dfe.signsIn({ id: "wren-1", claims });
    const newcomer = await open();
    const { page } = newcomer;
    await page.goto(await linkTo(page, email, "invitation"));
    await page.getByRole("button", { name: "Accept and sign in" }).waitFor();
    await checkPage(newcomer);
    await continueWith(page, "DfE Sign-in");
    await page.getByText("The sign-in at the other service did not succeed").waitFor();
    expect(await whoIs(page)).toBeNull();
    const school = { id: "5F1B", name: "A school", urn: "900001" };
    running.dfe.signsIn({ id: "wren-1", claims: { ...claims, organisation: school } });
    await page.goto(await linkTo(page, email, "invitation"));
    await continueWith(page, "DfE Sign-in");
    await page.waitForURL(/\/larkenshore$/);
    const { name, homes } = await whoIs(page);
    expect(name).toBe("Wren O’Otterbourne");
    const organisation = JSON.stringify({ ...school, urn: String(homes[0].urn) });
    running.dfe.signsIn({ id: "wren-1", claims: { ...claims, organisation } });
    await signOut(newcomer);
    await continueWith(page, "DfE Sign-in");
    await page.waitForURL(/\/larkenshore$/);
    await checkPage(newcomer);
    await newcomer.context.close();
    await administrator.context.close();
  });

  it("is not let in by an address that was copied out of another browser", async () => {
    const organisation = { id: "5F1B", name: "A school", urn: "900001" };
    running.dfe.signsIn({ id: "wren-1", claims: { given_name: "Wren", organisation } });
    const owner = await open();
    const back = await wayBackOf(owner.page);
    const thief = await open("phone");
    await thief.page.goto(back);
    await thief.page.getByText("The sign-in at the other service did not succeed").waitFor();
    await checkPage(thief);
    expect(await whoIs(thief.page)).toBeNull();
    await owner.context.close();
    await thief.context.close();
  });
});
