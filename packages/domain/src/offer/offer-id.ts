declare const brand: unique symbol;
export type OfferId = string & { readonly [brand]: "OfferId" };

/** Reads text as the id of a offer. It guarantees nothing about a record behind it. */
export const toOfferId = (text: string): OfferId => text as OfferId;
