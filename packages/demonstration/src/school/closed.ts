import { addDays } from "@alongside/domain/calendar";
import type { SchoolLink, SchoolRecord } from "@alongside/domain/school";
import { toDate } from "../calendar.ts";
import { onGrid } from "../geography/map.ts";
import { curlewick } from "../geography/settlement.ts";
import type { SchoolPlan } from "./plan.ts";
import { plans } from "./plans.ts";
import { toRecord } from "./record.ts";
import { successions, type Predecessor, type Succession } from "./succession.ts";
import { toUrn } from "./urn.ts";

/** The school that stands on the place now. A name that is in no plan is a mistake here. */
const successorOf = (succession: Succession): SchoolPlan => {
  const plan = plans.find((candidate) => candidate.name === succession.successor);
  if (plan === undefined) throw new Error(`No school is called ${succession.successor}`);
  return plan;
};

const closeReasonOf = (succession: Succession): string => {
  if (succession.way === "amalgamated") return "Result of Amalgamation/Merger";
  return succession.governance === "converter" ? "Academy Converter" : "For Academy";
};

const closedRecord =
  (succession: Succession) =>
  (before: Predecessor): SchoolRecord => {
    const plan = { ...successorOf(succession), ...before, trustCode: null, opened: null };
    return {
      ...toRecord(plan),
      status: "closed",
      closeReason: closeReasonOf(succession),
      closeDate: addDays(succession.on, -1),
      pupils: null,
      percentageFsm: null,
    };
  };

/** A village school that closed with nothing in its place. */
const lostPlan: SchoolPlan = {
  urn: toUrn(900_231),
  name: "Pipitstow Primary School",
  kind: "primary",
  settlement: { ...curlewick, name: "Pipitstow", kind: "village", at: onGrid([4.4, 20.7]) },
  point: onGrid([4.4, 20.7]),
  faith: "none",
  governance: "community",
  trustCode: null,
  opened: null,
  fsm: 20,
  strength: -0.4,
  pupils: 21,
  capacity: 60,
};

const lostRecord: SchoolRecord = {
  ...toRecord(lostPlan),
  status: "closed",
  closeReason: "Closure",
  closeDate: toDate("2023-08-31"),
  pupils: null,
  percentageFsm: null,
};

/** Every school that has closed: academised, amalgamated, and one that is simply gone. */
export const closedSchools: readonly SchoolRecord[] = [
  ...successions.flatMap((succession) => succession.predecessors.map(closedRecord(succession))),
  lostRecord,
];

const linkTo = (succession: Succession, direction: "predecessor" | "successor") => {
  const isMerger = succession.way === "amalgamated";
  const word = direction === "successor" ? "Successor" : "Predecessor";
  return {
    statedType: isMerger ? `${word} - amalgamated` : word,
    direction,
    manner: isMerger ? "amalgamated" : "plain",
    establishedDate: succession.on,
  } as const;
};

/** Both directions, as the extract of links gives them. */
const linksOf = (succession: Succession): readonly SchoolLink[] => {
  const { urn, name } = successorOf(succession);
  const forward = linkTo(succession, "successor");
  const back = linkTo(succession, "predecessor");
  return succession.predecessors.flatMap((before) => [
    { urn: before.urn, linkUrn: urn, linkName: name, ...forward },
    { urn, linkUrn: before.urn, linkName: before.name, ...back },
  ]);
};

export const links: readonly SchoolLink[] = successions.flatMap(linksOf);
