import type { Instant, TermDates } from "../calendar/index.ts";
import type { PersonId, ZoneId } from "../identity/index.ts";
import type { IsoDate, Phase } from "../school/index.ts";
import type { CapacityLineId } from "./capacity-line-id.ts";

export const expertiseLevels = [1, 2, 3] as const;
/** 1 has done it, 2 does it well, 3 leads others in it. */
export type ExpertiseLevel = (typeof expertiseLevels)[number];

/** What a leader can give in a term. Days are counted in whole half-days; dates are inclusive. */
export type Supply = {
  readonly halfDays: number;
  /** At most so many of them before, and so many after, the middle of the term. */
  readonly earlyHalfDays: number;
  readonly lateHalfDays: number;
  /** 1 Monday … 5 Friday. */
  readonly weekdays: readonly number[];
  readonly blackouts: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
  readonly areas: readonly {
    readonly area: string;
    readonly level: ExpertiseLevel;
    readonly evidence: string;
  }[];
  readonly phases: readonly Phase[];
  readonly modes: readonly string[];
  readonly zones: readonly ZoneId[];
  readonly mostKm: number;
  readonly mostSchools: number;
  /** What the home school lets the leader give, and until when; `null` while it has not said. */
  readonly release: { readonly halfDays: number; readonly until: IsoDate } | null;
};

type Line = {
  readonly id: CapacityLineId;
  readonly leader: PersonId;
  readonly term: TermDates;
  readonly supply: Supply;
};

export type CapacityIndicative = Line & { readonly state: "indicative" };
export type CapacityFirm = Line & {
  readonly state: "firm";
  readonly confirmedOn: IsoDate;
  /** The last day on which the line is matched. */
  readonly goodUntil: IsoDate;
};
export type CapacityLapsed = Line & {
  readonly state: "lapsed";
  readonly confirmedOn: IsoDate;
  readonly goodUntil: IsoDate;
};
export type CapacityWithdrawn = Line & {
  readonly state: "withdrawn";
  readonly reason: string;
  readonly withdrawnAt: Instant;
};

/** The days that one leader can give in one term (Product rules, §2: capacity). */
export type CapacityLine = CapacityIndicative | CapacityFirm | CapacityLapsed | CapacityWithdrawn;
export type CapacityState = CapacityLine["state"];

/** Begins a line that says 'maybe': it is seen in planning and never matched. */
export const indicateCapacity = (line: Line): CapacityIndicative => ({
  state: "indicative",
  ...line,
});

/** Capacity past `goodUntil` is not matched until it is reconfirmed (Product rules, §2: capacity). */
export const isMatchable = (line: CapacityLine, on: IsoDate): boolean =>
  line.state === "firm" && on <= line.goodUntil;
