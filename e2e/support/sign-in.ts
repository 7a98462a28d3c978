import type { RunningProduct } from "./product.ts";
import type { Visitor } from "./browser.ts";

/** Signs a person of the demonstration in, by the word before the @ of their address. */
export const signInAs = async (
  visitor: Visitor,
  product: RunningProduct,
  who: string,
): Promise<void> => {
  const { page } = visitor;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(`${who}@larkenshore.example`);
  await page.getByLabel("Password", { exact: true }).fill(product.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
};
