export const oidcKinds = ["dfe-sign-in", "entra", "google", "generic"] as const;
export type OidcKind = (typeof oidcKinds)[number];

/** DfE Sign-in's second interface, which tells a person's roles; it has a secret of its own. */
export type RolesApi = {
  /** `https://api.signin.education.gov.uk`, or its test system. */
  readonly url: string;
  readonly secret: string;
  /** The role without which nobody signs in by it; absent when any will do. */
  readonly requiredRole?: string | undefined;
};

/** One service that people may sign in with, as the instance is configured. */
export type OidcProvider = {
  /** Lower-case letters, digits and hyphens: part of the return address that is registered with the service. */
  readonly id: string;
  readonly kind: OidcKind;
  /** What the button says. */
  readonly name: string;
  /** Exactly as the service names itself: for Entra with the tenant, never `common`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly rolesApi?: RolesApi | undefined;
};

/** What a browser is sent away with, and what must come back with it: kept sealed, for one use. */
export type OidcChecks = {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
};

/** The school, trust or authority that a person chose at DfE Sign-in: one for each sign-in. */
export type OidcOrganisation = {
  readonly id: string;
  readonly name: string;
  /** As the service names it: `Establishment`, `Local Authority`, `Multi-Academy Trust`. */
  readonly category: string | null;
  readonly urn: string | null;
  readonly ukprn: string | null;
};

/**
 * Who came back. Issuer and subject are the identity; name and address are what the service says and prove nothing here.
 */
export type ExternalIdentity = {
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  readonly organisation: OidcOrganisation | null;
  readonly roles: readonly string[];
};

export type OidcRefusal = {
  /** A word for the log, never shown. `unreachable` is an outage of the service; all others are refusals. */
  readonly reason: string;
};

const scopes: Readonly<Record<OidcKind, string>> = {
  "dfe-sign-in": "openid profile email organisation",
  entra: "openid profile",
  google: "openid profile",
  generic: "openid profile",
};

export const scopeOf = (provider: OidcProvider): string => scopes[provider.kind];

/** Only a service on this very machine may be spoken to without TLS: a test's. */
export const isLoopback = (address: string): boolean =>
  ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);

const isSafeAddress = (address: string): boolean =>
  URL.canParse(address) && (address.startsWith("https://") || isLoopback(address));

const faultsOf = (provider: OidcProvider): readonly string[] => [
  ...(/^[a-z][a-z0-9-]{0,30}$/.test(provider.id) ? [] : ["its id is not a short lower-case word"]),
  ...(isSafeAddress(provider.issuer) ? [] : ["its issuer is no https address"]),
  ...(provider.kind === "entra" && /\/(common|organizations|consumers)(\/|$)/.test(provider.issuer)
    ? ["its issuer names no tenant, so anybody's directory could sign people in"]
    : []),
  ...(provider.clientId === "" || provider.clientSecret === "" ? ["its client has no secret"] : []),
  ...(provider.rolesApi === undefined || isSafeAddress(provider.rolesApi.url)
    ? []
    : ["its roles are at no https address"]),
];

/** What is not right with the services that are configured, a line each; empty when nothing is. */
export const faultsOfProviders = (providers: readonly OidcProvider[]): readonly string[] => {
  const faults = providers.flatMap((provider) =>
    faultsOf(provider).map((fault) => `${provider.id}: ${fault}`),
  );
  const ids = providers.map(({ id }) => id);
  const repeated = ids
    .filter((id, i) => ids.indexOf(id) !== i)
    .map((id) => `${id}: it is there twice`);
  const issuers = providers.map(({ issuer }) => issuer);
  const shared = providers
    .filter(({ issuer }, i) => issuers.indexOf(issuer) !== i)
    .map(({ id }) => `${id}: another has the same issuer`);
  return [...faults, ...repeated, ...shared];
};

/** Throws one error that names every provider that is not configured right. */
export const assertProviders = (providers: readonly OidcProvider[]): void => {
  const all = faultsOfProviders(providers);
  if (all.length > 0) throw new Error(`Single sign-on is not configured right:\n${all.join("\n")}`);
};
