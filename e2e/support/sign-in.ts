import type { RunningProduct } from "./product.ts";
import type { Visitor } from "./browser.ts";

/**
 * Signs somebody in with their address and password as the sign-in page does, without the page, and leaves the visitor where they are: the
 * page has journeys of its own.
 */
export const signInWith = async (
  { context }: Pick<Visitor, "context">,
  product: RunningProduct,
  email: string,
): Promise<void> => {
  const credentials = { email, password: product.password };
  const reply = await context.request.post("/trpc/session.signIn", { data: credentials });
  if (!reply.ok()) throw new Error(`${email} could not sign in: ${await reply.text()}`);
};

/** Signs a person of the demonstration in, by the word before the @ of their address. */
export const signInAs = (
  visitor: Pick<Visitor, "context">,
  product: RunningProduct,
  who: string,
): Promise<void> => signInWith(visitor, product, `${who}@larkenshore.example`);

/** Goes where somebody who has signed in is taken first. */
export const goHome = async ({ page }: Visitor): Promise<void> => {
  await page.goto("/");
  await page.waitForURL((url) => url.pathname !== "/");
  await page.getByRole("heading", { level: 1 }).waitFor();
};
