declare const brand: unique symbol;

export type ReviewId = string & { readonly [brand]: "ReviewId" };

/** Reads text as an id; whether there is such a review is found out by whoever looks. */
export const toReviewId = (text: string): ReviewId => text as ReviewId;
