import type { Area } from "@alongside/db/views/area";
import { listLeadersOf } from "@alongside/db/views/leader";
import { listInterests, listPackages, type StoredPackage } from "@alongside/db/views/menu";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { findSchoolOfNeed } from "@alongside/db/views/need";
import { zoneShapes, zonesOfSchools } from "@alongside/db/views/school";
import {
  mayPublishCapacity,
  ownSchoolsOf,
  supplyScopeOf,
  type ZoneId,
} from "@alongside/domain/identity";
import { menuTransitions, toInterest } from "@alongside/domain/menu";
import type { Context } from "../context/index.ts";
import { openPackage, standTo, type PlacedPackage } from "./place.ts";

export type MenuQuestion = {
  readonly zones?: readonly ZoneId[] | undefined;
  /** Codes of the list of areas of expertise. */
  readonly areas?: readonly string[] | undefined;
};

type Interests = Awaited<ReturnType<typeof listInterests>>;

const toLine = (
  ctx: Context,
  placed: PlacedPackage,
  beside: { area: Area; interests: Interests },
) => {
  const { stored, isOwn, isZones } = placed;
  const { row, zone, leader, schools } = stored;
  const own = ownSchoolsOf(ctx.actor, beside.area.id);
  const asked = beside.interests.filter(({ packageId }) => packageId === row.id);
  const isNext = (command: keyof (typeof menuTransitions)["proposed"]): boolean =>
    menuTransitions[row.state][command].length > 0;
  return {
    id: row.id,
    version: row.version,
    zoneId: row.zoneId,
    zone,
    personId: row.personId,
    leader,
    title: row.title,
    focus: row.area,
    halfDays: row.halfDays,
    includes: row.includes,
    state: row.state,
    answer: isOwn || isZones ? row.answer : "",
    publishedAt: row.publishedAt,
    interest: toInterest(schools, isOwn || isZones),
    /** Which schools asked: for the zone's own people alone. */
    askedBy: isZones ? asked.map(({ urn, school, since }) => ({ urn, school, since })) : [],
    ownInterest: asked.some(({ urn }) => own.includes(urn)),
    may: {
      revise: isOwn && isNext("revise"),
      withdraw: isOwn && isNext("withdraw"),
      answer: isZones && isNext("agree"),
    },
  };
};

const placeIn = (area: Area, leaders: Awaited<ReturnType<typeof leadersOf>>) => {
  const known = new Map(leaders.map((leader) => [leader.personId, leader]));
  return ({ row }: StoredPackage) => {
    const leader = known.get(row.personId);
    return leader === undefined ? undefined : { areaId: area.id, ...leader };
  };
};

const leadersOf = async (ctx: Context, area: Area) => {
  const rows = await listLeadersOf(ctx.read, area.id, { kind: "area" });
  const urns = [...new Set(rows.map(({ homeUrn }) => homeUrn))];
  const placed = Map.groupBy(await zonesOfSchools(ctx.read, area.id, urns), ({ urn }) => urn);
  return rows.map(({ personId, name, homeUrn, organisationId }) => ({
    personId,
    name,
    homeUrn,
    organisationId,
    zoneIds: (placed.get(homeUrn) ?? []).map(({ zoneId }) => zoneId),
  }));
};

/** The menus of the area's zones: what is agreed for everyone; what waits or was turned down, for its leader's side and the zone's. */
export const listMenu = async (ctx: Context, area: Area, question: MenuQuestion) => {
  const [stored, leaders, zones, entries] = await Promise.all([
    listPackages(ctx.read, area.id, question),
    leadersOf(ctx, area),
    zoneShapes(ctx.read, area.id),
    listCodeEntries(ctx.read, area.id, "expertise"),
  ]);
  const placeOf = placeIn(area, leaders);
  const placed = stored.flatMap((each) => {
    const place = placeOf(each);
    const stand = place === undefined ? undefined : standTo(ctx, each, place);
    return stand === undefined ? [] : [stand];
  });
  const interests = await listInterests(
    ctx.read,
    placed.map((each) => each.stored.row.id),
  );
  const schools = await Promise.all(
    ownSchoolsOf(ctx.actor, area.id).map((urn) => findSchoolOfNeed(ctx.read, urn)),
  );
  return {
    packages: placed.map((each) => toLine(ctx, each, { area, interests })),
    zones: zones.map(({ id, name }) => ({ id, name })),
    areas: entries
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ code, label, groupLabel }) => ({ code, label, group: groupLabel })),
    /** Schools for which the actor may ask as one of them. */
    ownSchools: schools.flatMap((school) =>
      school === undefined ? [] : [{ urn: school.urn, name: school.name }],
    ),
    /** Leaders for whom the actor may publish. */
    publishesFor:
      supplyScopeOf(ctx.actor, area.id) === undefined
        ? []
        : leaders
            .filter((leader) => mayPublishCapacity(ctx.actor, { areaId: area.id, ...leader }))
            .map(({ personId, name }) => ({ personId, name })),
  };
};

export type MenuLine = Awaited<ReturnType<typeof listMenu>>["packages"][number];

/** One package of the menu, as the list shows it. */
export const getPackage = async (ctx: Context, area: Area, input: { readonly id: string }) => {
  const placed = await openPackage(ctx, ctx.read, { area, id: input.id });
  const interests = await listInterests(ctx.read, [placed.stored.row.id]);
  return toLine(ctx, placed, { area, interests });
};
