import { recordLeader } from "@alongside/db/stores/leader";
import { findArea, type Area } from "@alongside/db/views/area";
import { listMovements } from "@alongside/db/views/ledger";
import { dateOf } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import { toId, type Grant, type OrganisationId, type PersonId } from "@alongside/domain/identity";
import { recordDefaults } from "../area/defaults.ts";
import type { Context } from "../context/index.ts";
import { grants, openWorld, places, type World } from "../identity/world.ts";
import type { Offering } from "./offering.ts";
import { publishCapacity, type Publication } from "./publish.ts";

export const hub = toId<OrganisationId>("hub");
export const lena = toId<PersonId>("lena");
export const spring = "t-spring";

const termsSql = `
  INSERT INTO terms (id, area_id, academic_year, season, starts_on, half_on, ends_on) VALUES
    ('t-autumn', 'here', '2025-26', 'autumn', '2025-09-02', '2025-10-31', '2025-12-19'),
    ('t-spring', 'here', '2025-26', 'spring', '2026-01-05', '2026-02-23', '2026-03-27'),
    ('t-summer', 'here', '2025-26', 'summer', '2026-04-13', '2026-06-01', '2026-07-21'),
    ('t-there', 'there', '2025-26', 'spring', '2026-01-05', '2026-02-23', '2026-03-27');
`;

/** Days of an ordinary term: 6 in all, 3 of them at most before the middle of it. */
export const offering: Offering = {
  halfDays: 12,
  earlyHalfDays: 6,
  lateHalfDays: 12,
  weekdays: [1, 2, 4],
  blackouts: [{ from: dateOf(2026, 3, 9), to: dateOf(2026, 3, 13) }],
  areas: [{ area: "maths", level: 3, evidence: "Three schools" }],
  phases: ["primary"],
  modes: ["coaching"],
  zones: [places.north],
  mostKm: 20,
  mostSchools: 2,
};

/** For tests alone: a world with terms and with Lena, a leader of Alder School whose days the hub looks after. */
export type SupplyWorld = World & {
  readonly area: Area;
  readonly there: Area;
  readonly leader: Context;
  readonly homeHead: Context;
  readonly organisation: Context;
  readonly acting: Context;
  readonly officer: Context;
  readonly administrator: Context;
  /** Everyone who must not know of Lena's days: by name, each with a part somewhere. */
  readonly strangers: Readonly<Record<string, Context>>;
  readonly publish: (
    ctx: Context,
    given?: Partial<Publication>,
  ) => ReturnType<typeof publishCapacity>;
  readonly movements: (
    line: CapacityLineId,
  ) => Promise<readonly (readonly [movement: string, halfDays: number])[]>;
};

const areaOf = async (world: World, id: Area["id"]): Promise<Area> => {
  const area = await findArea(world.database.read, id);
  if (area === undefined) throw new Error(`no area ${id}`);
  return area;
};

const acting: Grant = { ...grants.coordinator, mayActOnBehalf: true };
const ofHub: Grant = {
  role: "organisation-administrator",
  areaId: places.here,
  organisationId: hub,
};
const ofOther: Grant = { ...ofHub, organisationId: toId<OrganisationId>("other") };
const otherLeader: Grant = { role: "leader", areaId: places.here, urn: places.beech };

const strangersIn = async (world: World): Promise<SupplyWorld["strangers"]> => ({
  "another leader": await world.signedIn("Otto", otherLeader),
  "the head of another school": await world.signedIn("Bea", grants.headOfBeech),
  "staff of the home school": await world.signedIn("Stan", grants.staff),
  "another organisation": await world.signedIn("Orla", ofOther),
  "a member of the board": await world.signedIn("Bo", grants.board),
  "a head of another area": await world.signedIn("Cora", grants.headOfCedar),
  "an administrator of another area": await world.signedIn("Thea", grants.administratorThere),
});

export const openSupplyWorld = async (): Promise<SupplyWorld> => {
  const world = await openWorld();
  await world.database.client.executeMultiple(termsSql);
  await world.database.write((tx) => recordDefaults(tx, places.here));
  const area = await areaOf(world, places.here);
  const leader = await world.signedIn("Lena", grants.leader);
  const createdAt = new Date(world.now()).toISOString();
  await world.database.write((tx) =>
    recordLeader(tx, {
      areaId: places.here,
      personId: lena,
      kind: "lle",
      homeUrn: places.alder,
      organisationId: hub,
      createdAt,
    }),
  );
  return {
    ...world,
    area,
    there: await areaOf(world, places.there),
    leader,
    homeHead: await world.signedIn("Hana", grants.head),
    organisation: await world.signedIn("Hubert", ofHub),
    acting: await world.signedIn("Zora", acting),
    officer: await world.signedIn("Ollie", grants.officer),
    administrator: await world.signedIn("Ada", grants.administrator),
    strangers: await strangersIn(world),
    publish: (ctx, given = {}) =>
      publishCapacity(ctx, area, {
        personId: lena,
        termId: spring,
        version: 0,
        answer: "yes",
        offering,
        ...given,
      }),
    movements: async (line) =>
      (await listMovements(world.database.read, [line])).map(
        ({ movement, halfDays }) => [movement, halfDays] as const,
      ),
  };
};
