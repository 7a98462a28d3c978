import { returnPath } from "@alongside/auth";
import { followTo } from "../../../packages/auth/src/oidc/test/browser.ts";
import { origin, type TestApp } from "./app.ts";

/** For tests alone: a browser that goes to another service and comes back, with cookies of its own. */
export type Traveller = {
  readonly cookies: Map<string, string>;
  /** Asks the app as a page of the product does. */
  readonly send: (path: string, body: unknown) => Promise<Response>;
  /** Opens an address, as a link from anywhere does. */
  readonly open: (path: string) => Promise<Response>;
  /** Sets out; answers where the service sends the browser, which has not gone there yet. */
  readonly setOut: (provider: string, more?: Readonly<Record<string, unknown>>) => Promise<URL>;
  readonly hasSession: () => boolean;
};

const keep = (cookies: Map<string, string>, answer: Response): void => {
  for (const header of answer.headers.getSetCookie()) {
    const [name = "", ...rest] = (header.split(";")[0] ?? "").split("=");
    const value = rest.join("=");
    if (/Max-Age=0/.test(header) || value === "") cookies.delete(name);
    else cookies.set(name, value);
  }
};

const written = (cookies: ReadonlyMap<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

let travellers = 0;

/** Each comes from an address of its own, so that the throttle of one is not another's. */
export const newTraveller = (app: TestApp, address?: string): Traveller => {
  travellers += 1;
  const from = address ?? `198.51.${Math.floor(travellers / 250)}.${travellers % 250}`;
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { ...init.headers, cookie: written(cookies), "x-forwarded-for": from };
    const answer = await app.ask(path, { ...init, headers });
    keep(cookies, answer);
    return answer;
  };
  const send: Traveller["send"] = (path, body) => {
    const text = JSON.stringify(body);
    const length = String(Buffer.byteLength(text));
    const headers = { "content-type": "application/json", "content-length": length, origin };
    return ask(path, { method: "POST", headers, body: text });
  };
  return {
    cookies,
    send,
    open: (path) => ask(path, {}),
    setOut: async (provider, more = {}) => {
      const input = { provider, purpose: { kind: "sign-in" }, ...more };
      const answer = await send("/trpc/external.begin", input);
      const body = JSON.parse(await answer.text());
      if (answer.status !== 200) throw new Error(`it did not begin: ${JSON.stringify(body)}`);
      return followTo(body.result.data.url, origin + returnPath(provider));
    },
    hasSession: () => cookies.has("__Host-session"),
  };
};
