import { isToken } from "../token.ts";

export type CookieSetting = {
  /** Whether browsers reach the product over TLS: always, but on a developer's own machine. */
  readonly secure: boolean;
};

const nameFor = ({ secure }: CookieSetting): string => (secure ? "__Host-session" : "session");

const header = (setting: CookieSetting, value: string, end: string): string =>
  [
    `${nameFor(setting)}=${value}`,
    "Path=/",
    "HttpOnly",
    ...(setting.secure ? ["Secure"] : []),
    `SameSite=Lax${end}`,
  ].join("; ");

/** The `Set-Cookie` header of a token. It has no lifetime: the browser forgets it as it closes, the server before. */
export const sessionCookie = (token: string, setting: CookieSetting): string =>
  header(setting, token, "");

/** The `Set-Cookie` header that takes the token back. */
export const endedSessionCookie = (setting: CookieSetting): string =>
  header(setting, "", "; Max-Age=0");

/**
 * The token in a `Cookie` header. Under TLS only the `__Host-` name counts: no other site, not even one on a neighbouring
 * subdomain, can set that. Anything that cannot be a token is undefined.
 */
export const readSessionCookie = (
  cookies: string | undefined,
  setting: CookieSetting,
): string | undefined => {
  const prefix = `${nameFor(setting)}=`;
  const pair = (cookies ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  const token = pair?.slice(prefix.length);
  return token !== undefined && isToken(token) ? token : undefined;
};
