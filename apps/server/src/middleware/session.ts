import { createMiddleware } from "hono/factory";
import { isSessionCookie, readSessionCookie, sessionCookie, type Session } from "@alongside/auth";
import { anonymous, type Actor } from "@alongside/domain/identity";
import { actorOf } from "@alongside/usecases/identity";
import { cookiesOf, type Dependencies } from "../deps.ts";

export type SessionVariables = { readonly actor: Actor; readonly sessionId: string | undefined };

type Held = { readonly session: Session; readonly cookie: string | undefined };

/** The session of a token. After a change of roles it goes on under a new token, in a new cookie. */
const holdSession = async (deps: Dependencies, token: string): Promise<Held | undefined> => {
  const held = await deps.auth.sessions.read(token);
  if (held === undefined) return undefined;
  if (!held.session.rotationDue) return { session: held.session, cookie: undefined };
  const issued = await deps.auth.sessions.rotate(held.session, "roles-changed");
  return issued === undefined
    ? { session: held.session, cookie: undefined }
    : { session: issued.session, cookie: sessionCookie(issued.token, cookiesOf(deps)) };
};

/** A procedure that ended the session, or took it further, has the last word: the token of the way there is worth nothing any more. */
const setsSession = (headers: Headers, deps: Dependencies): boolean =>
  headers.getSetCookie().some((header) => isSessionCookie(header, cookiesOf(deps)));

/** Finds out who asks: grants are read anew at every request, so that a right that ended ends now. */
export const whoAsks = (deps: Dependencies) =>
  createMiddleware<{ Variables: SessionVariables }>(async (c, next) => {
    const token = readSessionCookie(c.req.header("cookie"), cookiesOf(deps));
    const held = token === undefined ? undefined : await holdSession(deps, token);
    c.set("sessionId", held?.session.id);
    c.set(
      "actor",
      held === undefined ? anonymous : await actorOf(deps.database.read, held.session),
    );
    await next();
    if (held?.cookie === undefined || setsSession(c.res.headers, deps)) return;
    c.header("set-cookie", held.cookie, { append: true });
  });
