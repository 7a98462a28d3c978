import { createAuth, createPasswords, type Auth, type Oidc } from "@alongside/auth";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import {
  commandLine,
  mailSeal,
  toId,
  type Actor,
  type AreaId,
  type Grant,
  type PersonId,
  type ZoneId,
} from "@alongside/domain/identity";
import type { Refusal } from "@alongside/domain/refusal";
import { isUrn, londonDate, type Urn } from "@alongside/domain/school";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { RefusedError } from "../context/index.ts";
import { actorOf } from "./actor.ts";
import type { IdentityContext } from "./context.ts";

/** For tests alone: a database of its own, a clock that stands still, and people with passwords. */
export type World = {
  readonly database: TestDatabase;
  readonly auth: Auth;
  readonly now: () => number;
  readonly pass: (milliseconds: number) => void;
  /** A request by this actor. */
  readonly as: (actor: Actor, sessionId?: string) => IdentityContext;
  /** A request that brings this token. */
  readonly bringing: (token: string | undefined) => Promise<IdentityContext>;
  readonly addPerson: (name: string, grants?: readonly Grant[]) => Promise<PersonId>;
  /** A person with these grants, signed in with a second factor shown just now. */
  readonly signedIn: (name: string, ...grants: readonly Grant[]) => Promise<IdentityContext>;
  readonly mails: () => Promise<readonly StoredMail[]>;
  readonly events: (kind?: string) => Promise<readonly StoredEvent[]>;
  readonly drop: () => void;
};

export type StoredEvent = {
  readonly kind: string;
  readonly actor: string;
  readonly entity: string;
  readonly entityId: string;
  readonly areaId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type StoredMail = {
  readonly template: string;
  readonly recipient: string;
  readonly content: Readonly<Record<string, string>>;
  /** The token of its link, as whoever gets the mail has it. */
  readonly token: string | undefined;
};

export const start = Date.parse("2026-03-02T09:00:00Z");
export const minute = 60_000;
export const hour = 60 * minute;
export const password = "marmot sings under lamps";
export const from = {
  address: "203.0.113.7",
  userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
};
export const emailOf = (name: string): string => `${name.toLowerCase()}@alder.example`;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const toEvent = (row: Readonly<Record<string, unknown>>): StoredEvent => ({
  kind: text(row["kind"]),
  actor: text(row["actor"]),
  entity: text(row["entity"]),
  entityId: text(row["entity_id"]),
  areaId: row["area_id"] === null ? null : text(row["area_id"]),
  payload: JSON.parse(text(row["payload"]) || "{}"),
});

const placesSql = `
  INSERT INTO areas (id, slug, name, created_at) VALUES
    ('here', 'here', 'Northfield Partnership', '2026-01-01'), ('there', 'there', 'Southmere', '2026-01-01');
  INSERT INTO area_authorities (area_id, la_code) VALUES ('here', '901'), ('there', '902');
  INSERT INTO zones (id, area_id, name, phase_group, closed_on) VALUES
    ('north', 'here', 'North', 'all', NULL), ('east', 'here', 'East', 'all', NULL),
    ('shut', 'here', 'Shut', 'all', '2025-01-01'), ('south', 'there', 'South', 'all', NULL);
  INSERT INTO schools (urn, la_code, la_name, name, status, phase, setting) VALUES
    (900001, '901', 'Northfield', 'Alder School', 'open', 'primary', 'mainstream'),
    (900002, '901', 'Northfield', 'Beech School', 'open', 'primary', 'mainstream'),
    (900003, '902', 'Southmere', 'Cedar School', 'open', 'primary', 'mainstream');
  INSERT INTO organisations (id, area_id, name, kind, created_at) VALUES
    ('hub', 'here', 'Lantern Hub', 'teaching-school-hub', '2026-01-01'),
    ('other', 'here', 'Beacon Trust', 'trust-central-team', '2026-01-01'),
    ('hub-there', 'there', 'Southmere Hub', 'teaching-school-hub', '2026-01-01');
  INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on) VALUES
    ('m1', 'here', 'north', 'all', 900001, '2025-09-01'), ('m2', 'here', 'east', 'all', 900002, '2025-09-01'),
    ('m3', 'there', 'south', 'all', 900003, '2025-09-01');
`;

const urn = (value: number): Urn => {
  if (!isUrn(value)) throw new Error(`${value} is no URN`);
  return value;
};

/** The places of every world: Alder School in the North zone and Beech in the East, here; Cedar in the South, there. */
export const places = {
  here: toId<AreaId>("here"),
  there: toId<AreaId>("there"),
  north: toId<ZoneId>("north"),
  east: toId<ZoneId>("east"),
  shut: toId<ZoneId>("shut"),
  south: toId<ZoneId>("south"),
  alder: urn(900001),
  beech: urn(900002),
  cedar: urn(900003),
} as const;

const { here, there, north, alder, beech, cedar } = places;

/** The grants that tests give. */
export const grants = {
  head: { role: "head", areaId: here, urn: alder },
  headOfBeech: { role: "head", areaId: here, urn: beech },
  headOfCedar: { role: "head", areaId: there, urn: cedar },
  staff: { role: "school-staff", areaId: here, urn: alder },
  leader: { role: "leader", areaId: here, urn: alder },
  coordinator: { role: "zone-coordinator", areaId: here, zoneId: north },
  officer: { role: "officer", areaId: here },
  board: { role: "board-member", areaId: here },
  administrator: { role: "partnership-administrator", areaId: here },
  administratorThere: { role: "partnership-administrator", areaId: there },
  operator: { role: "operator" },
} as const satisfies Readonly<Record<string, Grant>>;

type Parts = Pick<World, "database" | "auth" | "now"> & {
  readonly newId: () => string;
  readonly passwordHash: string;
};

const personAdder =
  ({ database, now, newId, passwordHash }: Parts): World["addPerson"] =>
  async (name, given = []) => {
    const id = toId<PersonId>(name.toLowerCase());
    const createdAt = new Date(now()).toISOString();
    const fromOn = londonDate(now());
    await database.write(async (tx) => {
      await recordPerson(tx, { id, name, email: emailOf(name), passwordHash, createdAt });
      for (const grant of given) {
        await recordGrant(tx, { ...grant, id: newId(), personId: id, fromOn });
      }
    });
    return id;
  };

const secret = "a secret of tests, long enough to be one";
const hashed = createPasswords().hash(password);

/** `oidc` are the services that people of this world may sign in with. */
export const openWorld = async (oidc?: Oidc): Promise<World> => {
  const database = await freshDatabase(placesSql);
  const clock = { now: start, ids: 0 };
  const now = (): number => clock.now;
  const newId = (): string => `id-${(clock.ids += 1)}`;
  const auth = createAuth({ database, now, secret, oidc });
  const passwordHash = await hashed;
  const { read, write } = database;
  const base = { now, newId, auth, requestId: "r1", read, write };
  const as: World["as"] = (actor, sessionId) => ({ ...base, actor, sessionId });
  const addPerson = personAdder({ database, auth, now, newId, passwordHash });
  return {
    database,
    auth,
    now,
    as,
    addPerson,
    pass: (milliseconds) => {
      clock.now += milliseconds;
    },
    bringing: async (token) => {
      const held = token === undefined ? undefined : await auth.sessions.read(token);
      if (held === undefined) return as({ kind: "anonymous" });
      return as(await actorOf(read, held.session), held.session.id);
    },
    signedIn: async (name, ...given) => {
      const personId = await addPerson(name, given);
      const { session } = await auth.sessions.start({ personId, secondFactorAt: now() });
      const secondFactor = { provedAt: now() };
      return as({ kind: "person", personId, name, grants: given, secondFactor }, session.id);
    },
    mails: async () => {
      const { rows } = await database.client.execute("SELECT * FROM outbox_mails ORDER BY rowid");
      return rows.map((row) => {
        const content = JSON.parse(text(row["content"]));
        return {
          template: text(row["template"]),
          recipient: text(row["recipient"]),
          content,
          token: auth.seal.open(content.sealedToken ?? "", mailSeal),
        };
      });
    },
    events: async (kind) => {
      const { rows } = await database.client.execute("SELECT * FROM events ORDER BY seq");
      const all = rows.map((row) => toEvent(row));
      return kind === undefined ? all : all.filter((event) => event.kind === kind);
    },
    drop: () => database.drop(),
  };
};

/** The refusal that a piece of work ends in; throws what is no refusal, and when there is none. */
export const refusalOf = async (work: () => Promise<unknown>): Promise<Refusal> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
  throw new Error("it was not refused");
};

export const command = commandLine;
