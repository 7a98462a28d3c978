import { deviceName } from "@alongside/domain/identity";
import { found, record } from "../context/index.ts";
import { whoAsks, whoIsSignedIn, type IdentityContext, type Signed } from "./context.ts";

export type Device = {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly signedInAt: number;
  readonly lastUsedAt: number;
  /** The device that asks. */
  readonly isThis: boolean;
};

const ended = (who: Signed, kind: string, payload: Readonly<Record<string, unknown>>) =>
  ({
    areaId: null,
    entity: "person",
    entityId: who.personId,
    entityVersion: 0,
    kind,
    payload,
  }) as const;

/** Ends this session. */
export const signOut = async (ctx: IdentityContext): Promise<void> => {
  const who = whoAsks(ctx);
  await ctx.write(async (tx) => {
    await ctx.auth.sessions.within(tx).end(who.personId, who.sessionId);
    await record(ctx, tx, ended(who, "signed-out", { session: who.sessionId }));
  });
};

/** Ends all sessions of the person, this one among them; answers how many. */
export const signOutEverywhere = async (ctx: IdentityContext): Promise<number> => {
  const who = whoAsks(ctx);
  return ctx.write(async (tx) => {
    const count = await ctx.auth.sessions.within(tx).endAllOf(who.personId);
    await record(ctx, tx, ended(who, "signed-out-everywhere", { sessions: count }));
    return count;
  });
};

/** Where the person is signed in, the device used last first. */
export const listDevices = async (ctx: IdentityContext): Promise<readonly Device[]> => {
  const who = whoIsSignedIn(ctx);
  const sessions = await ctx.auth.sessions.listOf(who.personId);
  return sessions.map((session) => ({
    id: session.id,
    name: deviceName(session.userAgent),
    signedInAt: session.createdAt,
    lastUsedAt: session.lastUsedAt,
    isThis: session.id === who.sessionId,
  }));
};

/** Signs one of the person's own devices out. Refuses with `not-found` for anybody else's, and for one that has ended. */
export const endDevice = async (
  ctx: IdentityContext,
  input: { readonly id: string },
): Promise<void> => {
  const who = whoIsSignedIn(ctx);
  await ctx.write(async (tx) => {
    const isEnded = await ctx.auth.sessions.within(tx).end(who.personId, input.id);
    found(isEnded ? input.id : undefined);
    await record(ctx, tx, ended(who, "device-signed-out", { session: input.id }));
  });
};
