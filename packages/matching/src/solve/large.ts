/** Above this many requests in one connected part no exact proof is tried: our own simplex method is too slow for its programme. */
export const largeFrom = 450;

/** Above this many a plan is sought as for a region before its proof is tried. */
export const middlingFrom = 150;
