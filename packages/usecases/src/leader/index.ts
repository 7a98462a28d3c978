export { forLeader, openLeader, type PlacedLeader } from "./place.ts";
