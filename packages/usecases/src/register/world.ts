import { readFileSync } from "node:fs";
import { findArea, type Area } from "@alongside/db/views/area";
import {
  commandLine,
  toId,
  type Actor,
  type AreaId,
  type PersonId,
  type Role,
} from "@alongside/domain/identity";
import type { ImportKind } from "@alongside/domain/register-import";
import type { Refusal } from "@alongside/domain/refusal";
import { isIsoDate, isLaCode, isUrn, type IsoDate, type Urn } from "@alongside/domain/school";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { createArea } from "../area/index.ts";
import { RefusedError, type Context } from "../context/index.ts";
import { checkImport, confirmImport } from "./index.ts";

const folder = new URL("../../../register/fixtures/", import.meta.url);

export const fixture = (name: string): Buffer => readFileSync(new URL(name, folder));

/** A fixture with some of its text replaced; a replacement that finds nothing is a mistake in the test. */
export const changedFixture = (
  name: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): Buffer => {
  let text = fixture(name).toString("latin1");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
    text = text.replaceAll(from, to);
  }
  return Buffer.from(text, "latin1");
};

/** For tests alone: a database with two areas, Medway and Kent, and those who work there. */
export type World = {
  readonly database: TestDatabase;
  readonly medway: Area;
  readonly kent: Area;
  readonly as: (actor: Actor) => Context;
  readonly admin: Context;
  readonly command: Context;
  readonly check: (upload: Partial<FileGiven>) => Promise<number>;
  readonly bringIn: (upload: Partial<FileGiven>) => Promise<number>;
  /** Every row of the register, to see that nothing changed. */
  readonly contents: () => Promise<string>;
  readonly eventKinds: () => Promise<readonly string[]>;
};

export type FileGiven = {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly asOf: IsoDate;
};

export const day = (text: string): IsoDate => {
  if (!isIsoDate(text)) throw new Error(`${text} is no day`);
  return text;
};

export const urn = (value: number): Urn => {
  if (!isUrn(value)) throw new Error(`${value} is no URN`);
  return value;
};

const tables = [
  "schools",
  "school_links",
  "trust_memberships",
  "inspections",
  "outcomes",
  "area_outcomes",
  "school_changes",
];

export const personIn = (areaId: AreaId, role: Role): Actor => ({
  kind: "person",
  personId: toId<PersonId>(`${role}-of-${areaId}`),
  name: role,
  grants: [{ role, areaId }],
});

const open = async (command: Context, name: string, code: string): Promise<Area> => {
  const laCodes = [code].filter(isLaCode);
  const { id } = await createArea(command, { name, slug: name.toLowerCase(), laCodes });
  const area = await findArea(command.read, id);
  if (area === undefined) throw new Error("the area was not made");
  return area;
};

export const silent = (): void => undefined;

export const openWorld = async (): Promise<World> => {
  const database = await freshDatabase();
  let ids = 0;
  const as = (actor: Actor): Context => ({
    actor,
    requestId: "r1",
    now: () => Date.parse("2026-06-10T09:00:00Z"),
    newId: () => `id-${(ids += 1)}`,
    read: database.read,
    write: database.write,
  });
  const command = as(commandLine);
  const medway = await open(command, "Medway", "887");
  const kent = await open(command, "Kent", "886");
  const admin = as(personIn(medway.id, "partnership-administrator"));
  const usual: FileGiven = {
    kind: "gias",
    fileName: "edubase20260602.csv",
    bytes: fixture("gias-78-medway.csv"),
    asOf: day("2026-06-02"),
  };
  const check = async (given: Partial<FileGiven>): Promise<number> => {
    const upload = { ...usual, ...given };
    return (await checkImport(admin, medway, { upload, progress: silent })).id;
  };
  return {
    database,
    medway,
    kent,
    as,
    admin,
    command,
    check,
    bringIn: async (given) => {
      const id = await check(given);
      await confirmImport(admin, medway, { id, progress: silent });
      return id;
    },
    contents: async () => {
      const held = tables.map((table) => database.client.execute(`SELECT * FROM ${table}`));
      return JSON.stringify((await Promise.all(held)).map(({ rows }) => rows));
    },
    eventKinds: async () => {
      const { rows } = await database.client.execute("SELECT kind FROM events ORDER BY seq");
      return rows.map((row) => String(row["kind"])).filter((kind) => kind.startsWith("import"));
    },
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
