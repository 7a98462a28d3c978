import { createAuth, sessionCookie } from "@alongside/auth";
import type { Database } from "@alongside/db";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { recordDesignation, recordLeader } from "@alongside/db/stores/leader";
import { recordNewNeed } from "@alongside/db/stores/need";
import { findArea } from "@alongside/db/views/area";
import { addDays, dateOf, instantOf } from "@alongside/domain/calendar";
import {
  commandLine,
  toId,
  type AreaId,
  type Grant,
  type PersonId,
  type ZoneId,
} from "@alongside/domain/identity";
import { toNeedId, type NeedOpen } from "@alongside/domain/need";
import { isLaCode, isUrn, londonDate, type IsoDate, type Urn } from "@alongside/domain/school";
import { createArea } from "@alongside/usecases/area";
import { publishCapacity } from "@alongside/usecases/capacity";
import { newId } from "../src/open.ts";

export const raceSecret = "a secret of races, long enough to be one";

const areaId = toId<AreaId>("race");
const urnOf = (value: number): Urn => {
  if (!isUrn(value)) throw new Error(`${value} is no URN`);
  return value;
};
const [asking, home] = [urnOf(900001), urnOf(900002)];

const placesOf = (today: IsoDate): string => `
  INSERT INTO zones (id, area_id, name, phase_group) VALUES ('north', 'race', 'North', 'all');
  INSERT INTO schools (urn, la_code, la_name, name, status, phase, setting, easting, northing) VALUES
    (900001, '901', 'Race', 'Alder School', 'open', 'primary', 'mainstream', 500000, 300000),
    (900002, '901', 'Race', 'Beech School', 'open', 'primary', 'mainstream', 503000, 304000);
  INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on) VALUES
    ('m1', 'race', 'north', 'all', 900001, '2020-09-01'), ('m2', 'race', 'north', 'all', 900002, '2020-09-01');
  INSERT INTO terms (id, area_id, academic_year, season, starts_on, half_on, ends_on) VALUES
    ('term', 'race', '2026-27', 'autumn', '${addDays(today, -30)}', '${addDays(today, 30)}', '${addDays(today, 90)}');
`;

const openNeed = (id: string, today: IsoDate): NeedOpen => ({
  state: "open",
  id: toNeedId(id),
  submittedAt: instantOf(Date.parse(`${today}T00:00:00Z`)),
  question: null,
  band: 2,
  bandReason: "Results fell",
  ask: {
    school: asking,
    framework: "report-card",
    focus: ["achievement"],
    why: "Results fell",
    wantedOutcome: "They rise",
    wantedBy: addDays(today, 60),
    primaryArea: "maths",
    otherAreas: [],
    halfDays: 1,
    modes: ["coaching"],
    earliest: today,
    fundingSource: "zone-budget",
    urgent: false,
    sameTrustWelcome: false,
    preferred: [],
    avoided: [],
    sensitiveNote: "",
  },
});

const people: Readonly<Record<string, Grant>> = {
  officer: { role: "officer", areaId },
  leader: { role: "leader", areaId, urn: home },
  homeHead: { role: "head", areaId, urn: home },
  head: { role: "head", areaId, urn: asking },
};

const addPeople = (database: Database, at: string, today: IsoDate) =>
  database.write(async (tx) => {
    for (const [name, grant] of Object.entries(people)) {
      const id = toId<PersonId>(name);
      const email = `${name}@race.example`;
      await recordPerson(tx, { id, name, email, isDemonstration: true, createdAt: at });
      await recordGrant(tx, { ...grant, id: `grant-${name}`, personId: id, fromOn: today });
    }
    const personId = toId<PersonId>("leader");
    const own = { areaId, personId, kind: "lle", organisationId: null, createdAt: at };
    await recordLeader(tx, { ...own, homeUrn: home });
    await recordDesignation(tx, {
      id: "designation",
      areaId,
      personId,
      type: "lle",
      awardingBody: "The partnership",
      fromOn: dateOf(2020, 9, 1),
      toOn: null,
      reviewDue: null,
      evidence: "",
      status: "designated",
    });
  });

const publish = async (database: Database, halfDays: number) => {
  const area = await findArea(database.read, areaId);
  if (area === undefined) throw new Error("there is no area");
  const { read, write } = database;
  const actor = {
    kind: "person",
    personId: toId<PersonId>("leader"),
    name: "leader",
    grants: [people["leader"] ?? { role: "leader" }],
  } as const;
  await publishCapacity({ actor, requestId: "race", now: Date.now, newId, read, write }, area, {
    personId: actor.personId,
    termId: "term",
    version: 0,
    answer: "yes",
    offering: {
      halfDays,
      earlyHalfDays: halfDays,
      lateHalfDays: halfDays,
      weekdays: [1, 2],
      blackouts: [],
      areas: [{ area: "maths", level: 3, evidence: "Three schools" }],
      phases: ["primary"],
      modes: ["coaching"],
      zones: [toId<ZoneId>("north")],
      mostKm: 20,
      mostSchools: 20,
    },
  });
  // As many schools as there are needs: what runs out here is the days.
  await database.client.execute(
    "UPDATE capacity_lines SET supply = json_set(supply, '$.mostSchools', 100000)",
  );
};

export type RaceWorld = {
  readonly needs: readonly string[];
  /** The `Cookie` header of each person, signed in. */
  readonly cookies: Readonly<Record<keyof typeof people, string>>;
};

/** For benches and tests alone: many open needs, and one leader who fits all of them and has few half-days. */
export const prepareRace = async (
  database: Database,
  given: { readonly needs: number; readonly halfDays: number },
): Promise<RaceWorld> => {
  const at = new Date().toISOString();
  const today = londonDate(Date.now());
  const { read, write } = database;
  const operator = { actor: commandLine, requestId: "race", now: Date.now, newId, read, write };
  const laCodes = ["901"].filter(isLaCode);
  await createArea(operator, { id: areaId, name: "Race", slug: "race", laCodes });
  await database.client.executeMultiple(placesOf(today));
  await addPeople(database, at, today);
  await publish(database, given.halfDays);
  const needs = Array.from({ length: given.needs }, (_, index) => `need-${index}`);
  await database.write(async (tx) => {
    for (const [index, id] of needs.entries()) {
      const about = { areaId, begunBy: "head", isBegunOnBehalf: false, createdAt: at };
      await recordNewNeed(tx, { ...about, need: openNeed(id, today), number: index + 1 });
    }
  });
  const auth = createAuth({ database, now: Date.now, secret: raceSecret });
  const cookies: Record<string, string> = {};
  for (const name of Object.keys(people)) {
    const { token } = await auth.sessions.start({ personId: toId<PersonId>(name) });
    cookies[name] = sessionCookie(token, { secure: false }).split(";")[0] ?? "";
  }
  return { needs, cookies };
};
