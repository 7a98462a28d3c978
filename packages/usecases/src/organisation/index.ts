export {
  addOrganisation,
  changeOrganisation,
  closeOrOpenOrganisation,
  type OrganisationSeen,
} from "./change.ts";
export { placeLeader, type LeaderPlacement } from "./place-leader.ts";
export {
  getOrganisation,
  listOrganisationChoices,
  listOrganisations,
  type OrganisationHome,
} from "./show.ts";
