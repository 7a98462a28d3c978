declare const brand: unique symbol;
export type RoundId = string & { readonly [brand]: "RoundId" };

/** Reads text as the id of a round. It guarantees nothing about a record behind it. */
export const toRoundId = (text: string): RoundId => text as RoundId;
