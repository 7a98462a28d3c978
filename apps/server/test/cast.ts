import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordLeader } from "@alongside/db/stores/leader";
import { toId, type Actor, type PersonId } from "@alongside/domain/identity";
import { pino } from "pino";
import { openCast, type Asked } from "../../../packages/api/test/callers.ts";
import { places } from "../../../packages/usecases/src/identity/world.ts";
import { createApp } from "../src/app.ts";
import { openFileStore } from "../src/file-store.ts";
import { createPrinter } from "../src/pdf/print.ts";
import { newId } from "../src/open.ts";
import { origin } from "./app.ts";

/** For tests alone: everyone who may ask, each with a browser that is signed in, and the whole server before them. */
export type HttpCast = {
  readonly cast: Asked;
  readonly app: ReturnType<typeof createApp>;
  /** Asks a route as one of the cast; `visitor` has no cookie. */
  readonly ask: (name: string, path: string, init?: RequestInit) => Promise<Response>;
  /** What was written to the log, line by line. */
  readonly logged: () => readonly string[];
  readonly close: () => void;
};

const addFactor = async ({ world }: Asked, personId: PersonId): Promise<void> => {
  await world.database.client.execute({
    sql: "INSERT INTO second_factors (person_id, sealed_secret, created_at, confirmed_at) VALUES (?, 'x', 'x', 'x')",
    args: [personId],
  });
};

/** The token of a session of this person, who has shown a second factor just now. */
const signInOf = async (cast: Asked, actor: Actor): Promise<string | undefined> => {
  if (actor.kind !== "person") return undefined;
  const { auth, now } = cast.world;
  await addFactor(cast, actor.personId);
  const { personId } = actor;
  return (await auth.sessions.start({ personId, secondFactorAt: now() })).token;
};

/** A leader of the one area and one of the other, as their areas have them on record. */
const addLeaders = ({ world }: Asked): Promise<void> =>
  world.database.write(async (tx) => {
    const own = { kind: "lle", createdAt: "2026-01-01" };
    const leader = toId<PersonId>("leader");
    const other = toId<PersonId>("headofanotherarea");
    await recordLeader(tx, {
      ...own,
      areaId: places.here,
      personId: leader,
      homeUrn: places.alder,
    });
    await recordLeader(tx, {
      ...own,
      areaId: places.there,
      personId: other,
      homeUrn: places.cedar,
    });
  });

const termsSql = `
  INSERT INTO terms (id, area_id, academic_year, season, starts_on, half_on, ends_on) VALUES
    ('spring-here', 'here', '2025-26', 'spring', '2026-01-05', '2026-02-23', '2026-03-27'),
    ('spring-there', 'there', '2025-26', 'spring', '2026-01-05', '2026-02-23', '2026-03-27')`;

export const openHttpCast = async (): Promise<HttpCast> => {
  const cast = await openCast();
  const { world } = cast;
  await addLeaders(cast);
  await world.database.client.execute(termsSql);
  const webFolder = mkdtempSync(join(tmpdir(), "alongside-web-"));
  writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>Alongside</title>");
  const lines: string[] = [];
  const tokens = new Map<string, string | undefined>();
  for (const [name, actor] of cast.actors) tokens.set(name, await signInOf(cast, actor));
  const app = createApp({
    database: world.database,
    auth: world.auth,
    log: pino({ level: "info" }, { write: (line) => void lines.push(line) }),
    now: world.now,
    newId,
    origin,
    showsMailbox: false,
    files: openFileStore(webFolder),
    printPdf: createPrinter({ chromium: undefined, patience: 1 }),
    webFolder,
  });
  return {
    cast,
    app,
    ask: async (name, path, init = {}) => {
      const headers = new Headers(init.headers);
      const token = tokens.get(name);
      headers.set("x-forwarded-for", "192.0.2.1");
      if (token !== undefined) headers.set("cookie", `__Host-session=${token}`);
      return app.request(path, { ...init, headers });
    },
    logged: () => lines,
    close: () => {
      world.drop();
      rmSync(webFolder, { recursive: true });
    },
  };
};
