import { expect } from "vitest";
import type { Visitor } from "./browser.ts";
import { checkPage } from "./check-page.ts";

type Page = Visitor["page"];

export const area = "/areas/larkenshore";

export const titled = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1 }).waitFor();

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();

export const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name }).first().click();

/** Goes to a page of the round by its name in the row of pages. */
export const openPage = (page: Page, name: string): Promise<void> =>
  page
    .getByRole("navigation", { name: "This round", exact: true })
    .getByRole("link", { name, exact: true })
    .click();

/** Goes to a page of the round, and looks it over. */
export const turnTo = async (visitor: Visitor, name: string): Promise<void> => {
  const { page } = visitor;
  await openPage(page, name);
  await titled(page, name);
  await checkPage(visitor);
};

/** Begins a round of the whole area and solves it; answers its id. */
export const begun = async (visitor: Visitor): Promise<string> => {
  const { page } = visitor;
  await page.goto(`${area}/rounds`);
  await titled(page, "Brokering rounds");
  await page.getByRole("link", { name: "The whole area, last round" }).waitFor();
  await checkPage(visitor);
  await follow(page, "Begin a round");
  await press(page, "Begin");
  await page.getByRole("link", { name: "Enter a name" }).waitFor();
  await checkPage(visitor);
  await page.getByLabel("What do you call it?").fill("All zones in spring");
  const next = await page
    .getByLabel("For which term?")
    .locator("option")
    .nth(1)
    .getAttribute("value");
  await page.getByLabel("For which term?").selectOption(next);
  await press(page, "Begin");
  await titled(page, "Needs and days");
  await page.getByText("There to give").waitFor();
  await checkPage(visitor);
  await press(page, "Solve with these");
  await titled(page, "Plan");
  await page.getByRole("table", { name: "Who goes where" }).waitFor();
  return new URL(page.url()).pathname.split("/")[4] ?? "";
};

/** Leaves all needs out and takes them in again, by the keyboard; what is not saved is not solved. */
export const chooseAtOnce = async (page: Page): Promise<void> => {
  const needs = page.getByRole("group", { name: "Needs", exact: true });
  await needs.getByRole("button", { name: "None" }).press("Enter");
  await needs.getByText(/^0 of \d+ chosen$/).waitFor();
  expect(await needs.getByRole("checkbox", { checked: true }).count()).toBe(0);
  await page.getByText(/^The choice below is not saved yet/).waitFor();
  await needs.getByRole("button", { name: "All" }).press("Enter");
  await press(page, "Save the choice");
  await page.getByRole("button", { name: "Solve with these" }).waitFor();
};

/** Drops the round with a reason, and takes it up again. */
export const dropAndTakeUp = async (visitor: Visitor, name: string): Promise<void> => {
  const { page } = visitor;
  await openPage(page, "Overview");
  await titled(page, name);
  await page.getByText("Drop this round").click();
  await page.getByLabel("Why is it not wanted?").fill("Begun for the wrong term");
  await press(page, "Drop the round");
  await page.getByText("This round was dropped: Begun for the wrong term").waitFor();
  await checkPage(visitor);
  await press(page, "Take it up again");
  await page.getByText("Not solved yet", { exact: true }).waitFor();
};

/** Goes to the need whose leader can be changed first, and opens its leaders. */
const toFirstNeed = async ({ page }: Visitor): Promise<void> => {
  await follow(page, /^Change the leader of/);
  await page.getByText(/^Who could go: /).waitFor();
};

/** Sees what another leader would cost, then pins them with a reason; a reason must be given. */
export const pinAnother = async (visitor: Visitor): Promise<void> => {
  const { page } = visitor;
  await toFirstNeed(visitor);
  await press(page, /^What would it cost/);
  await page
    .locator("[data-part=cost]")
    .getByText(/would go to/)
    .waitFor();
  await page.getByText(/^Who could not go, and why/).click();
  await checkPage(visitor);
  await page.getByRole("button", { name: /^Pin / }).nth(1).click();
  await press(page, "Pin and solve again");
  await page.getByRole("link", { name: "Enter a reason" }).waitFor();
  await page.getByLabel("Why this leader?").fill("They have worked together before");
  await press(page, "Pin and solve again");
  await page.getByText("Pinned", { exact: true }).first().waitFor();
  await checkPage(visitor);
};

export const ruleOut = async (visitor: Visitor): Promise<void> => {
  const { page } = visitor;
  await page
    .getByRole("link", { name: /^Change the leader of/ })
    .nth(1)
    .click();
  await page.getByText(/^Who could go: /).waitFor();
  await press(page, /^Rule out/);
  await page.getByLabel("Why not this leader?").fill("They fell out last year");
  await press(page, "Rule out and solve again");
  await page.waitForURL(/run=3$/);
};

/** Takes the pin back, weighs nearness for nothing, and solves with that. */
export const weighAgain = async (visitor: Visitor): Promise<void> => {
  const { page } = visitor;
  await turnTo(visitor, "Decisions");
  await page.getByText("They fell out last year").waitFor();
  await press(page, /^Take back .+ for/);
  await page.getByText("They have worked together before").waitFor({ state: "detached" });
  await page.getByText("Change the weights for this round").click();
  await page.getByLabel("Nearness").fill("lots");
  await press(page, "Save for this round");
  await page.getByRole("link", { name: /^Nearness: enter a whole number/ }).waitFor();
  await checkPage(visitor);
  await page.getByLabel("Nearness").fill("0");
  await press(page, "Save for this round");
  await page.getByText("This round has weights of its own.").waitFor();
  await press(page, "Solve with these decisions");
  await page.waitForURL(/run=4$/);
  await page.getByRole("table", { name: "Who goes where" }).waitFor();
};

export const askPanel = async ({ page }: Visitor): Promise<void> => {
  await press(page, "Ask the panel about run 4");
  await page.getByText(/answers? to come$/).waitFor();
  await page.getByText(/^Answers due /).waitFor();
};

export const publish = async (visitor: Visitor): Promise<void> => {
  const { page } = visitor;
  await page.getByText("The panel agreed at a meeting").click();
  await page.getByLabel("When and where did the panel agree?").fill("All zones, 3 March");
  await press(page, "Note that the panel agreed");
  await follow(page, "Go on to publish");
  await page.getByText(/^Check what goes out/).waitFor();
  await checkPage(visitor);
  await press(page, /^Publish: send/);
  await checkPage(visitor);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Send / })
    .click();
  await page.getByRole("table", { name: "The offers of this round" }).waitFor();
  await checkPage(visitor);
};

/** Looks at who else could go now, and pins the last of them: what would be sent changes with it. */
export const mendByHand = async (visitor: Visitor): Promise<void> => {
  const { page } = visitor;
  const school = page.getByText("Somebody else? Look at the leaders for").getByRole("link");
  await school.first().click();
  await page.getByText("Would be asked", { exact: true }).waitFor();
  await page.getByText(/^Who could not go, and why/).click();
  await page.getByText("Failed: Declined this need").waitFor();
  await checkPage(visitor);
  const pin = page.getByRole("button", { name: /^Pin / }).last();
  const name = (await pin.textContent())?.replace(/^Pin\s*/, "") ?? "";
  await pin.click();
  await page
    .locator("[data-part=cost]")
    .getByText(/would go to/)
    .waitFor();
  await page.getByLabel("Why this leader?").fill("They know the school");
  await press(page, "Pin and mend again");
  await titled(page, "Offers");
  await page.getByRole("checkbox", { name: new RegExp(`: ${name}$`) }).waitFor();
};

export const mended = async ({ page }: Visitor): Promise<void> => {
  await press(page, "Send the new offers");
  await page.getByRole("heading", { name: "Mend the plan" }).waitFor({ state: "detached" });
};

/** Makes the run that is shown again from what was kept, and sees the same fingerprint twice. */
export const goThroughAgain = async ({ page }: Visitor): Promise<void> => {
  await page.getByText("Check this run").click();
  await press(page, "Make this plan again and compare");
  await page.getByText("The same plan came out, to the last byte.").waitFor();
  const hashes = await page.locator(".a-hash").allTextContents();
  expect(hashes).toHaveLength(3);
  expect(hashes[2]).toBe(hashes[1]);
};
