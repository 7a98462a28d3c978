/** How a run came about: the whole round solved, or mended after an answer. */
export const runKinds = ["solve", "repair"] as const;
export type RunKind = (typeof runKinds)[number];
