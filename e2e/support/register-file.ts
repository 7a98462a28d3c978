import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";

const fixtures = resolve(import.meta.dirname, "../../packages/register/fixtures");

export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A file of the register's fixtures under the name that its publisher gives it. */
export const registerFile = (
  fixture: string,
  name: string,
  change: (text: string) => string = (text) => text,
): Upload => {
  const bytes = readFileSync(resolve(fixtures, fixture));
  const text = bytes.toString("latin1");
  const changed = change(text);
  return {
    name,
    mimeType: "text/csv",
    buffer: changed === text ? bytes : Buffer.from(changed, "latin1"),
  };
};

export type ImportedFile = {
  readonly file: Upload;
  /** The words of the answer to what is in the file. */
  readonly kind: string;
  readonly asOf: readonly [day: string, month: string, year: string];
};

/** Answers the import form and sends it; the page that comes is the preview, or the form with what is wrong. */
export const checkFile = async (page: Page, { file, kind, asOf }: ImportedFile): Promise<void> => {
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("radio", { name: kind }).check();
  const [day, month, year] = asOf;
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("Month").fill(month);
  await page.getByLabel("Year").fill(year);
  await page.getByRole("button", { name: "Check the file" }).click();
};
