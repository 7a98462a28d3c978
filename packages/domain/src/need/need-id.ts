declare const brand: unique symbol;
export type NeedId = string & { readonly [brand]: "NeedId" };

/** Reads text as the id of a need. It guarantees nothing about a record behind it. */
export const toNeedId = (text: string): NeedId => text as NeedId;
