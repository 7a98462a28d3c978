import type { OidcOrganisation } from "./provider.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const longest = 300;

const textOf = (value: unknown): string | null => {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" && text.length <= longest ? text : null;
};

const parsed = (claim: unknown): unknown => {
  if (typeof claim !== "string") return claim;
  try {
    return JSON.parse(claim);
  } catch {
    return undefined;
  }
};

/**
 * The `organisation` claim of DfE Sign-in, which comes as an object or as the text of one. Undefined when there is none, when it
 * is not one organisation, or when it lacks its id.
 */
export const readOrganisation = (claim: unknown): OidcOrganisation | undefined => {
  const fields = parsed(claim);
  if (!isFields(fields)) return undefined;
  const id = textOf(fields["id"]);
  const name = textOf(fields["name"]);
  if (id === null || name === null) return undefined;
  const { category } = fields;
  return {
    id,
    name,
    category: isFields(category) ? textOf(category["name"]) : null,
    urn: textOf(fields["urn"]),
    ukprn: textOf(fields["ukprn"]),
  };
};
