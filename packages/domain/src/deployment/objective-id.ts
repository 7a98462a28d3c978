declare const brand: unique symbol;
export type ObjectiveId = string & { readonly [brand]: "ObjectiveId" };

/** Reads text as the id of an objective: it stays the same from one version of an agreement to the next. */
export const toObjectiveId = (text: string): ObjectiveId => text as ObjectiveId;
