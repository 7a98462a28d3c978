import { externalCookie } from "@alongside/auth";
import {
  beginExternal,
  listExternalAccounts,
  unlinkExternalAccount,
} from "@alongside/usecases/identity";
import { z } from "zod";
import { publicProcedure, router, signedInProcedure } from "../trpc.ts";
import { token } from "./identity.ts";

const purpose = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sign-in") }),
  z.object({ kind: z.literal("link"), password: z.string().max(1_000).optional() }),
  z.object({ kind: z.literal("invitation"), token }),
]);

const journey = z.object({
  provider: z.string().max(40),
  purpose,
  returnTo: z.string().max(500).optional(),
});

/** Signing in with another service: what there is, the way there, and one's own accounts there. */
export const externalRouter = router({
  providers: publicProcedure.query(({ ctx }) =>
    ctx.auth.oidc.providers.map(({ id, name }) => ({ id, name })),
  ),
  /** Answers where to send the browser; only this one can come back. */
  begin: publicProcedure.input(journey).mutation(async ({ ctx, input }) => {
    const departure = await beginExternal(ctx, { ...input, address: ctx.address });
    ctx.setCookie(externalCookie(departure.token, ctx.cookies));
    return { url: departure.url };
  }),
  list: signedInProcedure.query(async ({ ctx }) => {
    const accounts = await listExternalAccounts(ctx);
    return accounts.map(({ issuer, subject, provider, linkedAt, lastUsedAt }) => ({
      issuer,
      subject,
      provider,
      linkedAt,
      lastUsedAt,
    }));
  }),
  unlink: signedInProcedure
    .input(z.object({ issuer: z.string().max(300), subject: z.string().max(255) }))
    .mutation(({ ctx, input }) => unlinkExternalAccount(ctx, input)),
});
