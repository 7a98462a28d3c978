import type { GridPoint, PhaseGroup } from "@alongside/domain/partnership";
import { toId, type ZoneId } from "@alongside/domain/identity";
import { harbour, marsh, moor, outline, vale } from "./map.ts";
import { isInside, type Polygon } from "./polygon.ts";

export type DemonstrationZone = {
  readonly id: ZoneId;
  readonly name: string;
  readonly phaseGroup: PhaseGroup;
  readonly boundary: Polygon;
};

const zone = (
  key: string,
  name: string,
  more: readonly [phaseGroup: PhaseGroup, boundary: Polygon],
): DemonstrationZone => ({
  id: toId<ZoneId>(`zone-${key}`),
  name,
  phaseGroup: more[0],
  boundary: more[1],
});

/** Four primary zones that share the area out; secondary schools and specialist settings have one zone each. */
export const zones: readonly DemonstrationZone[] = [
  zone("harbour", "Harbour", ["primary", harbour]),
  zone("marsh", "Marsh", ["primary", marsh]),
  zone("moor", "Moor", ["primary", moor]),
  zone("vale", "Vale", ["primary", vale]),
  zone("secondary", "Secondary partnership", ["secondary", outline]),
  zone("specialist", "Specialist settings", ["special", outline]),
];

/** The one zone of this phase group that holds the point. */
export const zoneAt = (
  point: GridPoint,
  group: Exclude<PhaseGroup, "all">,
): DemonstrationZone | undefined =>
  zones.find((candidate) => candidate.phaseGroup === group && isInside(point, candidate.boundary));
