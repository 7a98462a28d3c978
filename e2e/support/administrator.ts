import { createPasswords } from "../../packages/auth/src/index.ts";
import { openDatabase } from "../../packages/db/src/index.ts";
import { recordGrant, recordPerson } from "../../packages/db/src/stores/identity.ts";
import { findAreaBySlug } from "../../packages/db/src/views/area.ts";
import { toId, type PersonId } from "../../packages/domain/src/identity/index.ts";
import { londonDate } from "../../packages/domain/src/school/index.ts";
import type { Visitor } from "./browser.ts";
import type { RunningProduct } from "./product.ts";

const email = "administrator@partnership.example";
const password = "quiet rivers under bridges";

/** Gives an area its first administrator: an invented person, who needs no second factor. */
export const addAdministrator = async (product: RunningProduct, slug: string): Promise<void> => {
  const database = openDatabase({ url: product.databaseUrl });
  const area = await findAreaBySlug(database.read, slug);
  if (area === undefined) throw new Error(`there is no area ${slug}`);
  const id = toId<PersonId>(`administrator-of-${slug}`);
  const passwordHash = await createPasswords().hash(password);
  const at = new Date().toISOString();
  await database.write(async (tx) => {
    const invented = { isDemonstration: true, createdAt: at };
    await recordPerson(tx, { id, name: "Robin Alder", email, passwordHash, ...invented });
    await recordGrant(tx, {
      id: `grant-${slug}`,
      personId: id,
      role: "partnership-administrator",
      areaId: area.id,
      fromOn: londonDate(Date.now()),
    });
  });
  database.close();
};

/** Fills the sign-in page, wherever it leads afterwards. */
export const signInAsAdministrator = async ({ page }: Visitor): Promise<void> => {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
};
