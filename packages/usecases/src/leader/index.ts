export { addLeader, listNewLeaders } from "./add.ts";
export { addDesignation, stepDesignation, type NewDesignation } from "./designation.ts";
export { getLeader, listLeaders, listReviewsDue, type LeaderPage } from "./page.ts";
export { forLeader, openLeader, type PlacedLeader } from "./place.ts";
