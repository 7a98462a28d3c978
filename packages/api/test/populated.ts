import { createAuth } from "@alongside/auth";
import { anonymous, commandLine, type Actor } from "@alongside/domain/identity";
import { loadDemonstration } from "../../demonstration/src/load/index.ts";
import { freshDatabase, type TestDatabase } from "../../testkit/src/index.ts";
import { actorOf, type IdentityContext } from "@alongside/usecases/identity";
import { appRouter } from "../src/router.ts";
import { createCallerFactory, type ApiContext } from "../src/trpc.ts";

/** For tests alone: the invented area on a day that does not move, and one person for each part. */
export type Populated = {
  readonly database: TestDatabase;
  readonly slug: string;
  /** By role; `visitor` is nobody. */
  readonly actors: ReadonlyMap<string, Actor>;
  readonly caller: (actor: Actor) => unknown;
};

const monday = Date.parse("2026-03-02T09:00:00Z");
const secret = "a secret of tests, long enough to be one";
const createCaller = createCallerFactory(appRouter);

const contextsOver = (database: TestDatabase) => {
  let ids = 0;
  const now = () => monday;
  const newId = () => `id-${(ids += 1)}`;
  const auth = createAuth({ database, now, secret });
  const { read, write } = database;
  const base = { now, newId, auth, requestId: "r1", read, write };
  return {
    auth,
    contextFor: (actor: Actor, sessionId?: string): IdentityContext => ({
      ...base,
      actor,
      sessionId,
    }),
  };
};

const forBrowsers = (context: IdentityContext): ApiContext => ({
  ...context,
  setCookie: () => undefined,
  cookies: { secure: true },
  mailboxOrigin: "https://alongside.example",
  address: "192.0.2.1",
  userAgent: "test",
});

export const openPopulated = async (): Promise<Populated> => {
  const database = await freshDatabase();
  const { auth, contextFor } = contextsOver(database);
  const sessions = new Map<Actor, string>();
  const signIns = await loadDemonstration(contextFor(commandLine));
  const actors = new Map<string, Actor>([["visitor", anonymous]]);
  for (const { role, personId } of signIns) {
    const actor = await actorOf(database.read, { personId, secondFactorAt: monday });
    const { session } = await auth.sessions.start({ personId, secondFactorAt: monday });
    sessions.set(actor, session.id);
    actors.set(role, actor);
  }
  const { rows } = await database.client.execute("SELECT slug FROM areas");
  return {
    database,
    slug: String(rows[0]?.["slug"]),
    actors,
    caller: (actor) => createCaller(forBrowsers(contextFor(actor, sessions.get(actor)))),
  };
};
