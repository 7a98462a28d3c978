import type { AreaId } from "@alongside/domain/identity";
import type {
  AreaIndicator,
  InspectionRecord,
  Ks2Outcome,
  LaCode,
  SchoolLink,
  SchoolRecord,
  TrustMembership,
  Urn,
} from "@alongside/domain/school";
import type { Polygon } from "./geography/polygon.ts";
import type { Settlement } from "./geography/settlement.ts";
import type { DemonstrationZone } from "./geography/zone.ts";
import type { DemonstrationHistory, DemonstrationTerm } from "./history/index.ts";
import type { DemonstrationLeader } from "./leader/index.ts";
import type { DemonstrationOutcome } from "./outcome/index.ts";
import type {
  DemonstrationOrganisation,
  DemonstrationPerson,
  DemonstrationSignIn,
} from "./person/index.ts";

/** A school's place in the zone of its phase group. */
export type DemonstrationZoneMembership = {
  readonly zoneId: DemonstrationZone["id"];
  readonly urn: Urn;
};

/** An invented area, whole, as plain values. Nothing in it is a real place, school or person. */
export type DemonstrationArea = {
  readonly id: AreaId;
  readonly slug: string;
  readonly name: string;
  readonly laCode: LaCode;
  /** For every page and figure: that this is made up. */
  readonly notice: string;
  /** What stands as the source of every figure. */
  readonly source: string;
  /** Land border and coast in grid metres, as rings. */
  readonly outline: readonly Polygon[];
  readonly coastline: Polygon;
  readonly river: Polygon;
  readonly settlements: readonly Settlement[];
  readonly zones: readonly DemonstrationZone[];
  readonly zoneMemberships: readonly DemonstrationZoneMembership[];
  readonly schools: readonly SchoolRecord[];
  readonly links: readonly SchoolLink[];
  readonly trustMemberships: readonly TrustMembership[];
  readonly inspections: readonly InspectionRecord[];
  readonly outcomes: readonly DemonstrationOutcome[];
  /** The key stage 2 part of `outcomes`, in the shape of the published panel. */
  readonly ks2Outcomes: readonly Ks2Outcome[];
  readonly areaIndicators: readonly AreaIndicator[];
  readonly organisations: readonly DemonstrationOrganisation[];
  readonly people: readonly DemonstrationPerson[];
  readonly leaders: readonly DemonstrationLeader[];
  readonly signIns: readonly DemonstrationSignIn[];
  /** The terms of last, this and next academic year. */
  readonly terms: readonly DemonstrationTerm[];
  readonly history: DemonstrationHistory;
};
