export const alertKinds = ["inspection", "new-head", "concern", "designation-review"] as const;
/** What about a leader's own school, or the leader's title, calls for a look at the work that is promised elsewhere. */
export type AlertKind = (typeof alertKinds)[number];
