import { isToken } from "../token.ts";

export type CookieSetting = {
  /** Whether browsers reach the product over TLS: always, but on a developer's own machine. */
  readonly secure: boolean;
};

type CookieName = "session" | "sign-in";

const prefixFor = (name: CookieName, { secure }: CookieSetting): string =>
  `${secure ? "__Host-" : ""}${name}=`;

const header = (name: CookieName, setting: CookieSetting, rest: string): string =>
  `${prefixFor(name, setting)}${rest}`;

const attributes = (setting: CookieSetting): string =>
  `; Path=/; HttpOnly${setting.secure ? "; Secure" : ""}; SameSite=Lax`;

/** The `Set-Cookie` header of a token. It has no lifetime: the browser forgets it as it closes, the server before. */
export const sessionCookie = (token: string, setting: CookieSetting): string =>
  header("session", setting, token + attributes(setting));

/** Whether a `Set-Cookie` header sets the session, or takes it back. */
export const isSessionCookie = (setCookie: string, setting: CookieSetting): boolean =>
  setCookie.startsWith(prefixFor("session", setting));

/** The `Set-Cookie` header that takes the token back. */
export const endedSessionCookie = (setting: CookieSetting): string =>
  header("session", setting, `${attributes(setting)}; Max-Age=0`);

/** The `Set-Cookie` header that binds a sign-in at another service to this browser, for ten minutes. */
export const externalCookie = (token: string, setting: CookieSetting): string =>
  header("sign-in", setting, `${token}${attributes(setting)}; Max-Age=600`);

export const endedExternalCookie = (setting: CookieSetting): string =>
  header("sign-in", setting, `${attributes(setting)}; Max-Age=0`);

const readToken = (cookies: string | undefined, prefix: string): string | undefined => {
  const pair = (cookies ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  const token = pair?.slice(prefix.length);
  return token !== undefined && isToken(token) ? token : undefined;
};

/**
 * The token in a `Cookie` header. Under TLS only the `__Host-` name counts: no other site, not even one on a neighbouring
 * subdomain, can set that. Anything that cannot be a token is undefined.
 */
export const readSessionCookie = (
  cookies: string | undefined,
  setting: CookieSetting,
): string | undefined => readToken(cookies, prefixFor("session", setting));

export const readExternalCookie = (
  cookies: string | undefined,
  setting: CookieSetting,
): string | undefined => readToken(cookies, prefixFor("sign-in", setting));
