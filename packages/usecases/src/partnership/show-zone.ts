import type { Area } from "@alongside/db/views/area";
import {
  findZone,
  listCoordinators,
  listOpenMemberships,
  listPanel,
  listPeopleOfArea,
  listSchoolsOfZone,
  listSchoolsToPlace,
  listZones as readZones,
  type SchoolToPlace,
} from "@alongside/db/views/partnership-zone";
import {
  mayAdministerArea,
  maySeeArea,
  type PersonId,
  type ZoneId,
} from "@alongside/domain/identity";
import {
  phaseGroupOf,
  phaseGroupsOf,
  type GridPoint,
  type PhaseGroup,
} from "@alongside/domain/partnership";
import { londonDate, type IsoDate } from "@alongside/domain/school";
import { authorise, found, type Context } from "../context/index.ts";

export type ZoneLine = {
  readonly id: ZoneId;
  readonly name: string;
  readonly phaseGroup: PhaseGroup;
  readonly closedOn: IsoDate | null;
  readonly boundary: readonly GridPoint[] | null;
  readonly version: number;
  readonly schools: number;
  /** The names of its coordinators: one, as a rule. */
  readonly coordinators: readonly string[];
};

/** All zones of the area, closed ones too, each with what it holds now. */
export const listZones = async (
  ctx: Context,
  area: Area,
): Promise<{ readonly zones: readonly ZoneLine[]; readonly schoolsInNone: number }> => {
  authorise(maySeeArea(ctx.actor, area.id));
  const [zones, members, coordinators, schools] = [
    await readZones(ctx.read, area.id),
    await listOpenMemberships(ctx.read, area.id),
    await listCoordinators(ctx.read, area.id),
    await listSchoolsToPlace(ctx.read, area.laCodes),
  ];
  const placed = new Set(members.map(({ urn }) => urn));
  return {
    schoolsInNone: schools.filter(({ urn }) => !placed.has(urn)).length,
    zones: zones.map(({ id, name, phaseGroup, closedOn, boundary, version }) => ({
      id,
      name,
      phaseGroup,
      closedOn,
      boundary,
      version,
      schools: members.filter(({ zoneId }) => zoneId === id).length,
      coordinators: coordinators
        .filter(({ zoneId, endedAt }) => zoneId === id && endedAt === null)
        .map((coordinator) => coordinator.name),
    })),
  };
};

/** A stay of a person in a part of a zone; `toOn` is null while it lasts. */
export type Stay = {
  readonly personId: PersonId;
  readonly name: string;
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate | null;
};

const toStay = (row: {
  readonly personId: PersonId;
  readonly name: string;
  readonly fromOn: IsoDate;
  readonly endedAt: string | null;
}): Stay => ({
  personId: row.personId,
  name: row.name,
  fromOn: row.fromOn,
  toOn: row.endedAt === null ? null : londonDate(Date.parse(row.endedAt)),
});

/**
 * A zone as everyone in the area may read it: its schools, line, coordinators and panel, now and before. Refuses `not-found` for
 * another area's zone.
 */
export const showZone = async (ctx: Context, area: Area, zoneId: ZoneId) => {
  authorise(maySeeArea(ctx.actor, area.id));
  const zone = found(await findZone(ctx.read, area.id, zoneId));
  const schools = await listSchoolsOfZone(ctx.read, zone.id);
  const coordinators = await listCoordinators(ctx.read, area.id, zone.id);
  const panel = await listPanel(ctx.read, zone.id);
  return {
    zone,
    outline: area.outline,
    schools: schools.filter(({ toOn }) => toOn === null),
    schoolsBefore: schools.filter(({ toOn }) => toOn !== null),
    coordinators: coordinators.map((row) => ({
      ...toStay(row),
      mayActOnBehalf: row.mayActOnBehalf,
    })),
    panel,
  };
};

/** The people who can be chosen as coordinator or for the panel: everyone who has a part in the area. */
export const listZoneCandidates = async (
  ctx: Context,
  area: Area,
): Promise<readonly { readonly id: PersonId; readonly name: string }[]> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const people = await listPeopleOfArea(ctx.read, area.id);
  return people.map(({ id, name }) => ({ id, name }));
};

export type PlaceableSchool = SchoolToPlace & {
  readonly group: Exclude<PhaseGroup, "all">;
  readonly groups: readonly Exclude<PhaseGroup, "all">[];
  /** The zones that it is in now. */
  readonly zones: readonly { readonly id: ZoneId; readonly name: string }[];
};

/** Every school that a zone can take, with where it is now. */
export const listPlaceableSchools = async (
  ctx: Context,
  area: Area,
): Promise<readonly PlaceableSchool[]> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const schools = await listSchoolsToPlace(ctx.read, area.laCodes);
  const members = await listOpenMemberships(ctx.read, area.id);
  const zones = await readZones(ctx.read, area.id);
  const zonesOf = Map.groupBy(members, ({ urn }) => urn);
  return schools.map((school) => ({
    ...school,
    group: phaseGroupOf(school),
    groups: phaseGroupsOf(school),
    zones: (zonesOf.get(school.urn) ?? []).map(({ zoneId }) => ({
      id: zoneId,
      name: zones.find(({ id }) => id === zoneId)?.name ?? "",
    })),
  }));
};
