import { findArea, type Area } from "@alongside/db/views/area";
import { findZone } from "@alongside/db/views/partnership-zone";
import {
  addPanelMember,
  createZone,
  placeSchools,
  saveYear,
} from "@alongside/usecases/partnership";
import { todayOf, type Context } from "@alongside/usecases/context";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { DemonstrationArea } from "../area.ts";
import { termsAround } from "../history/term.ts";

const panelSize = 3;

const loadTerms = async (ctx: Context, stored: Area): Promise<void> => {
  const byYear = Map.groupBy(termsAround(todayOf(ctx)), ({ academicYear }) => academicYear);
  for (const terms of byYear.values()) {
    await saveYear(ctx, stored, { terms: terms.map((term) => ({ ...term, version: 0 })) });
  }
};

const headsOf = (area: DemonstrationArea, urns: readonly Urn[]): readonly PersonId[] =>
  area.people
    .filter(({ grants }) =>
      grants.some(({ role, urn }) => role === "head" && urn !== undefined && urns.includes(urn)),
    )
    .map(({ id }) => id)
    .slice(0, panelSize);

const seatPanel = async (
  ctx: Context,
  stored: Area,
  given: { readonly zoneId: ZoneId; readonly people: readonly PersonId[] },
): Promise<void> => {
  for (const personId of given.people) {
    const zone = await findZone(ctx.read, stored.id, given.zoneId);
    const version = zone?.version ?? 0;
    await addPanelMember(ctx, stored, { zoneId: given.zoneId, version, personId });
  }
};

/** Sets the invented area up as an administrator would: terms of last, this and next year, zones with their schools and panels. */
export const loadPartnership = async (ctx: Context, area: DemonstrationArea): Promise<void> => {
  const stored = await findArea(ctx.read, area.id);
  if (stored === undefined) throw new Error(`${area.name} is not there to set up`);
  await loadTerms(ctx, stored);
  const [first] = termsAround(todayOf(ctx));
  if (first === undefined) throw new Error("There is no first term");
  for (const { id, name, phaseGroup, boundary } of area.zones) {
    await createZone(ctx, stored, { id, name, phaseGroup, boundary });
    const urns = area.zoneMemberships.filter(({ zoneId }) => zoneId === id).map(({ urn }) => urn);
    const open = urns.filter((urn) =>
      area.schools.some((school) => school.urn === urn && school.status !== "closed"),
    );
    const schools = open.map((urn) => ({ urn, seenIn: [] }));
    await placeSchools(ctx, stored, { zoneId: id, schools, fromOn: first.startsOn });
    await seatPanel(ctx, stored, { zoneId: id, people: headsOf(area, urns) });
  }
};
