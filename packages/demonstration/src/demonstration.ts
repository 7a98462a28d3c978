import type { IsoDate } from "@alongside/domain/school";
import type { DemonstrationArea, DemonstrationZoneMembership } from "./area.ts";
import { coastline, outline, river } from "./geography/map.ts";
import { settlements } from "./geography/settlement.ts";
import { zoneAt, zones } from "./geography/zone.ts";
import { historyOn } from "./history/index.ts";
import { termsAround } from "./history/term.ts";
import { leadersOn } from "./leader/index.ts";
import { areaIndicatorsOf, inspectionsUntil, ks2Outcomes, outcomes } from "./outcome/index.ts";
import { groupOf } from "./person/choice.ts";
import { organisations, people, signIns } from "./person/index.ts";
import { areaId } from "./person/person.ts";
import { demonstrationAuthority, links, plans, schools, trustMemberships } from "./school/index.ts";

const zoneMemberships: readonly DemonstrationZoneMembership[] = plans.flatMap((plan) => {
  const zone = zoneAt(plan.point, groupOf(plan));
  return zone === undefined ? [] : [{ zoneId: zone.id, urn: plan.urn }];
});

/**
 * Larkenshore, an invented area: the same values for the same date, on every machine. `today` moves what is told
 * about the present (designations, inspections, two terms of history); places, schools and outcomes stay.
 */
export const demonstration = (today: IsoDate): DemonstrationArea => ({
  id: areaId,
  slug: "larkenshore",
  name: demonstrationAuthority.name,
  laCode: demonstrationAuthority.code,
  notice: "Demonstration: Larkenshore, its schools and its people are invented.",
  source: "Invented for demonstration",
  outline: [outline],
  coastline,
  river,
  settlements,
  zones,
  zoneMemberships,
  schools,
  links,
  trustMemberships,
  inspections: inspectionsUntil(today),
  outcomes,
  ks2Outcomes,
  areaIndicators: areaIndicatorsOf(outcomes),
  organisations,
  people,
  leaders: leadersOn(today),
  signIns,
  terms: termsAround(today),
  history: historyOn(today),
});
