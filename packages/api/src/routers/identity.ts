import { sessionCookie } from "@alongside/auth";
import {
  beginSecondFactor,
  changeName,
  changePassword,
  confirmSecondFactor,
  openReset,
  proveSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  requestReset,
  resetPassword,
  secondFactorState,
} from "@alongside/usecases/identity";
import { z } from "zod";
import { publicProcedure, router, signedInProcedure } from "../trpc.ts";

export const password = z.string().min(1, "Enter a password").max(1_000);
export const token = z.string().max(200);
const code = z.object({ code: z.string().trim().min(1, "Enter a code").max(40) });

/** A person's own account: password, second factor, name. */
export const identityRouter = router({
  requestReset: publicProcedure
    .input(z.object({ email: z.string().trim().min(1, "Enter your e-mail address").max(320) }))
    .mutation(({ ctx, input }) => requestReset(ctx, { ...input, address: ctx.address })),
  openReset: publicProcedure
    .input(z.object({ token }))
    .query(({ ctx, input }) => openReset(ctx, input)),
  resetPassword: publicProcedure
    .input(z.object({ token, password }))
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  changePassword: signedInProcedure
    .input(z.object({ current: z.string().min(1, "Enter your password").max(1_000), password }))
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  changeName: signedInProcedure
    .input(z.object({ name: z.string().trim().min(1, "Enter your name").max(120) }))
    .mutation(({ ctx, input }) => changeName(ctx, input)),
  secondFactor: signedInProcedure.query(({ ctx }) => secondFactorState(ctx)),
  beginSecondFactor: signedInProcedure.mutation(({ ctx }) => beginSecondFactor(ctx)),
  confirmSecondFactor: signedInProcedure.input(code).mutation(async ({ ctx, input }) => {
    const { token: next, recoveryCodes } = await confirmSecondFactor(ctx, input);
    ctx.setCookie(sessionCookie(next, ctx.cookies));
    return { recoveryCodes };
  }),
  proveSecondFactor: signedInProcedure.input(code).mutation(async ({ ctx, input }) => {
    const proved = await proveSecondFactor(ctx, input);
    ctx.setCookie(sessionCookie(proved.token, ctx.cookies));
  }),
  renewRecoveryCodes: signedInProcedure.mutation(async ({ ctx }) => ({
    recoveryCodes: await renewRecoveryCodes(ctx),
  })),
  removeSecondFactor: signedInProcedure.mutation(({ ctx }) => removeSecondFactor(ctx)),
});
