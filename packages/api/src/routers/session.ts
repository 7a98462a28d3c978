import { endedSessionCookie, sessionCookie } from "@alongside/auth";
import {
  mayAdministerArea,
  mayOperate,
  needScopeOf,
  ownSchoolsOf,
} from "@alongside/domain/identity";
import { listMyAreas } from "@alongside/usecases/area";
import { signIn, signOut } from "@alongside/usecases/identity";
import { z } from "zod";
import { publicProcedure, router, signedInProcedure } from "../trpc.ts";

const credentials = z.object({
  email: z.string().trim().min(1, "Enter your e-mail address").max(320),
  password: z.string().min(1, "Enter your password").max(1_000),
});

export const sessionRouter = router({
  /** Who is signed in and where they have a part; null for a visitor. */
  get: publicProcedure.query(async ({ ctx }) => {
    const { actor } = ctx;
    if (actor.kind !== "person") return null;
    const areas = await listMyAreas(ctx);
    return {
      personId: actor.personId,
      name: actor.name,
      awaits: actor.awaits ?? null,
      mayOperate: mayOperate(actor),
      areas: areas.map(({ id, slug, name, isDemonstration }) => ({
        slug,
        name,
        isDemonstration,
        mayAdminister: mayAdministerArea(actor, id),
        hasQueue: needScopeOf(actor, id) !== undefined,
        hasSchool: ownSchoolsOf(actor, id).length > 0,
      })),
    };
  }),
  signIn: publicProcedure.input(credentials).mutation(async ({ ctx, input }) => {
    const { address, userAgent } = ctx;
    const { token, actor } = await signIn(ctx, { ...input, address, userAgent });
    ctx.setCookie(sessionCookie(token, ctx.cookies));
    return { awaits: actor.kind === "person" ? (actor.awaits ?? null) : null };
  }),
  signOut: signedInProcedure.mutation(async ({ ctx }) => {
    await signOut(ctx);
    ctx.setCookie(endedSessionCookie(ctx.cookies));
  }),
});
