import { recordDesignation, recordLeader } from "@alongside/db/stores/leader";
import { dateOf } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import { toId, type PersonId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { publishCapacity, type Offering } from "../capacity/index.ts";
import type { Context } from "../context/index.ts";
import { places } from "../identity/world.ts";
import { triageNeed, type AskChanges, type NeedSeen } from "../need/index.ts";
import { openNeedWorld, sentBy, type NeedWorld } from "../need/need-world.ts";

const placesSql = `
  INSERT INTO terms (id, area_id, academic_year, season, starts_on, half_on, ends_on) VALUES
    ('t-spring', 'here', '2025-26', 'spring', '2026-01-05', '2026-02-23', '2026-03-27'),
    ('t-summer', 'here', '2025-26', 'summer', '2026-04-13', '2026-06-01', '2026-07-21');
  UPDATE schools SET easting = 500000, northing = 300000 WHERE urn = 900001;
  UPDATE schools SET easting = 503000, northing = 304000 WHERE urn = 900002;
`;

/** Days of a leader who fits the need of Alder School: 10 of them, five kilometres away at Beech School. */
export const fitting: Offering = {
  halfDays: 20,
  earlyHalfDays: 20,
  lateHalfDays: 20,
  weekdays: [1, 2],
  blackouts: [],
  areas: [{ area: "phonics-and-early-reading", level: 3, evidence: "Three schools" }],
  phases: ["primary"],
  modes: ["coaching"],
  zones: [places.north],
  mostKm: 20,
  mostSchools: 2,
};

export type MatchLeader = {
  readonly ctx: Context;
  readonly personId: PersonId;
  readonly line: CapacityLineId;
};

/** For tests alone: a world in which needs can be sent and leaders can be added. */
export type MatchWorld = NeedWorld & {
  readonly homeHead: Context;
  readonly addLeader: (
    name: string,
    given?: {
      readonly offering?: Partial<Offering>;
      readonly home?: Urn;
      readonly isDesignated?: boolean;
    },
  ) => Promise<MatchLeader>;
  /** A need of Alder School that is open. */
  readonly openedNeed: (changes?: AskChanges) => Promise<NeedSeen>;
};

const designate = (world: NeedWorld, personId: PersonId) =>
  world.database.write((tx) =>
    recordDesignation(tx, {
      id: `designation-${personId}`,
      areaId: places.here,
      personId,
      type: "lle",
      awardingBody: "The partnership",
      fromOn: dateOf(2025, 9, 1),
      toOn: null,
      reviewDue: null,
      evidence: "",
      status: "designated",
    }),
  );

const leaderAdder =
  (world: NeedWorld): MatchWorld["addLeader"] =>
  async (name, { offering = {}, home = places.beech, isDesignated = true } = {}) => {
    const ctx = await world.signedIn(name, { role: "leader", areaId: places.here, urn: home });
    const personId = toId<PersonId>(name.toLowerCase());
    const createdAt = new Date(world.now()).toISOString();
    await world.database.write((tx) =>
      recordLeader(tx, {
        areaId: places.here,
        personId,
        kind: "lle",
        homeUrn: home,
        organisationId: null,
        createdAt,
      }),
    );
    if (isDesignated) await designate(world, personId);
    const { id: line } = await publishCapacity(ctx, world.area, {
      personId,
      termId: "t-spring",
      version: 0,
      answer: "yes",
      offering: { ...fitting, ...offering },
    });
    return { ctx, personId, line };
  };

export const openMatchWorld = async (): Promise<MatchWorld> => {
  const world = await openNeedWorld();
  await world.database.client.executeMultiple(placesSql);
  const homeHead = world.strangers["the head of another school"];
  if (homeHead === undefined) throw new Error("nobody heads Beech School");
  return {
    ...world,
    homeHead,
    addLeader: leaderAdder(world),
    openedNeed: async (changes) => {
      const { id, version } = await sentBy(world, changes);
      const band = { band: 2, reason: "Results fell" } as const;
      const opened = await triageNeed(world.coordinator, world.area, { id, version, ...band });
      return { id, version: opened.version };
    },
  };
};
