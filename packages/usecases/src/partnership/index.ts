export {
  addCode,
  changeCode,
  moveCode,
  retireCode,
  type CodeSeen,
  type CodeWords,
} from "./code.ts";
export { closeZone } from "./close-zone.ts";
export { addPanelMember, assignCoordinator, endCoordinator, endPanelMember } from "./officer.ts";
export { showSetUp, type SetUp } from "./overview.ts";
export {
  placeSchools,
  takeSchoolOut,
  type Placed,
  type Placement,
  type SchoolSeen,
} from "./placement.ts";
export {
  addRate,
  changeRate,
  listRates,
  retireRate,
  type RateSeen,
  type RateTerms,
} from "./rate.ts";
export { listCodeLists, showCodeList, type CodeListLine, type ShownCodeList } from "./show-code.ts";
export {
  listPlaceableSchools,
  listZoneCandidates,
  listZones,
  showZone,
  type PlaceableSchool,
  type Stay,
  type ZoneLine,
} from "./show-zone.ts";
export { listTerms, openYear, saveYear, type TermLine, type YearTerm } from "./term.ts";
export { setWeights, showWeights, type ShownWeights } from "./weight.ts";
export { createZone, drawZone, renameZone, type NewZone, type ZoneSeen } from "./zone.ts";
