import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAuth, hashToken, newToken } from "@alongside/auth";
import { recordAnswerLink } from "../../db/src/stores/answer-link.ts";
import { recordInvitation } from "../../db/src/stores/identity-invitation.ts";
import { recordReset } from "../../db/src/stores/identity-reset.ts";
import {
  anonymous,
  commandLine,
  toId,
  type Actor,
  type AreaId,
  type InvitationId,
  type PersonId,
} from "@alongside/domain/identity";
import { loadDemonstration } from "../../demonstration/src/load/index.ts";
import {
  copyOf,
  freshDatabase,
  keepAs,
  onceInRun,
  usesServer,
  type TestDatabase,
} from "../../testkit/src/index.ts";
import { actorOf, type IdentityContext } from "@alongside/usecases/identity";
import { appRouter } from "../src/router.ts";
import { createCallerFactory, type ApiContext } from "../src/trpc.ts";

/** For tests alone: the invented area on a day that does not move, and one person for each part. */
export type Populated = {
  readonly database: TestDatabase;
  readonly slug: string;
  /** Mailed links that are open, by the router that they are for: to answer an offer, to set a new password, to accept an invitation. */
  readonly tokens: Readonly<Record<string, string>>;
  /** By role; `visitor` is nobody. */
  readonly actors: ReadonlyMap<string, Actor>;
  readonly caller: (actor: Actor) => unknown;
};

const monday = Date.parse("2026-03-02T09:00:00Z");
const secret = "a secret of tests, long enough to be one";
const createCaller = createCallerFactory(appRouter);

/** Ids go on across copies, so that none is given twice. */
let ids = 0;

const contextsOver = (database: TestDatabase) => {
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

const idIn = async (
  { client }: TestDatabase,
  query: string,
): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await client.execute(query);
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([key, value]) => [key, String(value)]),
  );
};

/** One open link of each kind, for records of the invented area. */
const openLinks = async (database: TestDatabase): Promise<Readonly<Record<string, string>>> => {
  const [answerLink, identity, invitation] = [newToken(), newToken(), newToken()];
  const offer = await idIn(
    database,
    "SELECT id, person_id, area_id FROM offers WHERE state = 'sent' ORDER BY id LIMIT 1",
  );
  const inviter = await idIn(
    database,
    "SELECT person_id FROM role_grants WHERE role = 'partnership-administrator' ORDER BY id LIMIT 1",
  );
  const areaId = toId<AreaId>(offer["area_id"] ?? "");
  const personId = toId<PersonId>(offer["person_id"] ?? "");
  const until = { createdAt: monday, expiresAt: monday + 3_600_000 };
  await database.write(async (tx) => {
    const link = { areaId, personId, purpose: "leader", aboutId: offer["id"] ?? "" } as const;
    await recordAnswerLink(tx, { ...link, ...until, tokenHash: hashToken(answerLink) });
    await recordReset(tx, { personId, ...until, tokenHash: hashToken(identity) });
    await recordInvitation(tx, {
      id: toId<InvitationId>("invitation"),
      email: "somebody.new@larkenshore.example",
      name: "Somebody New",
      role: "officer",
      areaId,
      tokenHash: hashToken(invitation),
      invitedBy: inviter["person_id"] ?? "",
      createdAt: new Date(monday).toISOString(),
      expiresAt: until.expiresAt,
    });
  });
  return { answerLink, identity, invitation };
};

type Loaded = {
  readonly database: TestDatabase;
  readonly signIns: Awaited<ReturnType<typeof loadDemonstration>>;
};

const load = async (): Promise<Loaded> => {
  const database = await freshDatabase();
  return {
    database,
    signIns: await loadDemonstration(contextsOver(database).contextFor(commandLine)),
  };
};

/** Guarantee: `keepIn` wrote the file. */
const readLoaded = (folder: string): Omit<Loaded, "database"> & { readonly ids: number } =>
  JSON.parse(readFileSync(join(folder, "loaded.json"), "utf8"));

const keepIn = async (folder: string): Promise<void> => {
  const { database, signIns } = await load();
  mkdirSync(folder);
  await keepAs(database, join(folder, "populated.db"));
  writeFileSync(join(folder, "loaded.json"), JSON.stringify({ signIns, ids }));
  database.drop();
};

/** Loaded once in a run, and copied by each test file. */
const loaded = async (): Promise<Loaded> => {
  const folder = usesServer() ? undefined : await onceInRun("populated", keepIn);
  if (folder === undefined) return load();
  const kept = readLoaded(folder);
  ids = Math.max(ids, kept.ids);
  return { database: await copyOf(join(folder, "populated.db")), signIns: kept.signIns };
};

export const openPopulated = async (): Promise<Populated> => {
  const { database, signIns } = await loaded();
  const { auth, contextFor } = contextsOver(database);
  const sessions = new Map<Actor, string>();
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
    tokens: await openLinks(database),
    actors,
    caller: (actor) => createCaller(forBrowsers(contextFor(actor, sessions.get(actor)))),
  };
};
