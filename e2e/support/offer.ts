import type { Browser, Page } from "playwright-core";
import { openDatabase } from "../../packages/db/src/index.ts";
import { visit, type Screen, type Visitor } from "./browser.ts";
import type { RunningProduct } from "./product.ts";
import { signInWith } from "./sign-in.ts";

export const area = "/areas/larkenshore";

/** The first column of the rows that a question to the product's database answers. */
export const askDatabase = async (
  product: RunningProduct,
  sql: string,
  args: readonly string[] = [],
): Promise<readonly string[]> => {
  const database = openDatabase({ url: product.databaseUrl });
  const { rows } = await database.client.execute({ sql, args: [...args] });
  database.close();
  return rows.map((row) => String(row[0]));
};

/** A visitor who is signed in with an address of the demonstration. */
export const signedIn = async (
  browser: Browser,
  product: RunningProduct,
  given: { readonly email: string; readonly screen?: Screen },
): Promise<Visitor> => {
  const visitor = await visit(browser, product.address, given.screen);
  await signInWith(visitor, product, given.email);
  return visitor;
};

const openNeeds = `SELECT id FROM needs WHERE state = 'open' AND urn IN
  (SELECT urn FROM role_grants WHERE role = 'head' AND ended_at IS NULL) ORDER BY id`;

/** Opens the form that offers a need to the first leader of its list; answers the need. Throws when nobody fits any open need. */
export const openSendForm = async (
  page: Page,
  product: RunningProduct,
  except: readonly string[] = [],
): Promise<string> => {
  for (const need of await askDatabase(product, openNeeds)) {
    if (except.includes(need)) continue;
    await page.goto(`${area}/needs/${need}/shortlist`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    const offers = page.locator(`a[href*="/needs/${need}/offer/"]`);
    if ((await offers.count()) === 0) continue;
    await offers.first().click();
    await page.getByRole("button", { name: "Send the offer" }).waitFor();
    return need;
  }
  throw new Error("nobody fits any need");
};

/** Sends the offer of an open form, for a day and a half; answers its id. */
export const sendTheOffer = async (page: Page): Promise<string> => {
  await page.getByLabel("Days", { exact: true }).fill("1.5");
  await page.getByRole("button", { name: "Send the offer" }).click();
  await page.getByText("With the leader").waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
};

/** The answer link of the newest mail with a subject, as the mailbox of the demonstration shows it. */
export const answerLinkOf = async (page: Page, subject: string): Promise<string> => {
  await page.goto("/mailbox");
  const mail = page.getByRole("article").filter({ hasText: subject }).first();
  return (await mail.locator('a[href*="/answer/"]').getAttribute("href")) ?? "";
};
