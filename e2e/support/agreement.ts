import { checkPage } from "./check-page.ts";
import type { Visitor } from "./browser.ts";

type Page = Visitor["page"];

/** Browsers put every refusal into their console. */
export const refusedInBrowser = [/status of 409/];

const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page
    .getByRole("link", { name, exact: typeof name === "string" })
    .first()
    .click();

/** Fills what a draft lacks, is told what is still missing, and sends the agreement out. */
export const writeAgreement = async (officer: Visitor, deployment: string): Promise<void> => {
  const { page } = officer;
  await page.goto(deployment);
  await page.getByText("Agreement being written").waitFor();
  await checkPage(officer);
  await follow(page, "Write the agreement");
  await titled(page, "Write the agreement");
  await press(page, "Save and check");
  await page.getByRole("link", { name: /^Objective 1: choose a measure/ }).waitFor();
  await checkPage(officer);
  await page.getByLabel("Measured by").selectOption("Phonics: expected standard");
  await page.getByLabel("Figure now").fill("62");
  await page.getByLabel("Of which day").fill("1 7 2026");
  await page.getByLabel("Figure to reach").fill("75");
  await press(page, "Save and check");
  await titled(page, "Check the agreement");
  await page.getByText("The agreement lacks: the pattern of days.").waitFor();
  await checkPage(officer);
  await follow(page, "Change something");
  await titled(page, "Write the agreement");
  await page.getByLabel("Pattern").fill("A half-day on most Mondays");
  await press(page, "Save and check");
  await titled(page, "Check the agreement");
  await press(page, "Send out to be signed");
  await page.waitForURL((url) => url.pathname === deployment);
  await page.getByText("Out for signature").first().waitFor();
  await checkPage(officer);
};

/** Signs what waits on a deployment's page, after reading it. */
export const signAgreement = async (
  visitor: Visitor,
  deployment: string,
  name: string,
): Promise<void> => {
  const { page } = visitor;
  await page.goto(deployment);
  await follow(page, /^Read and sign as /);
  await titled(page, "Read and sign the agreement");
  await press(page, "Sign");
  await page.getByRole("link", { name: "Type your name" }).waitFor();
  await checkPage(visitor, refusedInBrowser);
  await page.getByLabel("Type your name").fill("Somebody Else");
  await press(page, "Sign");
  await page.getByText(`Type your own name to sign: ${name}.`).first().waitFor();
  await page.getByLabel("Type your name").fill(` ${name.toUpperCase()} `);
  await press(page, "Sign");
  await page.waitForURL((url) => url.pathname === deployment);
};

/** Declares to have worked at a school; answers the address of the conflict that follows from it. */
export const declareTie = async (leader: Visitor, school: string): Promise<string> => {
  const { page } = leader;
  await page.goto("/areas/larkenshore/conflicts/declare");
  await titled(page, "Declare an interest");
  await press(page, "Declare");
  await page.getByRole("link", { name: "Choose a school" }).waitFor();
  await checkPage(leader, refusedInBrowser);
  await page.getByRole("combobox", { name: "School" }).fill(school);
  await page.getByRole("option").first().click();
  await page.getByLabel("Worked at the school").check();
  await page.getByLabel("In a sentence").fill("I taught there until 2019");
  await press(page, "Declare");
  await page.getByText("To be decided").waitFor();
  await checkPage(leader, refusedInBrowser);
  return new URL(page.url()).pathname;
};

/** Takes the declared tie back; the conflict goes on to wait for whoever decides. */
export const withdrawTie = async (leader: Visitor, conflict: string): Promise<void> => {
  const { page } = leader;
  await page.goto(conflict);
  await follow(page, /^Withdraw what ties /);
  await page.getByRole("heading", { name: "Withdraw it" }).waitFor();
  await press(page, "Withdraw it");
  await page.getByRole("link", { name: "Enter a reason" }).waitFor();
  await checkPage(leader, refusedInBrowser);
  await page.getByLabel("Why is it withdrawn?").fill("It was another school of that name");
  await press(page, "Withdraw it");
  await titled(page, "Conflicts of interest");
  await page.getByText("It was another school of that name").waitFor();
  await checkPage(leader, refusedInBrowser);
  await page.goto(conflict);
  await page.getByText("To be decided").waitFor();
};

/** Allows a conflict on conditions, as somebody without a part in it. */
export const allowConflict = async (officer: Visitor, conflict: string): Promise<void> => {
  const { page } = officer;
  await page.goto(conflict);
  await page.getByText("I taught there until 2019").waitFor();
  await page.getByText("A tie that it rests on was withdrawn").waitFor();
  await press(page, "Record the decision");
  await page.getByRole("link", { name: "Choose allow or refuse" }).waitFor();
  await checkPage(officer);
  await page.getByLabel("Allow").check();
  await page.getByLabel("Conditions").fill("The chair of governors is told");
  await page.getByLabel("Reason").fill("It is long ago");
  await press(page, "Record the decision");
  await page.getByText("Allowed").first().waitFor();
  await checkPage(officer);
};

/** Sends a change out, which the head takes back with words of their own. */
export const takeChangeBack = async (
  officer: Visitor,
  head: Visitor,
  deployment: string,
): Promise<void> => {
  await officer.page.goto(deployment);
  await follow(officer.page, "Change the agreement");
  await titled(officer.page, "Change the agreement");
  await officer.page.getByLabel("Pattern").fill("A whole day each fortnight");
  await checkPage(officer);
  await press(officer.page, "Send out to be signed");
  await officer.page.getByText("A change is being signed").waitFor();
  await checkPage(officer);
  await head.page.goto(deployment);
  await follow(head.page, "Ask for a change");
  await titled(head.page, "Ask for a change");
  await head.page.getByLabel("What should change?").fill("Mondays suit us better");
  await press(head.page, "Take this version back");
  await head.page.getByText("Mondays suit us better").last().waitFor();
  await checkPage(head, refusedInBrowser);
};

/** Sends a change out that gives half a day less; answers how many days are left. */
export const sendFewerDays = async ({ page }: Visitor, deployment: string): Promise<string> => {
  await page.goto(deployment);
  await follow(page, "Change the agreement");
  await titled(page, "Change the agreement");
  const days = page.getByLabel("Days in all");
  const fewer = String(Number(await days.inputValue()) - 0.5);
  await days.fill(fewer);
  await press(page, "Send out to be signed");
  await page.getByText("Make the two equal.", { exact: false }).first().waitFor();
  await page.getByLabel("Days paid for").fill(fewer);
  await press(page, "Send out to be signed");
  await page.getByText("A change is being signed").waitFor();
  return fewer;
};

/** Pauses the work, takes it up again, and ends it before its time. */
export const pauseAndEnd = async (officer: Visitor, deployment: string): Promise<void> => {
  const { page } = officer;
  await page.goto(deployment);
  await follow(page, "Pause");
  await titled(page, "Pause the work");
  await checkPage(officer, refusedInBrowser);
  await page.getByLabel("Why does it pause?").fill("The school is inspected");
  await press(page, "Pause");
  await page.getByText("Paused", { exact: true }).first().waitFor();
  await checkPage(officer, refusedInBrowser);
  await press(page, "Take the work up again");
  await page.getByText("Active", { exact: true }).first().waitFor();
  await follow(page, "End early");
  await titled(page, "End the work early");
  await checkPage(officer, refusedInBrowser);
  await page.getByLabel("Why does it end?").fill("The school joins a trust");
  await press(page, "End the work");
  await page.getByText("Ended early").first().waitFor();
  await checkPage(officer, refusedInBrowser);
};
