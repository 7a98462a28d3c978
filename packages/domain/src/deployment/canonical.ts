import type { AgreementTerms } from "./agreement.ts";

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Terms as one text that is the same for the same terms, however they were put together: what a version's hash is of. */
export const canonicalTerms = (terms: AgreementTerms): string => JSON.stringify(terms, inOrder);
