import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { returnPath, type Oidc } from "./oidc.ts";
import type { OidcProvider } from "./provider.ts";
import { asProvider, oidcWith, origin, visit } from "./test/arrival.ts";
import { startRealProvider, type RealProvider } from "./test/real-provider.ts";

const ids = ["test", "dfe", "other"] as const;
const zoe = { id: "zoe-1", claims: { given_name: "Zoë", family_name: "O'Brien" } };

let real: RealProvider;
let oidc: Oidc;

beforeAll(async () => {
  real = await startRealProvider(ids.map((id) => origin + returnPath(id)));
});
afterAll(() => real.close());
beforeEach(() => {
  real.spoil(undefined);
  real.signsIn(zoe);
  oidc = oidcWith(asProvider(real, "test"));
});

describe("signing in with a real provider", { timeout: 30_000 }, () => {
  it("tells who came back by issuer and subject", async () => {
    const { query, checks } = await visit(oidc, "test");
    expect(await oidc.finish("test", query, checks)).toEqual({
      ok: true,
      value: {
        provider: "test",
        issuer: real.issuer,
        subject: "zoe-1",
        name: "Zoë O'Brien",
        organisation: null,
        roles: [],
      },
    });
  });

  it("lists its buttons without what is secret", () => {
    expect(oidc.providers).toEqual([{ id: "test", kind: "generic", name: "Test" }]);
  });
});

const organisation = {
  id: "23F20E54-79EA-4146-8E39-18197576F023",
  name: "Alder School",
  category: { id: "001", name: "Establishment" },
  urn: "900001",
  uid: null,
  ukprn: "10000001",
};

const chosen = {
  id: organisation.id,
  name: "Alder School",
  category: "Establishment",
  urn: "900001",
  ukprn: "10000001",
};

/** DfE Sign-in's second interface as it is documented: a bearer token by HS256 over a secret of its own. */
const startRolesApi = async (secret: string) => {
  const asked: string[] = [];
  const state = { answer: {} as object, status: 200 };
  const server = createServer((req, res) => {
    asked.push(req.url ?? "");
    const token = (req.headers.authorization ?? "").replace(/^Bearer /, "");
    const [header = "", claims = "", signature = ""] = token.split(".");
    const right = createHmac("sha256", secret).update(`${header}.${claims}`).digest("base64url");
    const said = JSON.parse(Buffer.from(claims, "base64url").toString("utf8") || "{}");
    const isRight =
      signature === right &&
      said.iss === "alongside" &&
      said.aud === "signin.education.gov.uk" &&
      said.exp * 1000 > Date.now();
    res.writeHead(isRight ? state.status : 403, { "content-type": "application/json" });
    res.end(JSON.stringify(state.answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked, state, close: () => server.close() };
};

describe("DfE Sign-in", { timeout: 30_000 }, () => {
  const secret = "the secret of the second interface";
  let roles: Awaited<ReturnType<typeof startRolesApi>>;
  beforeAll(async () => {
    roles = await startRolesApi(secret);
  });
  afterAll(() => roles.close());
  beforeEach(() => {
    roles.state.status = 200;
    roles.state.answer = {
      userId: zoe.id.toUpperCase(),
      serviceId: "alongside",
      organisationId: organisation.id.toLowerCase(),
      roles: [{ id: "1", name: "Head", code: "alongside-user", status: { id: 1 } }],
    };
  });

  const arrive = async (claim: unknown, change: Partial<OidcProvider> = {}) => {
    real.signsIn({ id: zoe.id, claims: { ...zoe.claims, organisation: claim } });
    const dfe = oidcWith(asProvider(real, "dfe", { kind: "dfe-sign-in", ...change }));
    const { query, checks } = await visit(dfe, "dfe");
    return dfe.finish("dfe", query, checks);
  };
  const withRoles = (requiredRole?: string) => ({
    rolesApi: { url: roles.url, secret, requiredRole },
  });

  it.each([
    ["an object", organisation],
    ["the text of an object", JSON.stringify(organisation)],
  ])("tells the one organisation of this sign-in, as %s", async (_, claim) => {
    expect(await arrive(claim)).toMatchObject({ ok: true, value: { organisation: chosen } });
  });

  it("asks for the organisation, and takes it from the ID token where it is there", async () => {
    const dfe = oidcWith(asProvider(real, "dfe", { kind: "dfe-sign-in" }));
    real.spoil(({ header, claims }, by) =>
      by.own(header, { ...claims, organisation: { id: "1", name: "In the token" } }),
    );
    real.signsIn({ id: zoe.id, claims: { organisation } });
    const begun = await dfe.begin("dfe");
    expect(begun?.ok ? new URL(begun.value.url).searchParams.get("scope") : "").toBe(
      "openid profile email organisation",
    );
    const { query, checks } = await visit(dfe, "dfe");
    expect(await dfe.finish("dfe", query, checks)).toMatchObject({
      value: { organisation: { name: "In the token" } },
    });
  });

  it.each([
    ["none", undefined],
    ["null", null],
    ["text that is no object", "Alder School"],
    ["an object without an id", { name: "Alder School" }],
    ["several", [organisation, organisation]],
    ["the text of several", JSON.stringify([organisation])],
  ])("lets nobody in with an organisation that is %s", async (_, claim) => {
    expect(await arrive(claim)).toEqual({
      ok: false,
      refusal: { reason: "organisation-missing" },
    });
  });

  it("lets nobody in when the information is about another person", async () => {
    real.answer("/me", (body) => body.replace("zoe-1", "zoe-2"));
    const outcome = await arrive(organisation);
    real.answer("/me", undefined);
    expect(outcome).toMatchObject({ ok: false });
  });

  it("tells the roles in that organisation from the second interface", async () => {
    const outcome = await arrive(organisation, withRoles("alongside-user"));
    expect(outcome).toMatchObject({ ok: true, value: { roles: ["alongside-user"] } });
    expect(roles.asked.at(-1)).toBe(
      `/services/alongside/organisations/${organisation.id}/users/zoe-1`,
    );
  });

  it("lets nobody in without the role that is asked for", async () => {
    const refusal = { ok: false, refusal: { reason: "role-missing" } };
    expect(await arrive(organisation, withRoles("another-role"))).toEqual(refusal);
    roles.state.status = 404;
    expect(await arrive(organisation, withRoles("alongside-user"))).toEqual(refusal);
  });

  it.each([
    ["another person", { userId: "somebody" }],
    ["another organisation", { organisationId: "elsewhere" }],
    ["nobody", { userId: undefined, organisationId: undefined }],
    ["roles that are none", { roles: "alongside-user" }],
  ])("takes no role from an answer about %s", async (_, change) => {
    roles.state.answer = { ...roles.state.answer, ...change };
    expect(await arrive(organisation, withRoles("alongside-user"))).toEqual({
      ok: false,
      refusal: { reason: "role-missing" },
    });
  });

  it("lets nobody in while the second interface refuses, fails or is away", async () => {
    const wrong = { rolesApi: { url: roles.url, secret: "wrong" } };
    expect(await arrive(organisation, wrong)).toMatchObject({ ok: false });
    roles.state.status = 500;
    expect(await arrive(organisation, withRoles())).toMatchObject({ ok: false });
    const away = { rolesApi: { url: "http://127.0.0.1:9", secret } };
    expect(await arrive(organisation, away)).toEqual({
      ok: false,
      refusal: { reason: "unreachable" },
    });
  });

  it("cannot be led to another path by what a person or organisation is called", async () => {
    await arrive({ ...organisation, id: "../../users/admin?x=" }, withRoles());
    expect(roles.asked.at(-1)).toBe(
      "/services/alongside/organisations/..%2F..%2Fusers%2Fadmin%3Fx%3D/users/zoe-1",
    );
  });
});

describe("a provider that is not configured right stops the start:", () => {
  it.each([
    ["no TLS", { issuer: "http://sign-in.example" }, "no https address"],
    ["no address", { issuer: "sign-in.example" }, "no https address"],
    [
      "any tenant of Entra",
      { kind: "entra", issuer: "https://login.example/common/v2.0" },
      "no tenant",
    ],
    ["no secret", { clientSecret: "" }, "no secret"],
    ["an id that is no word", { id: "../x" }, "short lower-case word"],
    [
      "roles without TLS",
      { rolesApi: { url: "http://api.example", secret: "x" } },
      "roles are at no",
    ],
  ] as const)("%s", (_, change, words) => {
    expect(() => oidcWith(asProvider(real, "test", change))).toThrow(words);
  });

  it("two with one id, or with one issuer", () => {
    const two = () => oidcWith(asProvider(real, "test"), asProvider(real, "test"));
    expect(two).toThrow("there twice");
    expect(() => oidcWith(asProvider(real, "test"), asProvider(real, "other"))).toThrow(
      "the same issuer",
    );
  });
});
