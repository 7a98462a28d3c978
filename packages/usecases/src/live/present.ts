import type { Session } from "@alongside/auth";
import { actorOf } from "../identity/actor.ts";
import type { IdentityContext } from "../identity/context.ts";

const isOn = (session: Session, now: number): boolean =>
  session.idleUntil > now && session.endsAt > now;

/**
 * The same request as it would be made at this moment: with the rights that its person has now; undefined once its session is over. It is
 * looked at without noting a use: a page that only listens must not keep a session going.
 */
export const presentAgain = async <Ctx extends IdentityContext>(
  ctx: Ctx,
): Promise<Ctx | undefined> => {
  if (ctx.actor.kind !== "person") return undefined;
  const sessions = await ctx.auth.sessions.listOf(ctx.actor.personId);
  const session = sessions.find(({ id }) => id === ctx.sessionId);
  if (session === undefined || !isOn(session, ctx.now())) return undefined;
  const actor = await actorOf(ctx.read, session);
  return actor.kind === "person" && actor.awaits === undefined ? { ...ctx, actor } : undefined;
};
