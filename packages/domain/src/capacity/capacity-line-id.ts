declare const brand: unique symbol;
export type CapacityLineId = string & { readonly [brand]: "CapacityLineId" };

/** Reads text as the id of a capacity line. It guarantees nothing about a record behind it. */
export const toCapacityLineId = (text: string): CapacityLineId => text as CapacityLineId;
