import { join } from "node:path";
import type { ApiContext } from "@alongside/api";
import { createAuth, sessionCookie } from "@alongside/auth";
import { toId, type PersonId } from "@alongside/domain/identity";
import { openProduct } from "../src/open.ts";
import { inventCountry } from "./england/country.ts";
import { officer, officerOf } from "./england/officer.ts";
import { areaIdOf } from "./england/place.ts";
import type { Size } from "./england/size.ts";
import { inventWork } from "./england/work.ts";
import { worldAt } from "./england/world.ts";
import { recordPage, type Page, type Recorded } from "./scale-statement.ts";

export const scaleSecret = "a secret of benches, long enough to be one";

const area = areaIdOf(0);
/** Lists and searches are held to grow no more than twice from an area to England; the dashboard counts a whole area. */
export const pages: Readonly<Record<string, Page>> = {
  "home page": { path: "home.show", input: { area } },
  "queue of needs": { path: "need.list", input: { area, scope: "all", limit: 50 } },
  "queue, late and urgent": {
    path: "need.list",
    input: { area, scope: "all", isLate: true, isUrgent: true },
  },
  "queue, by words": { path: "need.list", input: { area, scope: "all", words: "school 200" } },
  schools: { path: "school.list", input: { area } },
  "schools, by phase and pupils": {
    path: "school.list",
    input: { area, phases: ["primary"], sort: "pupils", isDescending: true },
  },
  "schools, by words": { path: "school.list", input: { area, words: "hawthron green" } },
  "search as one types": { path: "school.search", input: { area, words: "haw" } },
  "map of schools": { path: "school.places", input: { area } },
  leaders: { path: "leader.list", input: { area } },
  capacity: { path: "capacity.list", input: { area } },
  offers: { path: "offer.list", input: { area } },
  "pieces of work": { path: "deployment.list", input: { area } },
  visits: { path: "visit.list", input: { area } },
  dashboard: { path: "board.get", input: { area } },
};

export type ScaleWorld = {
  /** The `Cookie` header of an officer of one area, as nearly everybody is of one. */
  readonly cookie: string;
  readonly visits: number;
  /** What each page asks the database and answers, by its name as it stands in an address. */
  readonly recorded: Readonly<Record<string, Recorded>>;
};

/** Writes an invented country with its work into `bench.db` of a folder, and asks each page once. */
export const openScaleWorld = async (
  folder: string,
  given: { readonly size: Size; readonly visitsAnArea: number },
): Promise<ScaleWorld> => {
  const { size, visitsAnArea } = given;
  const url = `file:${join(folder, "bench.db")}`;
  const product = await openProduct({ database: { url, authToken: undefined } });
  await inventCountry(product, size);
  const { database, contextFor } = product;
  const world = worldAt(size, Date.now());
  const visits = await inventWork(database, world, visitsAnArea);
  await database.client.execute("UPDATE people SET is_demonstration = 1 WHERE id = 'officer'");
  await database.client.execute({
    sql: "DELETE FROM role_grants WHERE person_id = ? AND area_id <> ?",
    args: [officer, area],
  });
  const auth = createAuth({ database, now: Date.now, secret: scaleSecret });
  const { token } = await auth.sessions.start({ personId: toId<PersonId>(officer) });
  const cookie = sessionCookie(token, { secure: false }).split(";")[0] ?? "";
  const ctx: ApiContext = {
    ...contextFor(officerOf(1)),
    auth,
    sessionId: undefined,
    setCookie: () => undefined,
    cookies: { secure: false },
    mailboxOrigin: undefined,
    address: "127.0.0.1",
    userAgent: "bench",
  };
  const recorded: Record<string, Recorded> = {};
  for (const [name, page] of Object.entries(pages))
    recorded[encodeURIComponent(name)] = await recordPage(url, ctx, page);
  database.close();
  return { cookie, visits, recorded };
};
