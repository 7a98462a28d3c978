declare const brand: unique symbol;
export type VisitId = string & { readonly [brand]: "VisitId" };

/** Reads text as the id of a visit. It guarantees nothing about a record behind it. */
export const toVisitId = (text: string): VisitId => text as VisitId;
