import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordMembershipEnds, recordMemberships } from "@alongside/db/stores/partnership-zone";
import {
  findSchools,
  findZone,
  listMembershipsOfSchool,
  listZones,
  type MembershipRow,
  type ZoneRow,
} from "@alongside/db/views/partnership-zone";
import { mayAdministerArea, type ZoneId } from "@alongside/domain/identity";
import { groupsOverlap, phaseGroupsOf, zoneServes } from "@alongside/domain/partnership";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { authorise, found, record, refuse, type Context } from "../context/index.ts";
import { refuseChanged } from "./changed-since.ts";
import { requireNotAfterToday } from "./day.ts";

/** A school, and the zones that it was seen in. */
export type SchoolSeen = { readonly urn: Urn; readonly seenIn: readonly ZoneId[] };

export type Placement = {
  readonly zoneId: ZoneId;
  readonly schools: readonly SchoolSeen[];
  readonly fromOn: IsoDate;
};

export type Placed = {
  /** Schools that were in no such zone before. */
  readonly placed: number;
  /** Schools that left another zone for this one. */
  readonly moved: number;
  readonly unchanged: number;
};

type Step = {
  readonly zone: ZoneRow;
  readonly fromOn: IsoDate;
  readonly zones: readonly ZoneRow[];
};

const requirePlaceable = async (
  tx: Write,
  area: Area,
  given: { readonly zone: ZoneRow; readonly urns: readonly Urn[] },
): Promise<void> => {
  const schools = await findSchools(tx, given.urns);
  for (const urn of given.urns) {
    const school = schools.find((each) => each.urn === urn);
    if (school === undefined || !area.laCodes.includes(school.laCode)) {
      return refuse({ kind: "school-not-in-area", urn });
    }
    if (!phaseGroupsOf(school).some((group) => zoneServes(given.zone.phaseGroup, group))) {
      refuse({ kind: "phase-not-served", urn, zone: given.zone.name });
    }
  }
};

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

const requireSeen = async (
  tx: Write,
  school: SchoolSeen,
  history: readonly MembershipRow[],
): Promise<void> => {
  const now = history.filter(({ toOn }) => toOn === null).map(({ zoneId }) => zoneId);
  if (isSameSet(now, school.seenIn)) return;
  const entityId = String(school.urn);
  await refuseChanged(tx, { entity: "school-zone", entityId, version: history.length });
};

/** History stays in order: a place begins no earlier than the last change to any place that it replaces or follows. */
const requireInOrder = (
  urn: Urn,
  history: readonly MembershipRow[],
  { zone, fromOn, zones }: Step,
): void => {
  for (const row of history.filter((each) => groupsOverlap(each.phaseGroup, zone.phaseGroup))) {
    const since = row.toOn ?? row.fromOn;
    if (since <= fromOn) continue;
    const name = zones.find(({ id }) => id === row.zoneId)?.name ?? zone.name;
    refuse({ kind: "placed-before-last", urn, zone: name, since });
  }
};

const placeOne = async (
  ctx: Context,
  tx: Write,
  given: Step & { readonly school: SchoolSeen },
): Promise<keyof Placed> => {
  const { zone, fromOn, school } = given;
  const { urn } = school;
  const history = await listMembershipsOfSchool(tx, zone.areaId, urn);
  await requireSeen(tx, school, history);
  const open = history.filter(({ toOn }) => toOn === null);
  if (open.some(({ zoneId }) => zoneId === zone.id)) return "unchanged";
  requireInOrder(urn, history, given);
  const left = open.filter((row) => groupsOverlap(row.phaseGroup, zone.phaseGroup));
  await recordMembershipEnds(
    tx,
    left.map(({ id }) => id),
    fromOn,
  );
  const { areaId, id: zoneId, phaseGroup } = zone;
  await recordMemberships(tx, [{ id: ctx.newId(), areaId, zoneId, phaseGroup, urn, fromOn }]);
  await record(ctx, tx, {
    areaId,
    entity: "school-zone",
    entityId: String(urn),
    entityVersion: history.length + 1,
    kind: left.length === 0 ? "school-placed" : "school-moved",
    payload: { zoneId, fromOn, left: left.map((row) => row.zoneId) },
  });
  return left.length === 0 ? "placed" : "moved";
};

/**
 * Puts schools into a zone from a day on. A school that is in another zone of an overlapping phase group leaves that zone on the
 * same day: it is never in two. All or nothing. Refuses `not-found`, `zone-closed`, `school-not-in-area`,
 * `phase-not-served`, `placed-before-last`, and `changed-since` when a school is not where it was seen.
 */
export const placeSchools = (ctx: Context, area: Area, input: Placement): Promise<Placed> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const zone = found(await findZone(tx, area.id, input.zoneId));
    if (zone.closedOn !== null) refuse({ kind: "zone-closed", zone: zone.name });
    requireNotAfterToday(ctx, "fromOn", input.fromOn);
    await requirePlaceable(tx, area, { zone, urns: input.schools.map(({ urn }) => urn) });
    const zones = await listZones(tx, area.id);
    const counts = { placed: 0, moved: 0, unchanged: 0 };
    for (const school of input.schools) {
      counts[await placeOne(ctx, tx, { zone, zones, fromOn: input.fromOn, school })] += 1;
    }
    return counts;
  });
};

/** Takes a school out of a zone on a day, the first on which it is no longer there. Refuses `not-found` when it is not in it. */
export const takeSchoolOut = (
  ctx: Context,
  area: Area,
  input: { readonly zoneId: ZoneId; readonly urn: Urn; readonly toOn: IsoDate },
): Promise<void> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const zone = found(await findZone(tx, area.id, input.zoneId));
    const history = await listMembershipsOfSchool(tx, area.id, input.urn);
    const row = found(history.find(({ zoneId, toOn }) => zoneId === zone.id && toOn === null));
    requireNotAfterToday(ctx, "toOn", input.toOn);
    if (input.toOn < row.fromOn) {
      const since = row.fromOn;
      refuse({ kind: "placed-before-last", urn: input.urn, zone: zone.name, since });
    }
    await recordMembershipEnds(tx, [row.id], input.toOn);
    await record(ctx, tx, {
      areaId: area.id,
      entity: "school-zone",
      entityId: String(input.urn),
      entityVersion: history.length + 1,
      kind: "school-taken-out",
      payload: { zoneId: zone.id, toOn: input.toOn },
    });
  });
};
