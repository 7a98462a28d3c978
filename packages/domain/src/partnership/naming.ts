/** A name as people typed it, without the spaces that they did not mean. */
export const tidyName = (text: string): string => text.trim().replace(/\s+/g, " ");

/** Whether two names would be taken for one another. */
export const sameName = (one: string, other: string): boolean =>
  tidyName(one).toLowerCase() === tidyName(other).toLowerCase();

/** Stable kebab-case code for a label: `Phonics & early reading` gives `phonics-and-early-reading`. */
export const toCode = (label: string): string =>
  label
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll("+", " plus ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
