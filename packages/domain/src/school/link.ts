import type { IsoDate, Urn } from "./school.ts";

/** Which way a link points, seen from `urn`: `related` links (sixth-form centres, expansions) pass nothing on. */
export const linkDirections = ["predecessor", "successor", "related"] as const;
export type LinkDirection = (typeof linkDirections)[number];

/** How one place became another. `plain` is one school carrying on under a new URN. */
export const linkManners = ["plain", "merged", "amalgamated", "split", "other"] as const;
export type LinkManner = (typeof linkManners)[number];

/** One line of the GIAS links extract: what `linkUrn` is to `urn`. */
export type SchoolLink = {
  readonly urn: Urn;
  readonly linkUrn: Urn;
  readonly linkName: string | null;
  /** The words of the file, kept for display. */
  readonly statedType: string;
  readonly direction: LinkDirection;
  readonly manner: LinkManner;
  /** Blank on a quarter of the lines. */
  readonly establishedDate: IsoDate | null;
};
