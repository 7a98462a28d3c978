declare const brand: unique symbol;
export type ConcernId = string & { readonly [brand]: "ConcernId" };

/** Reads text as the id of a concern. It guarantees nothing about a record behind it. */
export const toConcernId = (text: string): ConcernId => text as ConcernId;
