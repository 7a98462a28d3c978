import { dateOf } from "@alongside/domain/calendar";
import { toId, type PersonId } from "@alongside/domain/identity";
import type { Band, NeedId } from "@alongside/domain/need";
import { isUrn, type Urn } from "@alongside/domain/school";
import type { ExpertiseLevel } from "@alongside/domain/capacity";
import type { Offering } from "../capacity/index.ts";
import type { Context } from "../context/index.ts";
import { places } from "../identity/world.ts";
import { answers } from "../need/need-world.ts";
import {
  saveNeed,
  startNeed,
  submitNeed,
  triageNeed,
  type AskChanges,
  type NeedSeen,
} from "../need/index.ts";
import { openMatchWorld, type MatchWorld } from "../shortlist/match-world.ts";
import { createRound } from "./make.ts";
import type { RoundSeen } from "./place.ts";

const urnOf = (value: number): Urn => {
  if (!isUrn(value)) throw new Error(`${value} is no URN`);
  return value;
};

/** More schools of the North zone, a kilometre apart each. */
export const schools = {
  dogwood: urnOf(900011),
  elm: urnOf(900012),
  fir: urnOf(900013),
  gorse: urnOf(900014),
} as const;

const schoolsSql = `
  INSERT INTO schools (urn, la_code, la_name, name, status, phase, setting, easting, northing) VALUES
    (900011, '901', 'Northfield', 'Dogwood School', 'open', 'primary', 'mainstream', 501000, 300000),
    (900012, '901', 'Northfield', 'Elm School', 'open', 'primary', 'mainstream', 502000, 300000),
    (900013, '901', 'Northfield', 'Fir School', 'open', 'primary', 'mainstream', 503000, 300000),
    (900014, '901', 'Northfield', 'Gorse School', 'open', 'primary', 'mainstream', 504000, 300000);
  INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on) VALUES
    ('m11', 'here', 'north', 'all', 900011, '2025-09-01'), ('m12', 'here', 'north', 'all', 900012, '2025-09-01'),
    ('m13', 'here', 'north', 'all', 900013, '2025-09-01'), ('m14', 'here', 'north', 'all', 900014, '2025-09-01');
`;

/** Days of a leader that may all lie in either half of the term. */
export const daysOf = (halfDays: number) => ({
  halfDays,
  earlyHalfDays: halfDays,
  lateHalfDays: halfDays,
});

/** For tests alone: a world with several schools that ask for support, and rounds to be made of them. */
export type RoundWorld = MatchWorld & {
  /** An open need of a school, in a band. */
  readonly needOf: (
    urn: Urn,
    given?: { readonly band?: Band; readonly changes?: AskChanges },
  ) => Promise<NeedSeen>;
  /** A round of the North zone with its defaults. */
  readonly begun: (ctx?: Context) => Promise<RoundSeen>;
  /** Puts people on the panel of the North zone. */
  readonly seat: (...people: readonly PersonId[]) => Promise<void>;
  readonly stateOf: (need: NeedId) => Promise<string>;
  /** Dates of a need that begins after the term of these rounds. */
  readonly nextTerm: Required<Pick<AskChanges, "earliest" | "wantedBy">>;
  /** The area of expertise that every need here asks for, at a level. */
  readonly levels: (level: ExpertiseLevel) => Offering["areas"];
  /** Somebody who leads nowhere. */
  readonly nobody: PersonId;
};

const needMaker =
  (world: MatchWorld): RoundWorld["needOf"] =>
  async (urn, { band = 2, changes = {} } = {}) => {
    const { actingCoordinator: acting, area } = world;
    const { id, version } = await startNeed(acting, area, { urn });
    const saved = await saveNeed(acting, area, {
      id,
      version,
      changes: { ...answers, ...changes },
    });
    const sent = await submitNeed(acting, area, { id, version: saved.version });
    const opened = await triageNeed(world.coordinator, area, {
      id,
      version: sent.version,
      band,
      reason: "Results fell",
    });
    return { id, version: opened.version };
  };

export const openRoundWorld = async (): Promise<RoundWorld> => {
  const world = await openMatchWorld();
  await world.database.client.executeMultiple(schoolsSql);
  return {
    ...world,
    needOf: needMaker(world),
    nextTerm: { earliest: dateOf(2026, 4, 20), wantedBy: dateOf(2026, 7, 1) },
    levels: (level) => [{ area: "phonics-and-early-reading", level, evidence: "" }],
    nobody: toId<PersonId>("nobody"),
    begun: (ctx = world.coordinator) =>
      createRound(ctx, world.area, {
        name: "Spring in the North",
        termId: "t-spring",
        zones: [places.north],
      }),
    seat: async (...people) => {
      for (const personId of people) {
        await world.database.client.execute({
          sql: "INSERT INTO zone_officers (zone_id, person_id, part, from_on) VALUES ('north', ?, 'panel', '2025-09-01')",
          args: [personId],
        });
      }
    },
    stateOf: async (need) => {
      const { rows } = await world.database.client.execute({
        sql: "SELECT state FROM needs WHERE id = ?",
        args: [need],
      });
      return String(rows[0]?.["state"]);
    },
  };
};
