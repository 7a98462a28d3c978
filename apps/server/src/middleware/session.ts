import { createMiddleware } from "hono/factory";
import { anonymous, type Actor } from "@alongside/domain/identity";
import { readSessionCookie, type SessionService } from "@alongside/auth";
import { actorOf } from "@alongside/usecases/identity";
import type { Dependencies } from "../deps.ts";

export type SessionVariables = { readonly actor: Actor; readonly sessionId: string | undefined };

/** Finds out who asks: grants are read anew at every request, so that a right that ended ends now. */
export const whoAsks = (deps: Dependencies, sessions: SessionService) =>
  createMiddleware<{ Variables: SessionVariables }>(async (c, next) => {
    const token = readSessionCookie(c.req.header("cookie"));
    const held = token === undefined ? undefined : await sessions.read(token);
    c.set("sessionId", held?.session.id);
    c.set(
      "actor",
      held === undefined ? anonymous : await actorOf(deps.database.read, held.personId),
    );
    return next();
  });
