import { findArea, type Area } from "@alongside/db/views/area";
import type { Grant } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { isIsoDate } from "@alongside/domain/school";
import { recordDefaults } from "../area/defaults.ts";
import type { IdentityContext } from "../identity/context.ts";
import { grants, openWorld, places, type World } from "../identity/world.ts";

/** For tests alone: the world of identity, with both areas at hand, their lists filled, and an administrator here. */
export type SetUpWorld = World & {
  readonly here: Area;
  readonly there: Area;
  readonly admin: IdentityContext;
  readonly head: IdentityContext;
  /** Rows of a question to the database. */
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
};

export const day = (text: string): IsoDate => {
  if (!isIsoDate(text)) throw new Error(`${text} is no date`);
  return text;
};

const areaOf = async (world: World, id: Area["id"]): Promise<Area> => {
  const area = await findArea(world.database.read, id);
  if (area === undefined) throw new Error(`no area ${id}`);
  return area;
};

/** Gives the administrator the right to act on behalf as well, so that they may give it. */
const administrator: Grant = { ...grants.administrator, mayActOnBehalf: true };

export const openSetUpWorld = async (): Promise<SetUpWorld> => {
  const world = await openWorld();
  await world.database.write(async (tx) => {
    await recordDefaults(tx, places.here);
    await recordDefaults(tx, places.there);
  });
  return {
    ...world,
    here: await areaOf(world, places.here),
    there: await areaOf(world, places.there),
    admin: await world.signedIn("Ada", administrator),
    head: await world.signedIn("Hal", grants.head),
    rows: async (sql) => (await world.database.client.execute(sql)).rows.map((row) => ({ ...row })),
  };
};
