import type { Instant } from "../calendar/index.ts";
import { londonDateOf } from "../calendar/london.ts";
import type { CapacityLineId } from "../capacity/capacity-line-id.ts";
import type { CapacityState } from "../capacity/state.ts";
import type { Conflict } from "../conflict/index.ts";
import type { DeploymentId } from "../deployment/deployment-id.ts";
import type { DeploymentState } from "../deployment/state.ts";
import type { PersonId, ZoneId } from "../identity/index.ts";
import type { ObjectiveOutcome } from "../impact/progress.ts";
import type { Sustained } from "../impact/follow-up-answer.ts";
import type { NeedId } from "../need/need-id.ts";
import type { Band, NeedOutcome, NeedState } from "../need/state.ts";
import type { SchoolGroup } from "../partnership/partnership.ts";
import type { IsoDate, Urn } from "../school/index.ts";

/** Where a school stands: the zone of its phase group, if it is in one. */
export type Place = {
  readonly urn: Urn;
  readonly zone: ZoneId | null;
  readonly group: SchoolGroup;
};

/** What a board asks of a need. Drafts are private: they are in no figure. */
export type NeedFact = Place & {
  readonly id: NeedId;
  readonly stage: Exclude<NeedState, "draft">;
  /** Null until a coordinator has given one. */
  readonly band: Band | null;
  readonly area: string;
  readonly halfDays: number;
  readonly outcome: NeedOutcome | null;
  readonly submittedAt: Instant;
  /** When the supported school confirmed an offer; null while none was. */
  readonly matchedAt: Instant | null;
  /** Offers that were declined, ran out or were taken back. */
  readonly offersLost: number;
};

/** What a board asks of the days that a leader can give in a term. In half-days. */
export type SupplyFact = {
  readonly id: CapacityLineId;
  readonly leader: PersonId;
  /** The term in which the days can be given. */
  readonly term: string;
  readonly state: CapacityState;
  readonly goodUntil: IsoDate | null;
  readonly zones: readonly ZoneId[];
  readonly groups: readonly SchoolGroup[];
  readonly areas: readonly string[];
  readonly published: number;
  readonly held: number;
  readonly committed: number;
  readonly booked: number;
  readonly delivered: number;
};

/** What a board asks of a deployment. In half-days and whole pence. */
export type WorkFact = Place & {
  readonly id: DeploymentId;
  readonly leader: PersonId;
  readonly state: DeploymentState;
  readonly openedAt: Instant;
  readonly agreed: number;
  readonly delivered: number;
  /** What the delivered days cost, with the share for brokering; by the rates of the agreement. */
  readonly pence: number;
  readonly objectives: readonly ObjectiveOutcome[];
  readonly followUp: { readonly dueOn: IsoDate; readonly answer: Sustained | null } | null;
};

/** What a board asks of a conflict of interest: how it was decided. */
export type ConflictFact = { readonly id: string; readonly state: Conflict["state"] };

export type Facts = {
  readonly needs: readonly NeedFact[];
  readonly supply: readonly SupplyFact[];
  readonly work: readonly WorkFact[];
  readonly conflicts: readonly ConflictFact[];
};

/** Which part of an area and of its time a board looks at. Days are inclusive; null is no limit. */
export type BoardFilter = {
  readonly zone: ZoneId | null;
  readonly group: SchoolGroup | null;
  /** What an area group answers for: any of these zones, where there are some. */
  readonly zones?: readonly ZoneId[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
};

const isWithin = (at: Instant, { from, to }: BoardFilter): boolean => {
  const day = londonDateOf(at);
  return (from === null || day >= from) && (to === null || day <= to);
};

const isAt = (place: Place, { zone, zones = [], group }: BoardFilter): boolean =>
  (zone === null || place.zone === zone) &&
  (zones.length === 0 || (place.zone !== null && zones.includes(place.zone))) &&
  (group === null || place.group === group);

/** The facts of a part: needs by the day they were submitted, deployments by the day they were opened, days and conflicts as they stand. */
export const factsWithin = (facts: Facts, filter: BoardFilter): Facts => ({
  conflicts: facts.conflicts,
  needs: facts.needs.filter((need) => isAt(need, filter) && isWithin(need.submittedAt, filter)),
  work: facts.work.filter((work) => isAt(work, filter) && isWithin(work.openedAt, filter)),
  supply: facts.supply.filter(
    ({ zones, groups }) =>
      (filter.zone === null || zones.includes(filter.zone)) &&
      (filter.zones === undefined ||
        filter.zones.length === 0 ||
        filter.zones.some((zone) => zones.includes(zone))) &&
      (filter.group === null || groups.includes(filter.group)),
  ),
});
