import { toId, type Actor, type AreaId, type PersonId } from "@alongside/domain/identity";
import { areaIdOf } from "./place.ts";

export const officer = toId<PersonId>("officer");

/** The one who asks, in every area: a coordinator's view of the whole of it. */
export const officerOf = (areas: number): Actor => ({
  kind: "person",
  personId: officer,
  name: "Officer",
  grants: Array.from({ length: areas }, (_, area) => ({
    role: "officer" as const,
    areaId: toId<AreaId>(areaIdOf(area)),
  })),
});
