import { Hono, type Context as HonoContext } from "hono";
import {
  endedExternalCookie,
  readExternalCookie,
  returnPath,
  sessionCookie,
} from "@alongside/auth";
import type { Refusal } from "@alongside/domain/refusal";
import { RefusedError } from "@alongside/usecases/context";
import { finishExternal, type ExternalOutcome } from "@alongside/usecases/identity";
import type { AppVariables } from "../app.ts";
import { cookiesOf, type Dependencies } from "../deps.ts";
import { toContext } from "./context.ts";

const arrived = "/sign-in/with/arrived";
const trouble = "/sign-in/with/trouble";

/** The school that was chosen elsewhere decides where one lands, unless a page was asked for. */
const landingOf = ({ returnTo, organisationUrn }: ExternalOutcome): string =>
  returnTo === "/" && organisationUrn !== null
    ? `${arrived}?${new URLSearchParams({ school: organisationUrn })}`
    : returnTo;

const troubleOf = (provider: string, refusal: Refusal): string =>
  `${trouble}?${new URLSearchParams({ why: refusal.kind, service: provider })}`;

const comeBack = async (
  deps: Dependencies,
  c: HonoContext<AppVariables>,
  provider: string,
): Promise<string> => {
  const ctx = toContext(deps, c);
  const { address, userAgent, cookies } = ctx;
  const token = readExternalCookie(c.req.header("cookie"), cookies);
  const query = new URL(c.req.url).search;
  try {
    const outcome = await finishExternal(ctx, { provider, token, query, address, userAgent });
    if (outcome.signedIn !== undefined) {
      c.header("set-cookie", sessionCookie(outcome.signedIn.token, cookies), { append: true });
    }
    return landingOf(outcome);
  } catch (error) {
    if (error instanceof RefusedError) return troubleOf(provider, error.refusal);
    throw error;
  }
};

/**
 * Where other services send browsers back to. The way there is a procedure; this is the one address that another site leads to, and
 * what the browser left with decides whether it opens anything.
 */
export const externalReturns = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>().get(returnPath(":provider"), async (c, next) => {
    const provider = c.req.param("provider") ?? "";
    if (!deps.auth.oidc.providers.some(({ id }) => id === provider)) return next();
    c.header("cache-control", "no-store");
    c.header("set-cookie", endedExternalCookie(cookiesOf(deps)), {
      append: true,
    });
    return c.redirect(await comeBack(deps, c, provider), 303);
  });
