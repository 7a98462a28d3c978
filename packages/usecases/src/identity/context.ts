import type { Auth } from "@alongside/auth";
import type { PersonId } from "@alongside/domain/identity";
import { refuse, type Context } from "../context/index.ts";

/** What the use cases of identity need beside the common context. */
export type IdentityContext = Context & {
  readonly auth: Auth;
  /** The id of the session that asks, when there is one: never its token. */
  readonly sessionId: string | undefined;
};

export type Signed = {
  readonly personId: PersonId;
  readonly name: string;
  readonly sessionId: string;
};

/** Whoever asks, with or without their second factor; refuses everyone who has no session. */
export const whoAsks = (ctx: IdentityContext): Signed => {
  if (ctx.actor.kind !== "person" || ctx.sessionId === undefined) {
    return refuse({ kind: "sign-in-required" });
  }
  return { personId: ctx.actor.personId, name: ctx.actor.name, sessionId: ctx.sessionId };
};

/** Whoever asks, signed in whole: refuses a session that still owes a second factor. */
export const whoIsSignedIn = (ctx: IdentityContext): Signed => {
  const who = whoAsks(ctx);
  if (ctx.actor.kind === "person" && ctx.actor.awaits !== undefined) {
    return refuse({ kind: "second-factor-needed" });
  }
  return who;
};

/** The same request, as the person that it turned out to be: for the record of their own act. */
export const asPerson = <Ctx extends Context>(
  ctx: Ctx,
  person: { readonly id: PersonId; readonly name: string },
): Ctx => ({
  ...ctx,
  actor: { kind: "person", personId: person.id, name: person.name, grants: [] },
});
