import type { IsoDate, LaCode, Urn } from "./school.ts";

/** The kinds of group that run academies or schools together, as GIAS names them. */
export const groupTypes = [
  "multi-academy-trust",
  "single-academy-trust",
  "sponsor",
  "federation",
  "secure-single-academy-trust",
  "other",
] as const;
export type GroupType = (typeof groupTypes)[number];

/** One academy's place in one group. A closed group or a left membership is history: `current` is false. */
export type TrustMembership = {
  readonly urn: Urn;
  /** GIAS group UID: the number that school extracts call `Trusts (code)`. */
  readonly groupUid: string;
  /** GIAS group id (`TR01904`), where there is one. */
  readonly groupId: string | null;
  readonly groupName: string;
  readonly groupType: GroupType;
  readonly companiesHouseNumber: string | null;
  readonly current: boolean;
  readonly joinedDate: IsoDate | null;
  readonly closedDate: IsoDate | null;
  readonly laCode: LaCode | null;
};
