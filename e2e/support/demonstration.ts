import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../packages/db/src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "alongside-demonstration-"));
const template = join(folder, "demonstration.db");

/**
 * Loads the demonstration area once for all journeys: each begins with a copy of it, which takes a moment instead of
 * seconds. What Node compiles is kept too, for the servers that follow.
 */
export const setup = async (): Promise<() => void> => {
  process.env["NODE_COMPILE_CACHE"] ??= join(folder, "compiled");
  const { startProduct } = await import("./product.ts");
  const product = await startProduct();
  const { client, close } = openDatabase({ url: product.databaseUrl });
  await client.execute({ sql: "VACUUM INTO ?", args: [template] });
  close();
  await product.stop();
  process.env["DEMONSTRATION_TEMPLATE"] = template;
  return () => rmSync(folder, { recursive: true, force: true });
};
