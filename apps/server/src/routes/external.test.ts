import { createOidc, createPasswords, hashToken, returnPath } from "@alongside/auth";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { recordExternalIdentity } from "@alongside/db/stores/identity-external";
import { toId, type PersonId } from "@alongside/domain/identity";
import { londonDate } from "@alongside/domain/school";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asProvider, withParameters } from "../../../../packages/auth/src/oidc/test/arrival.ts";
import {
  startRealProvider,
  type RealProvider,
} from "../../../../packages/auth/src/oidc/test/real-provider.ts";
import { spoilings } from "../../../../packages/auth/src/oidc/test/spoilings.ts";
import { openApp, origin, type TestApp } from "../../test/app.ts";
import { newTraveller, type Traveller } from "../../test/traveller.ts";

const ids = ["test", "rival", "dfe"];
const password = "marmot sings under lamps";
const ada = toId<PersonId>("ada");

let real: RealProvider;
let rival: RealProvider;
let dfe: RealProvider;
let app: TestApp;

const addAda = async (): Promise<void> => {
  const passwordHash = await createPasswords().hash(password);
  const createdAt = new Date().toISOString();
  await app.database.write(async (tx) => {
    await recordPerson(tx, {
      id: ada,
      name: "Ada",
      email: "ada@alder.example",
      passwordHash,
      createdAt,
    });
    await recordGrant(tx, {
      id: "g1",
      personId: ada,
      role: "head",
      fromOn: londonDate(Date.now()),
    });
    for (const { issuer } of [real, dfe]) {
      const account = { issuer, subject: "zoe-1", provider: "test" };
      await recordExternalIdentity(tx, { ...account, personId: ada, linkedAt: createdAt });
    }
  });
};

beforeAll(async () => {
  const addresses = ids.map((id) => origin + returnPath(id));
  const [one, other, third] = await Promise.all(ids.map(() => startRealProvider(addresses)));
  if (one === undefined || other === undefined || third === undefined)
    throw new Error("no provider");
  [real, rival, dfe] = [one, other, third];
  const providers = [
    asProvider(real, "test"),
    asProvider(rival, "rival"),
    asProvider(dfe, "dfe", { kind: "dfe-sign-in" }),
  ];
  app = await openApp(createOidc({ providers, origin, now: Date.now }));
  await addAda();
});
afterAll(async () => {
  app.close();
  await Promise.all([real, rival, dfe].map((each) => each.close()));
});
beforeEach(() => {
  for (const each of [real, rival, dfe]) {
    each.spoil(undefined);
    each.signsIn({ id: "zoe-1", claims: { name: "Zoë" } });
  }
});

const placeOf = (answer: Response): string => answer.headers.get("location") ?? "";

/** Tries to come back; answers where the browser was led, and throws when it has a session. */
const isLetIn = async (traveller: Traveller, back: { path: string; query: string }) => {
  const answer = await traveller.open(back.path + back.query);
  const seen = await traveller.open("/trpc/session.get");
  const who = JSON.parse(await seen.text()).result.data;
  const isAsExpected =
    answer.status === 303 && placeOf(answer).startsWith("/sign-in/with/trouble?");
  const isOpen = answer.status === 200 && (await answer.text()).includes("<title>");
  if (!isAsExpected && !isOpen) throw new Error(`${answer.status} ${placeOf(answer)}`);
  return traveller.hasSession() || who !== null;
};

type Hostile = readonly [
  string,
  (traveller: Traveller) => Promise<{ path: string; query: string }>,
];

const path = returnPath("test");
const come = async (traveller: Traveller) => (await traveller.setOut("test")).search;
const changed = (change: (query: URLSearchParams) => void) => async (traveller: Traveller) => ({
  path,
  query: withParameters(await come(traveller), change),
});

const ofCookies: readonly Hostile[] = [
  ["in a browser that never set out", async () => ({ path, query: await come(newTraveller(app)) })],
  [
    "in another browser than set out, which is on its own way",
    async (traveller) => {
      await come(traveller);
      return { path, query: await come(newTraveller(app)) };
    },
  ],
  [
    "with a made-up cookie",
    async (traveller) => {
      const query = await come(traveller);
      traveller.cookies.set("__Host-sign-in", "A".repeat(34));
      return { path, query };
    },
  ],
  [
    "with the cookie under the name that a neighbouring site can set",
    async (traveller) => {
      const query = await come(traveller);
      const token = traveller.cookies.get("__Host-sign-in") ?? "";
      traveller.cookies.delete("__Host-sign-in");
      traveller.cookies.set("sign-in", token);
      return { path, query };
    },
  ],
  [
    "with the hash that the database holds instead of the token",
    async (traveller) => {
      const query = await come(traveller);
      const token = traveller.cookies.get("__Host-sign-in") ?? "";
      traveller.cookies.set("__Host-sign-in", hashToken(token).slice(0, 34));
      return { path, query };
    },
  ],
  [
    "a second time",
    async (traveller) => {
      const query = await come(traveller);
      const token = traveller.cookies.get("__Host-sign-in") ?? "";
      await traveller.open(path + query);
      traveller.cookies.clear();
      traveller.cookies.set("__Host-sign-in", token);
      return { path, query };
    },
  ],
  [
    "at another service’s address",
    async (traveller) => ({ path: returnPath("rival"), query: await come(traveller) }),
  ],
  [
    "at the address of a service that nobody configured",
    async (traveller) => ({ path: returnPath("unknown"), query: await come(traveller) }),
  ],
  [
    "as the same subject of another service",
    async (traveller) => ({
      path: returnPath("rival"),
      query: (await traveller.setOut("rival")).search,
    }),
  ],
  [
    "from DfE Sign-in without an organisation",
    async (traveller) => ({
      path: returnPath("dfe"),
      query: (await traveller.setOut("dfe")).search,
    }),
  ],
];

const ofQueries: readonly Hostile[] = [
  ["with nothing", async (traveller) => ({ path, query: (await come(traveller), "") })],
  ["without a state", changed((query) => query.delete("state"))],
  ["with another state", changed((query) => query.set("state", "another"))],
  ["with the state twice", changed((query) => query.append("state", "another"))],
  ["without a code", changed((query) => query.delete("code"))],
  ["with a made-up code", changed((query) => query.set("code", "made-up"))],
  ["with the code twice", changed((query) => query.append("code", "another"))],
  ["with a token in the address", changed((query) => query.set("id_token", "a.b.c"))],
  ["with the word of another issuer", changed((query) => query.set("iss", rival.issuer))],
  ["without the word of the issuer", changed((query) => query.delete("iss"))],
  ["with an error of the service", changed((query) => query.set("error", "access_denied"))],
  [
    "with the code of somebody else’s sign-in",
    async (traveller) => {
      const theirs = new URLSearchParams(await come(newTraveller(app)));
      return changed((query) => query.set("code", theirs.get("code") ?? ""))(traveller);
    },
  ],
];

const ofTokens: readonly Hostile[] = spoilings.map(([name, spoiling]) => [
  `with a token that ${name}`,
  async (traveller) => {
    const query = await come(traveller);
    real.spoil(spoiling);
    return { path, query };
  },
]);

describe("whoever comes back from another service", { timeout: 60_000 }, () => {
  it("is not let in by any hostile way back", async () => {
    const hostile = [...ofCookies, ...ofQueries, ...ofTokens];
    const letIn: string[] = [];
    for (const [name, way] of hostile) {
      real.spoil(undefined);
      const traveller = newTraveller(app);
      if (await isLetIn(traveller, await way(traveller))) letIn.push(name);
    }
    console.log(
      `${hostile.length} hostile ways back over the server's address, ${letIn.length} accepted`,
    );
    expect(letIn).toEqual([]);
    expect(hostile.length).toBeGreaterThanOrEqual(20);
  });

  it("is let in by an honest one, and led to the page that was asked for", async () => {
    const traveller = newTraveller(app);
    const back = await traveller.setOut("test", { returnTo: "/account/devices?a=b" });
    const answer = await traveller.open(path + back.search);
    expect([answer.status, placeOf(answer)]).toEqual([303, "/account/devices?a=b"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(traveller.cookies.has("__Host-sign-in")).toBe(false);
    const [, session = ""] = answer.headers.getSetCookie();
    expect(session).toMatch(/^__Host-session=[\w-]{34}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const who = await (await traveller.open("/trpc/session.get")).text();
    expect(JSON.parse(who).result.data.name).toBe("Ada");
  });

  it.each([
    ["an object", { id: "1", name: "Alder School", urn: "900001" }],
    ["text", JSON.stringify({ id: "1", name: "Alder School", urn: "900001" })],
  ])("lands at the school chosen at DfE Sign-in, told as %s", async (_, organisation) => {
    dfe.signsIn({ id: "zoe-1", claims: { name: "Zoë", organisation } });
    const traveller = newTraveller(app);
    const back = await traveller.setOut("dfe");
    const answer = await traveller.open(returnPath("dfe") + back.search);
    expect(placeOf(answer)).toBe("/sign-in/with/arrived?school=900001");
  });

  it("is led to no page outside the product", async () => {
    for (const returnTo of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
      const traveller = newTraveller(app);
      const back = await traveller.setOut("test", { returnTo });
      expect(placeOf(await traveller.open(path + back.search))).toBe("/");
    }
  });

  it("leaves no trace of the code or the state in the log", async () => {
    const traveller = newTraveller(app);
    const back = await traveller.setOut("test");
    await traveller.open(path + back.search);
    const log = app.logged().join("");
    for (const name of ["code", "state"]) {
      expect(log).not.toContain(back.searchParams.get(name));
    }
  });
});

describe("an account at another service", { timeout: 30_000 }, () => {
  it("is joined by its owner’s session and password, opens the account, and is unjoined", async () => {
    rival.signsIn({ id: "ada-there", claims: { name: "Ada" } });
    const traveller = newTraveller(app);
    await traveller.send("/trpc/session.signIn", { email: "ada@alder.example", password });
    const link = (words: string) =>
      traveller.setOut("rival", {
        purpose: { kind: "link", password: words },
        returnTo: "/account",
      });
    await expect(link("a guess")).rejects.toThrow("sign-in-refused");
    const back = await link(password);
    expect(placeOf(await traveller.open(returnPath("rival") + back.search))).toBe("/account");
    const other = newTraveller(app);
    const again = await other.setOut("rival");
    await other.open(returnPath("rival") + again.search);
    expect(other.hasSession()).toBe(true);
    const account = { issuer: rival.issuer, subject: "ada-there" };
    expect((await traveller.send("/trpc/external.unlink", account)).status).toBe(200);
    const third = newTraveller(app);
    const gone = await third.setOut("rival");
    const answer = await third.open(returnPath("rival") + gone.search);
    expect(placeOf(answer)).toBe(
      "/sign-in/with/trouble?why=external-account-unknown&service=rival",
    );
    expect(third.hasSession()).toBe(false);
  });
});
