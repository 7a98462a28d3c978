import { createAuth, createPasswords, sessionCookie } from "@alongside/auth";
import type { Database } from "@alongside/db";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { addDays } from "@alongside/domain/calendar";
import {
  toId,
  type AreaId,
  type Grant,
  type PersonId,
  type ZoneId,
} from "@alongside/domain/identity";
import { isUrn, londonDate, type IsoDate, type Urn } from "@alongside/domain/school";
import { prepareRace, raceSecret, type RaceWorld } from "../bench/race-world.ts";

const areaId = toId<AreaId>("race");
const zoneId = toId<ZoneId>("north");

const urnOf = (index: number): Urn => {
  const urn = 900_100 + index;
  if (!isUrn(urn)) throw new Error(`${urn} is no URN`);
  return urn;
};

/** A head at a school of their own, signed in. */
export type Writer = { readonly urn: Urn; readonly cookie: string };

export type SoakWorld = RaceWorld & { readonly writers: readonly Writer[] };

/** What makes a draft whole, in the codes that every area begins with. */
export const wholeAsk = (today: IsoDate) => ({
  framework: "report-card",
  focus: ["achievement"],
  why: "Results fell",
  wantedOutcome: "They rise",
  wantedBy: addDays(today, 60),
  primaryArea: "maths",
  otherAreas: [],
  halfDays: 4,
  modes: ["coaching"],
  earliest: today,
  fundingSource: "zone-budget",
  urgent: false,
  sameTrustWelcome: false,
});

const addSchools = (database: Database, count: number) =>
  database.client.batch(
    Array.from({ length: count }, (_, index) => [
      {
        sql: `INSERT INTO schools (urn, la_code, la_name, name, status, phase, setting, easting, northing)
              VALUES (?, '901', 'Race', ?, 'open', 'primary', 'mainstream', 500000, 300000)`,
        args: [urnOf(index), `School ${index}`],
      },
      {
        sql: `INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on)
              VALUES (?, 'race', 'north', 'all', ?, '2020-09-01')`,
        args: [`writer-${index}`, urnOf(index)],
      },
    ]).flat(),
    "write",
  );

type NewPerson = {
  readonly name: string;
  readonly grant: Grant;
  readonly passwordHash?: string;
  /** Invented people need no second step, which real ones of the partnership's staff do. */
  readonly isDemonstration?: boolean;
};

const addPerson = (database: Database, { name, grant, ...own }: NewPerson): Promise<void> =>
  database.write(async (tx) => {
    const id = toId<PersonId>(name);
    const createdAt = new Date().toISOString();
    await recordPerson(tx, { id, name, email: `${name}@race.example`, createdAt, ...own });
    const fromOn = londonDate(Date.now());
    await recordGrant(tx, { ...grant, id: `grant-${name}`, personId: id, fromOn });
  });

/** The world of the race, with as many heads as there are writers, each at a school of their own, and a coordinator who gets their mails. */
export const prepareSoak = async (
  database: Database,
  given: { readonly writers: number; readonly needs?: number; readonly halfDays?: number },
): Promise<SoakWorld> => {
  const { writers: count, needs = 1, halfDays = 1 } = given;
  const race = await prepareRace(database, { needs, halfDays });
  const auth = createAuth({ database, now: Date.now, secret: raceSecret });
  await addSchools(database, count);
  const coordinator = { role: "zone-coordinator", areaId, zoneId } as const;
  await addPerson(database, { name: "coordinator", grant: coordinator });
  const writers: Writer[] = [];
  for (let index = 0; index < count; index += 1) {
    const [name, urn] = [`writer-${index}`, urnOf(index)];
    await addPerson(database, { name, grant: { role: "head", areaId, urn } });
    const { token } = await auth.sessions.start({ personId: toId<PersonId>(name) });
    const [cookie = ""] = sessionCookie(token, { secure: false }).split(";");
    writers.push({ urn, cookie });
  }
  return { ...race, writers };
};

export const soakPassword = "marmot sings under lamps";

/** A head with a password, and an administrator, signed in, who may end their part. */
export const addCouple = async (
  database: Database,
): Promise<{ readonly administrator: string }> => {
  const passwordHash = await createPasswords().hash(soakPassword);
  const head = { role: "head", areaId, urn: urnOf(0) } as const;
  await addPerson(database, { name: "signs-in", grant: head, passwordHash });
  const administers = { role: "partnership-administrator", areaId } as const;
  const person = { name: "administrator", grant: administers, isDemonstration: true };
  await addPerson(database, person);
  const auth = createAuth({ database, now: Date.now, secret: raceSecret });
  const { token } = await auth.sessions.start({ personId: toId<PersonId>("administrator") });
  const [administrator = ""] = sessionCookie(token, { secure: false }).split(";");
  return { administrator };
};
