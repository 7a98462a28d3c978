import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { returnPath, type Oidc } from "./oidc.ts";
import {
  asProvider,
  begin,
  oidcWith,
  origin,
  reasonOf,
  visit,
  withParameters,
  type Arrival,
} from "./test/arrival.ts";
import { followTo } from "./test/browser.ts";
import { startRealProvider, type RealProvider } from "./test/real-provider.ts";

const addresses = ["test", "rival"].map((id) => origin + returnPath(id));
const invalid = "OAUTH_INVALID_RESPONSE";

let real: RealProvider;
let rival: RealProvider;
let oidc: Oidc;

beforeAll(async () => {
  [real, rival] = await Promise.all([startRealProvider(addresses), startRealProvider(addresses)]);
});
afterAll(() => Promise.all([real.close(), rival.close()]));
beforeEach(() => {
  real.signsIn({ id: "zoe-1", claims: { name: "Zoë" } });
  rival.signsIn({ id: "zoe-1", claims: { name: "Somebody else" } });
  oidc = oidcWith(asProvider(real, "test"), asProvider(rival, "rival"));
});

const come = (): Promise<Arrival> => visit(oidc, "test");
const refusal = (arrived: Arrival, id = "test"): Promise<string> => reasonOf(oidc, id, arrived);

describe("whoever comes back", { timeout: 30_000 }, () => {
  it("without the state that they left with is not let in", async () => {
    const { query, checks } = await come();
    const without = withParameters(query, (parameters) => parameters.delete("state"));
    expect(await refusal({ query: without, checks })).toBe(invalid);
  });

  it("with the state of somebody else's browser is not let in", async () => {
    const [mine, theirs] = [await come(), await come()];
    expect(await refusal({ query: theirs.query, checks: mine.checks })).toBe(invalid);
  });

  it("with the state twice is not let in", async () => {
    const { query, checks } = await come();
    const twice = withParameters(query, (parameters) => parameters.append("state", "other"));
    expect(await refusal({ query: twice, checks })).toBe(invalid);
  });

  it("with a code that was used before is not let in", async () => {
    const arrived = await come();
    expect((await oidc.finish("test", arrived.query, arrived.checks)).ok).toBe(true);
    expect(await refusal(arrived)).toBe("OAUTH_RESPONSE_BODY_ERROR");
  });

  it("with the code of somebody else's sign-in is not let in", async () => {
    const [mine, theirs] = [await come(), await come()];
    const code = new URLSearchParams(theirs.query).get("code") ?? "";
    const injected = withParameters(mine.query, (parameters) => parameters.set("code", code));
    expect(await refusal({ query: injected, checks: mine.checks })).toBe(
      "OAUTH_RESPONSE_BODY_ERROR",
    );
  });

  it("with another verifier than the challenge that they left with is not let in", async () => {
    const { query, checks } = await come();
    const codeVerifier = "v".repeat(43);
    expect(await refusal({ query, checks: { ...checks, codeVerifier } })).toBe(
      "OAUTH_RESPONSE_BODY_ERROR",
    );
  });

  it("after the challenge was taken out of the request is not let in", async () => {
    const stripped = visit(oidc, "test", (url) => {
      url.searchParams.delete("code_challenge");
      url.searchParams.delete("code_challenge_method");
      return url;
    });
    const arrived = await stripped;
    expect(await refusal(arrived)).toMatch(/^OAUTH_/);
  });

  it("with a made-up code, or none, is not let in", async () => {
    const { query, checks } = await come();
    const made = withParameters(query, (parameters) => parameters.set("code", "made-up"));
    expect(await refusal({ query: made, checks })).toBe("OAUTH_RESPONSE_BODY_ERROR");
    const none = withParameters(query, (parameters) => parameters.delete("code"));
    expect(await refusal({ query: none, checks })).toBe(invalid);
    expect(await refusal({ query: "", checks })).toBe(invalid);
  });

  it("with a token in the address instead of a code is not let in", async () => {
    const { query, checks } = await come();
    const { state } = checks;
    const iss = encodeURIComponent(real.issuer);
    const token = `?id_token=a.b.c&access_token=x&state=${state}&iss=${iss}`;
    expect(await refusal({ query: token, checks })).toBe("OAUTH_UNSUPPORTED_OPERATION");
    const both = withParameters(query, (parameters) => parameters.set("id_token", "a.b.c"));
    expect(await refusal({ query: both, checks })).toBe("OAUTH_UNSUPPORTED_OPERATION");
  });

  it("with the provider's refusal is not let in", async () => {
    const { checks } = await begin(oidc, "test");
    const query = `?error=access_denied&state=${checks.state}&iss=${encodeURIComponent(real.issuer)}`;
    expect(await refusal({ query, checks })).toBe("OAUTH_AUTHORIZATION_RESPONSE_ERROR");
  });

  it("from another provider than they were sent to is not let in", async () => {
    const { query, checks } = await come();
    const mixedUp = withParameters(query, (parameters) => parameters.set("iss", rival.issuer));
    expect(await refusal({ query: mixedUp, checks })).toBe(invalid);
    const silent = withParameters(query, (parameters) => parameters.delete("iss"));
    expect(await refusal({ query: silent, checks })).toBe(invalid);
  });

  it("to one provider's address with what another gave is not let in", async () => {
    const arrived = await come();
    expect(await refusal(arrived, "rival")).toBe(invalid);
    const renamed = withParameters(arrived.query, (parameters) =>
      parameters.set("iss", rival.issuer),
    );
    expect(await refusal({ ...arrived, query: renamed }, "rival")).toBe(
      "OAUTH_RESPONSE_BODY_ERROR",
    );
  });

  it("from a provider that is not configured is not let in", async () => {
    const arrived = await come();
    expect(await refusal(arrived, "unknown")).toBe("provider-unknown");
    expect(await oidc.begin("unknown")).toBeUndefined();
  });
});

describe("the way there", { timeout: 30_000 }, () => {
  it("asks for a code, with state, nonce and a challenge of its own each time", async () => {
    const [one, two] = [await begin(oidc, "test"), await begin(oidc, "test")];
    const { searchParams } = new URL(one.url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${origin}/sign-in/with/test/return`,
      scope: "openid profile",
      state: one.checks.state,
      nonce: one.checks.nonce,
    });
    for (const key of ["state", "nonce", "codeVerifier"] as const) {
      expect(one.checks[key]).not.toBe(two.checks[key]);
      expect(one.checks[key].length).toBeGreaterThanOrEqual(43);
    }
    expect(one.url).not.toContain(one.checks.codeVerifier);
  });

  it("comes back to no address that is not registered: no open redirect", async () => {
    const { url } = await begin(oidc, "test");
    for (const elsewhere of ["https://other.example/", `${origin}.other.example/`, `${origin}/x`]) {
      const changed = new URL(url);
      changed.searchParams.set("redirect_uri", elsewhere);
      await expect(followTo(changed.href, "https://")).rejects.toThrow("400");
    }
  });

  it("is not taken with a document that names another issuer", async () => {
    real.answer("/.well-known/openid-configuration", (body) =>
      body.replaceAll(`"issuer":"${real.issuer}"`, `"issuer":"https://other.example"`),
    );
    const fresh = oidcWith(asProvider(real, "test"));
    expect(await fresh.begin("test")).toMatchObject({ ok: false });
    real.answer("/.well-known/openid-configuration", undefined);
    expect(await fresh.begin("test")).toMatchObject({ ok: true });
  });

  it("is an outage, not a refusal, while the provider is away, and heals", async () => {
    const gone = oidcWith(asProvider(real, "test", { issuer: "http://127.0.0.1:9" }));
    expect(await gone.begin("test")).toEqual({ ok: false, refusal: { reason: "unreachable" } });
  });

  it("ends with nobody let in when the client's own secret is wrong", async () => {
    oidc = oidcWith(asProvider(real, "test", { clientSecret: "wrong" }));
    expect(await refusal(await come())).toMatch(/^OAUTH_/);
  });
});

describe("the same subject at two providers", { timeout: 30_000 }, () => {
  it("is two identities, and an e-mail address is none", async () => {
    real.signsIn({ id: "zoe-1", claims: { email: "head@alder.example", email_verified: false } });
    const [one, two] = [await come(), await visit(oidc, "rival")];
    const here = await oidc.finish("test", one.query, one.checks);
    const there = await oidc.finish("rival", two.query, two.checks);
    if (!here.ok || !there.ok) throw new Error("both are honest");
    expect(here.value.subject).toBe(there.value.subject);
    expect(here.value.issuer).not.toBe(there.value.issuer);
    expect(JSON.stringify(here.value)).not.toContain("head@alder.example");
  });
});
