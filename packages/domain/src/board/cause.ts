import type { NeedFact, SupplyFact } from "./fact.ts";

export const causes = ["no-leader", "no-days", "offers-lost", "no-offer"] as const;
/** Why a need that waits is not served, the first that holds. */
export type Cause = (typeof causes)[number];

const waitingStages: readonly NeedFact["stage"][] = ["submitted", "open", "offered", "on-hold"];

/** Asked for and not yet matched: somebody waits. */
export const isWaiting = ({ stage, matchedAt }: NeedFact): boolean =>
  waitingStages.includes(stage) && matchedAt === null;

/** Firm lines by the expertise that they give. */
const firmByArea = (supply: readonly SupplyFact[]): ReadonlyMap<string, readonly SupplyFact[]> => {
  const lines = new Map<string, SupplyFact[]>();
  for (const line of supply) {
    if (line.state !== "firm") continue;
    for (const area of new Set(line.areas)) {
      const known = lines.get(area);
      if (known === undefined) lines.set(area, [line]);
      else known.push(line);
    }
  }
  return lines;
};

const couldServe = (need: NeedFact, line: SupplyFact): boolean =>
  line.groups.includes(need.group) && (need.zone === null || line.zones.includes(need.zone));

/**
 * The first that holds: no leader with the expertise serves that zone and phase; none of those has the days left;
 * offers were made and lost; nobody has been offered yet (Product rules, §4: board, unmet needs with causes).
 */
export const causesAmong = (supply: readonly SupplyFact[]): ((need: NeedFact) => Cause) => {
  const lines = firmByArea(supply);
  return (need) => {
    const able = (lines.get(need.area) ?? []).filter((line) => couldServe(need, line));
    if (able.length === 0) return "no-leader";
    if (able.every((line) => line.published < need.halfDays)) return "no-days";
    return need.offersLost > 0 ? "offers-lost" : "no-offer";
  };
};

/**
 * Needs that waited while a later one of a lesser band, for the same expertise and phase, was matched: what a board
 * asks when it wants to know whether the greatest need comes first (Product rules, §3: fair order).
 */
export const passedOver = (needs: readonly NeedFact[]): ReadonlySet<string> => {
  const kindOf = ({ area, group }: NeedFact): string => `${group} ${area}`;
  const matched = Map.groupBy(
    needs.filter(({ matchedAt }) => matchedAt !== null),
    kindOf,
  );
  const isPassedBy = (need: NeedFact) => (other: NeedFact) =>
    need.band !== null &&
    other.band !== null &&
    other.band > need.band &&
    other.submittedAt > need.submittedAt &&
    (need.matchedAt === null || (other.matchedAt ?? "") < need.matchedAt);
  const isPassed = (need: NeedFact) => matched.get(kindOf(need))?.some(isPassedBy(need)) === true;
  return new Set(needs.filter(isPassed).map(({ id }) => id));
};
