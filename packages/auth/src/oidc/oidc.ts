import { accepted, refused, type Result } from "@alongside/domain/result";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from "openid-client";
import { readOrganisation } from "./organisation.ts";
import {
  assertProviders,
  isLoopback,
  scopeOf,
  type ExternalIdentity,
  type OidcChecks,
  type OidcProvider,
  type OidcRefusal,
} from "./provider.ts";
import { fetchRoles } from "./roles-api.ts";

const timeoutSeconds = 10;
const longestText = 255;

/** Signing in with another service, by OpenID Connect's code flow. */
export type Oidc = {
  /** For the buttons of the sign-in page. */
  readonly providers: readonly Pick<OidcProvider, "id" | "kind" | "name">[];
  /** Where to send the browser, and what must come back. Undefined for a provider that is not configured. */
  readonly begin: (
    providerId: string,
  ) => Promise<
    Result<{ readonly url: string; readonly checks: OidcChecks }, OidcRefusal> | undefined
  >;
  /** Who came back. `query` is what follows the question mark of the address that the browser came back to. */
  readonly finish: (
    providerId: string,
    query: string,
    checks: OidcChecks,
  ) => Promise<Result<ExternalIdentity, OidcRefusal>>;
};

export type OidcSettings = {
  readonly providers: readonly OidcProvider[];
  /** Where browsers find the product: `https://alongside.example`. Return addresses are made of it, never of a request. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.name;
};

const unreachable =
  /^(TypeError|TimeoutError|AbortError|OAUTH_TIMEOUT|OAUTH_ABORT|ECONN|ENOTFOUND|ETIMEDOUT)/;

const toRefusal = (error: unknown): OidcRefusal => {
  const cause = error instanceof Error ? error.cause : undefined;
  const reason = reasonOf(error);
  const isOutage =
    unreachable.test(reason) || (cause !== undefined && unreachable.test(reasonOf(cause)));
  return { reason: isOutage ? "unreachable" : reason };
};

const attempt = async <Value>(work: () => Promise<Value>): Promise<Result<Value, OidcRefusal>> => {
  try {
    return accepted(await work());
  } catch (error) {
    return refused(toRefusal(error));
  }
};

/** The path below the origin to which a provider sends browsers back: one for each, so that none can answer for another. */
export const returnPath = (providerId: string): string => `/sign-in/with/${providerId}/return`;

const configure = (provider: OidcProvider): Promise<Configuration> =>
  discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    ClientSecretBasic(provider.clientSecret),
    {
      timeout: timeoutSeconds,
      /** Signatures are checked although the token comes straight from the service. */
      execute: [
        enableNonRepudiationChecks,
        ...(isLoopback(provider.issuer) ? [allowInsecureRequests] : []),
      ],
    },
  );

/** Discovers a service when it is first needed, and again after a failure. */
const createDirectory = () => {
  const known = new Map<string, Promise<Configuration>>();
  return (provider: OidcProvider): Promise<Configuration> => {
    const found = known.get(provider.id) ?? configure(provider);
    known.set(provider.id, found);
    found.catch(() => known.delete(provider.id));
    return found;
  };
};

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" && value.length <= longestText
    ? value.trim()
    : null;

type Claims = Readonly<Record<string, unknown>>;

const nameIn = (claims: Claims): string | null => {
  const parts = [textOf(claims["given_name"]), textOf(claims["family_name"])];
  const whole = parts.filter((part) => part !== null).join(" ");
  return whole === "" ? textOf(claims["name"]) : whole;
};

type Tokens = Awaited<ReturnType<typeof authorizationCodeGrant>>;

type Arrival = {
  readonly provider: OidcProvider;
  readonly config: Configuration;
  readonly tokens: Tokens;
};

const isWhole = (provider: OidcProvider, claims: Claims): boolean =>
  nameIn(claims) !== null &&
  (provider.kind !== "dfe-sign-in" || claims["organisation"] !== undefined);

/** A service tells of a person in the ID token, or only when asked for the user's information: as the client is set up there. */
const informationOf = async (
  { provider, config, tokens }: Arrival,
  subject: string,
): Promise<Claims> => {
  const claims: Claims = tokens.claims() ?? {};
  const isAsked = config.serverMetadata().userinfo_endpoint !== undefined;
  if (isWhole(provider, claims) || !isAsked) return claims;
  return { ...(await fetchUserInfo(config, tokens.access_token, subject)), ...claims };
};

type Standing = Pick<ExternalIdentity, "organisation" | "roles">;

type Seen = { readonly subject: string; readonly claims: Claims };

/** In which organisation a person of DfE Sign-in came, and what they are there; for others there is no such thing. */
const standingOf = async (
  provider: OidcProvider,
  { subject, claims }: Seen,
  now: number,
): Promise<Result<Standing, OidcRefusal>> => {
  if (provider.kind !== "dfe-sign-in") return accepted({ organisation: null, roles: [] });
  const organisation = readOrganisation(claims["organisation"]);
  if (organisation === undefined) return refused({ reason: "organisation-missing" });
  const { rolesApi, clientId } = provider;
  if (rolesApi === undefined) return accepted({ organisation, roles: [] });
  const query = { clientId, organisationId: organisation.id, subject };
  const roles = await fetchRoles(rolesApi, query, now);
  const { requiredRole } = rolesApi;
  return requiredRole === undefined || roles.includes(requiredRole)
    ? accepted({ organisation, roles })
    : refused({ reason: "role-missing" });
};

/** Kept and compared as it is, to the last space: OpenID Connect Core, 2. */
const isSubject = (text: string): boolean => text.trim() !== "" && text.length <= longestText;

const identify = async (
  arrival: Arrival,
  now: number,
): Promise<Result<ExternalIdentity, OidcRefusal>> => {
  const token = arrival.tokens.claims();
  const subject = token?.sub ?? "";
  if (token === undefined || !isSubject(subject)) return refused({ reason: "subject-missing" });
  const claims = await informationOf(arrival, subject);
  const standing = await standingOf(arrival.provider, { subject, claims }, now);
  if (!standing.ok) return standing;
  return accepted({
    ...standing.value,
    provider: arrival.provider.id,
    issuer: token.iss,
    subject,
    name: nameIn(claims),
  });
};

const request = async (
  config: Configuration,
  provider: OidcProvider,
  redirectUri: string,
): Promise<{ readonly url: string; readonly checks: OidcChecks }> => {
  const checks = {
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
  };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: scopeOf(provider),
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await calculatePKCECodeChallenge(checks.codeVerifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, checks };
};

/** Opens the door to the services that are configured. Throws when one is not configured right. */
export const createOidc = ({ providers, origin, now }: OidcSettings): Oidc => {
  assertProviders(providers);
  const configurationOf = createDirectory();
  const find = (id: string) => providers.find((provider) => provider.id === id);
  const returnAddress = (id: string): string => new URL(returnPath(id), origin).href;
  return {
    providers: providers.map(({ id, kind, name }) => ({ id, kind, name })),
    begin: async (providerId) => {
      const provider = find(providerId);
      if (provider === undefined) return undefined;
      return attempt(async () =>
        request(await configurationOf(provider), provider, returnAddress(providerId)),
      );
    },
    finish: async (providerId, query, { state, nonce, codeVerifier }) => {
      const provider = find(providerId);
      if (provider === undefined) return refused({ reason: "provider-unknown" });
      const outcome = await attempt(async () => {
        const config = await configurationOf(provider);
        const arrivedAt = new URL(returnAddress(providerId));
        arrivedAt.search = query;
        const tokens = await authorizationCodeGrant(config, arrivedAt, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        return identify({ provider, config, tokens }, now());
      });
      return outcome.ok ? outcome.value : outcome;
    },
  };
};
