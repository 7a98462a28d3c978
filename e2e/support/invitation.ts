import type { Page } from "playwright-core";
import type { Visitor } from "./browser.ts";
import { codeOf } from "./totp.ts";

export const ownPassword = "marmot sings under lamps";

export type Invited = {
  readonly email: string;
  /** As the choice on the page says it. */
  readonly role: string;
  /** Chooses the place on the form, where the role has one. */
  readonly place?: (page: Page) => Promise<void>;
};

/** Fills the page that invites one person, and sends it. */
export const inviteFrom = async (
  { page }: Visitor,
  area: string,
  { email, role, place }: Invited,
): Promise<void> => {
  await page.goto(`${area}/people/invite`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption({ label: role });
  await place?.(page);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByRole("alert").getByText(`Invitation sent to ${email}`).waitFor();
};

type Mailbox = {
  readonly result: {
    readonly data: readonly { readonly recipient: string; readonly text: string }[];
  };
};

/** Guarantee: the mailbox of a demonstration answers this, the newest mail first. */
const toMailbox = (value: unknown): Mailbox => value as Mailbox;

/** The link of the newest mail to an address, as the mailbox of the demonstration has it; its page is in journeys of its own. */
export const linkTo = async (page: Page, email: string, kind: "invitation" | "reset") => {
  const reply = await page.request.get("/trpc/mailbox.list");
  const mails = toMailbox(await reply.json()).result.data;
  const links = mails
    .filter(({ recipient }) => recipient === email)
    .map(({ text }) => new RegExp(`https?://[^/]+(/${kind}/\\S+)`).exec(text)?.[1]);
  return links.find((link) => link !== undefined) ?? "";
};

/** Accepts an invitation with a new account. */
export const acceptAs = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Choose a password").fill(ownPassword);
  await page.getByRole("button", { name: "Accept and sign in" }).click();
};

/** Sets up an authenticator; answers the code that it took, which is spent now, and the recovery codes. */
export const enrol = async (page: Page) => {
  await page.getByRole("heading", { name: "Set up a second step" }).waitFor();
  const secret = (await page.locator("code").first().innerText()).replace(/\s/g, "");
  const spent = codeOf(secret);
  await page.getByLabel("Code", { exact: true }).fill(spent);
  await page.getByRole("button", { name: "Confirm the code" }).click();
  await page.getByRole("heading", { name: "Keep your recovery codes" }).waitFor();
  return { spent, codes: await page.locator("li code").allInnerTexts() };
};
