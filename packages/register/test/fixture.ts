import { existsSync, readFileSync } from "node:fs";

const folder = new URL("../fixtures/", import.meta.url);

export const fixture = (name: string): Buffer => readFileSync(new URL(name, folder));

const published = new URL("../../../../shared/data/", import.meta.url);

/** Whole published files, where they lie beside the checkout; the repository does not hold them. */
export const publishedFiles = {
  found: existsSync(published),
  read: (name: string): Buffer => readFileSync(new URL(name, published)),
};

/** The value of a reading, or a failed test that says why there is none. */
export const accepted = <Read extends { readonly ok: boolean }>(
  read: Read,
): Extract<Read, { readonly ok: true }> => {
  if (!isAccepted(read)) throw new Error(`refused: ${JSON.stringify(read)}`);
  return read;
};

const isAccepted = <Read extends { readonly ok: boolean }>(
  read: Read,
): read is Extract<Read, { readonly ok: true }> => read.ok;

export const only = <Value>(values: readonly Value[]): Value => {
  const [value] = values;
  if (value === undefined || values.length !== 1)
    throw new Error(`${values.length} values, not one`);
  return value;
};
