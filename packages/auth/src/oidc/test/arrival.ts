import { createOidc, returnPath, type Oidc } from "../oidc.ts";
import type { OidcChecks, OidcProvider } from "../provider.ts";
import { followTo } from "./browser.ts";
import type { RealProvider } from "./real-provider.ts";

/** For tests alone: going to a provider and coming back. */
export const origin = "https://alongside.example";

export const asProvider = (
  from: RealProvider,
  id: string,
  change: Partial<OidcProvider> = {},
): OidcProvider => ({
  id,
  kind: "generic",
  name: "Test",
  issuer: from.issuer,
  clientId: from.clientId,
  clientSecret: from.clientSecret,
  ...change,
});

export const oidcWith = (...providers: readonly OidcProvider[]): Oidc =>
  createOidc({ providers, origin, now: Date.now });

export const begin = async (oidc: Oidc, id: string) => {
  const begun = await oidc.begin(id);
  if (!begun?.ok) throw new Error(`it did not begin: ${JSON.stringify(begun)}`);
  return begun.value;
};

export type Arrival = { readonly query: string; readonly checks: OidcChecks };

/** Goes there, by an address that `change` may spoil, and comes back, without finishing. */
export const visit = async (
  oidc: Oidc,
  id: string,
  change = (url: URL): URL => url,
): Promise<Arrival> => {
  const { url, checks } = await begin(oidc, id);
  const back = await followTo(change(new URL(url)).href, origin + returnPath(id));
  return { query: back.search, checks };
};

/** The word for the log of a refusal; throws when it was accepted. */
export const reasonOf = async (
  oidc: Oidc,
  id: string,
  { query, checks }: Arrival,
): Promise<string> => {
  const outcome = await oidc.finish(id, query, checks);
  if (outcome.ok) throw new Error(`it was accepted as ${outcome.value.subject}`);
  return outcome.refusal.reason;
};

export const withParameters = (
  query: string,
  change: (parameters: URLSearchParams) => void,
): string => {
  const parameters = new URLSearchParams(query);
  change(parameters);
  return `?${parameters}`;
};
